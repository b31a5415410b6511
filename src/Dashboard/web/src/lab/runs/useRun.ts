import { useEffect, useState } from 'preact/hooks';
import { get } from '../../api/client';
import { labPath, type LabRun } from '../../api/lab';
import { isOver } from './runProgress';

const lookMilliseconds = 1000;

/** What is polled while it goes on: a run, or the list of them. */
export function usePolled<T>(path: string, goesOn: (value: T) => boolean): { value: T | null; error: unknown; reload: () => void } {
  const [value, setValue] = useState<T | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      try {
        const next = await get<T>(path);
        if (stopped) return;
        setValue(next);
        setError(null);
        if (goesOn(next)) timer = setTimeout(() => void look(), lookMilliseconds);
      } catch (problem) {
        if (!stopped) setError(problem);
      }
    };
    void look();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [path, round]);
  return { value, error, reload: () => setRound((old) => old + 1) };
}

export function useRun(id: string) {
  return usePolled<LabRun>(`${labPath}/runs/${encodeURIComponent(id)}`, (run) => !isOver(run.state));
}

export function useRuns() {
  return usePolled<LabRun[]>(`${labPath}/runs`, (runs) => runs.some((run) => !isOver(run.state)));
}
