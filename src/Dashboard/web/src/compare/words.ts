import type { PlanBreach, PlanOrigin, PlanVersion } from '../api/dispatch';
import { cases, clockTime, cubicMeters, dayAndTime, duration, kilograms, money, number } from '../i18n/format';
import { t } from '../i18n/i18n';
import { outletName, plate } from '../region/names';
import type { PlacedOrder } from './moves';

/** The versions that hold now: the one that people work on, and the one that is out. */
export interface VersionsNow {
  working: number | null;
  published: number | null;
}

/** A version as a line to choose by: its number, who made it, when and how, and how it stands. */
export function versionText(version: PlanVersion, now: VersionsNow, personName: (id: string) => string): string {
  const { origin } = version;
  return [
    version.name ? t('versions.named', { version: version.version, name: version.name }) : t('compare.version', { version: version.version }),
    ...(origin ? [t('compare.origin', { what: t(`origin.${origin.kind}`), who: personName(origin.by), when: dayAndTime(origin.at) })] : []),
    ...standing(version, now),
  ].join(' · ');
}

/** How a version stands: set aside, the working plan, and what was decided of it; one that a later one has replaced is published no more. */
export function standing(version: PlanVersion, now: VersionsNow): string[] {
  const isReplaced = version.status === 'Published' && now.published !== null && version.version !== now.published;
  return [
    ...(version.version === now.working ? [t('compare.working')] : []),
    ...(version.isAside ? [t('compare.aside')] : []),
    isReplaced ? t('versions.wasPublished') : t(`compare.status.${version.status}`),
  ];
}

/** That somebody has changed the plan: who and when, where that is known. */
export function changedText(version: number, origin: Pick<PlanOrigin, 'by' | 'at'> | null, personName: (id: string) => string): string {
  return origin ? t('compare.changedBy', { who: personName(origin.by), when: clockTime(origin.at), version }) : t('compare.changed', { version });
}

/** One broken rule as a sentence, with whom it is about and by how much. */
export function breachText(breach: PlanBreach, places: ReadonlyMap<string, PlacedOrder>): string {
  const terminal = breach.order == null ? null : places.get(breach.order)?.terminal;
  const text = t(`breach.${breach.rule}`, {
    stop: terminal ? outletName(terminal) : (breach.order ?? ''),
    vehicle: plate(breach.vehicle),
    amount: amountText(breach),
  });
  return breach.isAllowed ? t('breach.allowed', { breach: text, price: money(breach.price) }) : text;
}

function amountText({ rule, amount }: PlanBreach): string {
  switch (rule) {
    case 'Window':
    case 'Shift':
    case 'DepotHours':
      return duration(Math.max(60, amount));
    case 'Cases':
      return cases(amount);
    case 'Mass':
      return kilograms(amount);
    case 'Volume':
      return cubicMeters(amount);
    default:
      return number(amount);
  }
}
