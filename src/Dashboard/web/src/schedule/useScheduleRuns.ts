import { useEffect, useState } from 'preact/hooks';
import { get, newCommandId, post } from '../api/client';
import type { ScheduleOptions, ScheduleProgress } from '../api/schedules';
import { regionPath } from '../region/regionStore';

const lookMilliseconds = 400;

export function schedulePath(distributor: string, rest = ''): string {
  return regionPath(`/schedules/${encodeURIComponent(distributor)}/runs${rest === '' ? '' : `/${rest}`}`);
}

export function isOver(run: ScheduleProgress): boolean {
  return run.status === 'Done' || run.status === 'Failed';
}

export interface ScheduleRuns {
  runs: readonly ScheduleProgress[] | null;
  error: unknown;
  start: (options: ScheduleOptions) => Promise<string>;
  stop: (run: string) => Promise<void>;
  reload: () => void;
}

/** A distributor's runs, looked at again and again while one of them goes on. */
export function useScheduleRuns(distributor: string): ScheduleRuns {
  const [runs, setRuns] = useState<readonly ScheduleProgress[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      try {
        const list = await get<ScheduleProgress[]>(schedulePath(distributor));
        if (stopped) return;
        setRuns(list);
        setError(null);
        if (list.some((run) => !isOver(run))) timer = setTimeout(() => void look(), lookMilliseconds);
      } catch (problem) {
        if (!stopped) setError(problem);
      }
    };
    void look();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [distributor, round]);

  const reload = () => setRound((old) => old + 1);
  return {
    runs,
    error,
    reload,
    start: async (options) => {
      const { run } = await post<{ run: string }>(schedulePath(distributor), { commandId: newCommandId(), options });
      reload();
      return run;
    },
    stop: async (run) => {
      await post(schedulePath(distributor, `${encodeURIComponent(run)}/stop`), { commandId: newCommandId() });
    },
  };
}
