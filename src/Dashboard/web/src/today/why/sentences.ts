import type { BreachRule, PlanEdit, StopExplanation, StopFix, StopOption } from '../../api/dispatch';
import { duration, money, number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { outletName, plate } from '../../region/names';
import { breachAmount } from '../edits/changeWords';
import { terminalOf } from '../plans/stopIndex';

const full: ReadonlySet<BreachRule> = new Set(['Cases', 'Mass', 'Volume']);

/** Why a stop is on no vehicle: what stands in the way of those vehicles that have room, in one sentence. */
export function whyNot({ options }: StopExplanation): string {
  const binding = options.flatMap((option) => (option.binding ? [option.binding] : []));
  if (options.length === 0) return t('why.noVehicle');
  if (binding.length < options.length) return t('why.fits', { vehicle: plate(options.find((option) => !option.binding)?.vehicle) });
  const withRoom = binding.filter((breach) => !full.has(breach.rule));
  if (withRoom.length === 0) return t('why.full', { count: options.length });
  const rules = new Set(withRoom.map((breach) => breach.rule));
  const least = withRoom.reduce((a, b) => (b.amount < a.amount ? b : a));
  if (rules.size === 1) {
    const [rule] = rules;
    if (rule === 'Window') return t('why.allLate', { time: breachAmount(least) });
    if (rule === 'Shift') return t('why.allOverShift', { time: breachAmount(least) });
    if (rule === 'DepotHours') return t('why.allDepotHours', { time: breachAmount(least) });
    return t(`why.all.${rule as Exclude<BreachRule, 'Window' | 'Shift' | 'DepotHours' | 'Cases' | 'Mass' | 'Volume'>}`);
  }
  return t('why.mixed');
}

/** The cheapest way to serve a stop all the same, with its price. */
export function fixSentence(fix: StopFix): string {
  const allowances = fix.edits.filter((edit) => edit.kind !== 'move-stops').map(editWords);
  const move = fix.edits.find((edit) => edit.kind === 'move-stops');
  const parts = [...allowances, ...(move ? [editWords(move)] : [])];
  return t('why.fix', { what: parts.join(t('list.and')), price: money(fix.change.cost) });
}

/** An edit in a few words, as a fix or a version names it. */
export function editWords(edit: PlanEdit): string {
  switch (edit.kind) {
    case 'allow-overtime':
      return t('edit.overtime', { vehicle: plate(edit.vehicle), time: duration(edit.most) });
    case 'allow-lateness':
      return t('edit.lateness', { stop: nameOf(edit.order), time: duration(edit.most) });
    case 'allow-overload':
      return t('edit.overload', { vehicle: plate(edit.vehicle), percent: number(edit.permille / 10) });
    case 'move-stops':
      return t('edit.move', { stop: edit.stops.length === 1 ? nameOf(edit.stops[0]) : t('stop.chosen', { count: edit.stops.length, value: number(edit.stops.length) }), vehicle: plate(edit.vehicle) });
    default:
      return t('edit.other');
  }
}

/** What a stop costs where it is, against its best place elsewhere. */
export function whyHere(explanation: StopExplanation): string {
  // Another place on its own vehicle is worth a word only where it is better.
  const others = explanation.options.filter((option) => !isHere(explanation, option) && (option.vehicle !== explanation.vehicle || option.change.cost < 0));
  const best = others.filter((option) => option.binding === null).reduce<StopOption | null>((a, b) => (a === null || b.change.cost < a.change.cost ? b : a), null);
  if (best === null) return others.length === 0 ? t('why.onlyVehicle') : t('why.othersBreak');
  if (best.change.cost < 0) return t('why.cheaperThere', { vehicle: plate(best.vehicle), price: money(-best.change.cost) });
  return t('why.dearerThere', { vehicle: plate(best.vehicle), price: money(best.change.cost) });
}

/** Whether an option is the place that the stop has now. */
export function isHere({ vehicle, place }: StopExplanation, option: StopOption): boolean {
  return option.vehicle === vehicle && option.place.trip === place?.trip && option.place.index === place.index;
}

function nameOf(order: string): string {
  return outletName(terminalOf(order) ?? order);
}
