import type { LabRun } from '../../api/lab';
import { isOver } from '../jobs/jobState';

/** How much of a run is done, 0 to 1: variants one after the other, each with its replications. */
export function partDone(run: LabRun): number {
  if (isOver(run.state)) return run.state === 'done' ? 1 : Math.min(1, run.finished / Math.max(1, run.variants * run.replications));
  return Math.min(1, (run.variant * run.replications + run.finished) / Math.max(1, run.variants * run.replications));
}

/** Whether there is a result to look at: a stopped or failed run keeps the replications that had finished. */
export function hasResult(run: LabRun): boolean {
  return run.state === 'done' || ((run.state === 'stopped' || run.state === 'failed') && run.finished > 0);
}
