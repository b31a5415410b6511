import { signal } from '@preact/signals';
import { get, newCommandId, post } from '../../api/client';
import type { DeliveryPlan } from '../../api/deliveryPlans';
import type { RunOptions, RunProgress } from '../../api/dispatch';
import { dayPath, loadDay } from '../plans/planDay';

/** One look at a run: what it had after how long. */
export interface RunPoint {
  seconds: number;
  cost: number;
}

export interface FollowedRun {
  distributor: string;
  date: string;
  base: DeliveryPlan;
  progress: RunProgress;
  points: readonly RunPoint[];
}

/** The run that this screen started or looked at last; it goes on when its sheet is closed. */
export const followed = signal<FollowedRun | null>(null);

const lookMilliseconds = 250;

export async function startRun(plan: DeliveryPlan, options: RunOptions): Promise<void> {
  const answer = await post<{ run: string | RunProgress }>(dayPath(plan.distributor, plan.date, 'runs'), { commandId: newCommandId(), baseVersion: plan.version, options });
  const run = typeof answer.run === 'string' ? answer.run : answer.run.run;
  const progress = await get<RunProgress>(runPath(plan, run));
  follow(plan, progress);
}

/** A run of this plan that goes on already, by whomever it was started. */
export async function goingOn(plan: DeliveryPlan): Promise<RunProgress | null> {
  const runs = await get<RunProgress[]>(dayPath(plan.distributor, plan.date, 'runs'));
  return runs.find((run) => run.status === 'Waiting' || run.status === 'Running') ?? null;
}

export function follow(plan: DeliveryPlan, progress: RunProgress): void {
  followed.value = { distributor: plan.distributor, date: plan.date, base: plan, progress, points: withPoint([], progress) };
}

export async function stopRun({ base, progress }: FollowedRun): Promise<void> {
  await post(`${runPath(base, progress.run)}/stop`, { commandId: newCommandId() });
}

/** Looks at the run four times a second until it is over or somebody stops looking. */
export function watchRun(): () => void {
  let stopped = false;
  const look = async () => {
    const run = followed.peek();
    if (stopped || !run || isOver(run.progress)) return;
    try {
      const progress = await get<RunProgress>(runPath(run.base, run.progress.run));
      if (!stopped && followed.peek()?.progress.run === progress.run) {
        followed.value = { ...run, progress, points: withPoint(run.points, progress) };
        if (isOver(progress)) await loadDay(run.distributor, run.date).catch(() => undefined);
      }
    } catch {
      // The next look may get an answer; the run itself goes on beside the plan.
    }
    if (!stopped) setTimeout(() => void look(), lookMilliseconds);
  };
  void look();
  return () => {
    stopped = true;
  };
}

export function isOver(progress: RunProgress): boolean {
  return progress.status === 'Done' || progress.status === 'Failed';
}

/** Keeps a point for each new second or cost, so that the line stays short however long a run is. */
export function withPoint(points: readonly RunPoint[], { elapsed, cost }: RunProgress): readonly RunPoint[] {
  const last = points.at(-1);
  if (cost === null || (last && last.seconds === elapsed && last.cost === cost)) return points;
  return [...points, { seconds: Math.max(elapsed, last?.seconds ?? 0), cost }];
}

function runPath(plan: DeliveryPlan, run: string): string {
  return dayPath(plan.distributor, plan.date, `runs/${encodeURIComponent(run)}`);
}
