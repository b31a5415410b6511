import { labPath, type LabRun } from '../../api/lab';
import { merged, usePolled } from '../jobs/usePolled';
import { isOver } from '../jobs/jobState';

export function useRun(id: string) {
  return usePolled<LabRun>(
    `${labPath}/runs/${encodeURIComponent(id)}`,
    (run) => !isOver(run.state),
    (run, message) => message.runs.find((each) => each.run === id) ?? run,
  );
}

export function useRuns() {
  return usePolled<readonly LabRun[]>(
    `${labPath}/runs`,
    (runs) => runs.some((run) => !isOver(run.state)),
    (runs, message) => merged(runs, message.runs, (run) => run.run),
  );
}
