import type { LabMessage } from '../../api/labLive';
import type { RunState } from '../../api/lab';
import { isOver } from './jobState';
import { usePolled, type Polled } from './usePolled';

/** One job of the lab, while it goes on and with all it came to. */
export function useJob<T extends { state: RunState }>(path: string, toldIn: (message: LabMessage) => T | undefined): Polled<T> {
  return usePolled<T>(
    path,
    (job) => !isOver(job.state),
    (job, message) => afterNews(job, toldIn(message)),
  );
}

/** A job after a message of the feed, which tells less of one that is over than the page has asked for since. */
export function afterNews<T extends { state: RunState }>(job: T, told: T | undefined): T {
  return told === undefined || isOver(job.state) ? job : told;
}
