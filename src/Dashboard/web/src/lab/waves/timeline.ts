import type { PlannedStart, WavePlan } from '../../api/expansion';

export type RegionState = 'waiting' | 'open' | 'leading' | 'leftOut';

export const states: readonly RegionState[] = ['waiting', 'open', 'leading', 'leftOut'];

/** The last week that the plan reckons with. */
export function lastWeek(plan: WavePlan): number {
  return Math.max(0, ...plan.cash.map((band) => band.week), ...plan.starts.map((start) => start.week));
}

/** The week from which we lead on average; null where the plan expects it in no replication within its horizon. */
export function leadsFrom(start: PlannedStart): number | null {
  return start.weeksToLeadership === null ? null : start.week + start.weeksToLeadership;
}

/** How a region stands in a week of the plan. */
export function stateAt(plan: WavePlan, region: string, week: number): RegionState {
  const start = plan.starts.find((each) => each.region === region);
  if (!start) return 'leftOut';
  const leads = leadsFrom(start);
  return week < start.week ? 'waiting' : leads !== null && week >= leads ? 'leading' : 'open';
}

/** The week that a step of the slider or a key leads to; it stays within the plan. */
export function step(week: number, by: number, last: number): number {
  return Math.min(last, Math.max(0, week + by));
}

/** The next week of a playing slider; null where it has come to its end. */
export function playOn(week: number, last: number): number | null {
  return week >= last ? null : week + 1;
}

/** Playing from the end begins at the start. */
export function playFrom(week: number, last: number): number {
  return week >= last ? 0 : week;
}

export function nameOf(plan: WavePlan, region: string): string {
  return plan.regions.find((each) => each.region === region)?.name ?? region;
}
