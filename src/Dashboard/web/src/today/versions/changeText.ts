import type { PlanEdit, PlanVersion } from '../../api/dispatch';
import { number } from '../../i18n/format';
import { t } from '../../i18n/i18n';

/** How things are called that an edit names. */
export interface EditNames {
  stop: (order: string) => string;
  vehicle: (vehicle: string) => string;
}

/** What a version changed, in words. */
export function whatChanged(version: PlanVersion, names: EditNames): string {
  const { origin } = version;
  if (!origin) return '';
  switch (origin.kind) {
    case 'Edited':
      return (origin.edits ?? []).map((edit) => editText(edit, names)).join(t('list.separator')) || t('origin.Edited');
    case 'Reoptimised':
      return origin.run ? t('versions.reoptimised', { scope: t(`scope.${origin.run.scope}`), base: origin.base ?? '' }) : t('origin.Reoptimised');
    case 'Undone':
    case 'Redone':
      return origin.reverted === null ? t(`origin.${origin.kind}`) : t(`versions.origin.${origin.kind}`, { version: origin.reverted });
    case 'Adopted': {
      const from = [...new Set((origin.adopted ?? []).map((route) => route.version))].sort((a, b) => a - b);
      return from.length === 0 ? t('origin.Adopted') : t('versions.adopted', { count: from.length, versions: from.join(', ') });
    }
    case 'Planned':
      return t('versions.origin.Planned');
  }
}

export function editText(edit: PlanEdit, names: EditNames): string {
  switch (edit.kind) {
    case 'move-stops':
      return t('versions.edit.move-stops', { stops: stopsText(edit.stops, names), vehicle: names.vehicle(edit.vehicle) });
    case 'hold-stops':
      return t('versions.edit.hold-stops', { stops: stopsText(edit.stops, names), reason: t(`hold.${edit.reason}`) });
    case 'lock-stops':
      return t(edit.strength === null ? 'versions.edit.unlock' : 'versions.edit.lock', { what: stopsText(edit.stops, names) });
    case 'lock-vehicle':
      return t(edit.strength === null ? 'versions.edit.unlock' : 'versions.edit.lock', { what: names.vehicle(edit.vehicle) });
    case 'lock-day':
      return t(edit.strength === null ? 'action.unlockDay' : edit.strength === 'Everyone' ? 'action.lockDayEveryone' : 'action.lockDay');
    case 'exchange-vehicles':
      return t('versions.edit.exchange-vehicles', { vehicle: names.vehicle(edit.vehicle), other: names.vehicle(edit.with) });
    case 'change-crew':
      return t('versions.edit.change-crew', { vehicle: names.vehicle(edit.crew.vehicle) });
    case 'keep-apart':
      return t(edit.isApart ? 'versions.edit.apart' : 'versions.edit.together', { stop: names.stop(edit.order) });
    case 'allow-overtime':
    case 'allow-overload':
      return t(`versions.edit.${edit.kind}`, { vehicle: names.vehicle(edit.vehicle) });
    case 'allow-lateness':
      return t('versions.edit.allow-lateness', { stop: names.stop(edit.order) });
    case 'break-down':
    case 'return-to-service':
      return t(`versions.edit.${edit.kind}`, { vehicle: names.vehicle(edit.vehicle) });
    case 'take-in-orders':
      return t('versions.edit.take-in-orders');
  }
}

function stopsText(orders: readonly string[], names: EditNames): string {
  const first = names.stop(orders[0] ?? '');
  return orders.length <= 1 ? first : t('versions.andMore', { first, count: orders.length - 1, value: number(orders.length - 1) });
}
