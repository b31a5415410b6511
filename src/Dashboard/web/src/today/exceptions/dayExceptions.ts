import { computed } from '@preact/signals';
import { dateOf, secondsOfDay } from '../../i18n/format';
import { live } from '../../region/regionStore';
import { planDate, planRows, shownPlan } from '../plans/planDay';
import { progress, progressKey } from '../plans/progress';
import { breachExceptions, delayOf, habitExceptions, lateRisks, sorted, unservedExceptions, type Exception, type ExceptionKind } from './exceptions';
import { habits, habitThresholdSeconds } from './habit';

export const kinds: readonly ExceptionKind[] = ['late', 'capacity', 'rules', 'unserved', 'habit'];

/** The minute of the day on screen; null on another day. Read by what need not follow every tick. */
const minuteNow = computed<number | null>(() => {
  const clock = live.clock.value;
  return clock && dateOf(clock.now) === planDate.value ? Math.floor(secondsOfDay(clock.now) / 60) * 60 : null;
});

/** Exceptions of every distributor on screen, by kind, the worst first. */
export const dayExceptions = computed<Readonly<Record<ExceptionKind, readonly Exception[]>>>(() => {
  const found: Exception[] = [];
  const seen = progress.value;
  const now = minuteNow.value;
  for (const row of planRows.value ?? []) {
    const plan = shownPlan(row);
    if (!plan) continue;
    found.push(...breachExceptions(plan), ...unservedExceptions(plan), ...habitExceptions(plan, habits.value.get(plan.distributor)?.plan ?? null, habitThresholdSeconds.value));
    if (!row.published || now === null) continue;
    for (const route of plan.routes) {
      const at = (terminal: string) => seen.get(progressKey(route.vehicle, terminal));
      if (!route.trips.some((trip) => trip.departure < now)) continue;
      found.push(...lateRisks(plan, route, delayOf(route, at, secondsOfDay, now), (terminal) => Boolean(at(terminal)?.arrivedAt)));
    }
  }
  return Object.fromEntries(kinds.map((kind) => [kind, sorted(found.filter((each) => each.kind === kind))])) as Record<ExceptionKind, Exception[]>;
});
