import type { PlanBreach, PlanChange } from '../../api/dispatch';
import { cases, duration, kilograms, kilometers, money, cubicMeters, number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { outletName, plate } from '../../region/names';
import { terminalOf } from '../plans/stopIndex';

export interface Figure {
  text: string;
  /** Whether it makes the plan better, worse or neither. */
  tone: 'better' | 'worse' | 'same';
}

/** What a change does, as short figures: kilometres, time, money, lateness, stops left out, vehicles. Figures that stay are left out. */
export function changeFigures(change: PlanChange): Figure[] {
  const figures: Figure[] = [];
  const add = (amount: number, text: (size: number) => string, visible = 1) => {
    if (Math.abs(amount) < visible) return;
    figures.push({ text: `${amount > 0 ? '+' : '−'}${text(Math.abs(amount))}`, tone: amount > 0 ? 'worse' : 'better' });
  };
  add(change.distance, kilometers, 50);
  add(change.working, duration, 30);
  add(change.cost, money);
  add(change.lateness, (size) => t('change.lateness', { time: duration(size) }), 30);
  add(change.lateStops, (size) => t('change.lateStops', { count: size, value: number(size) }));
  add(change.unserved, (size) => t('change.unserved', { count: size, value: number(size) }));
  add(change.vehicles, (size) => t('change.vehicles', { count: size, value: number(size) }));
  return figures.length > 0 ? figures : [{ text: t('change.none'), tone: 'same' }];
}

/** One broken rule as a sentence, with whom it is about and by how much. */
export function breachText(breach: PlanBreach): string {
  const terminal = breach.order === null ? null : terminalOf(breach.order);
  const text = t(`breach.${breach.rule}`, {
    stop: terminal === null ? (breach.order ?? '') : outletName(terminal),
    vehicle: plate(breach.vehicle),
    amount: breachAmount(breach),
  });
  return breach.isAllowed ? t('breach.allowed', { breach: text, price: money(breach.price) }) : text;
}

export function breachAmount({ rule, amount }: PlanBreach): string {
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

/** The whole change in one line, for those who hear it. */
export function changeLine(change: PlanChange): string {
  const figures = changeFigures(change).map((figure) => figure.text);
  return [...figures, ...change.broken.map(breachText)].join(t('list.separator'));
}
