import { labPath, type LabRun } from '../../api/lab';
import { useJob } from '../jobs/useJob';
import { merged, usePolled } from '../jobs/usePolled';
import { isOver } from '../jobs/jobState';

export function useRun(id: string) {
  return useJob<LabRun>(`${labPath}/runs/${encodeURIComponent(id)}`, ({ runs }) => runs.find((each) => each.run === id));
}

export function useRuns() {
  return usePolled<readonly LabRun[]>(
    `${labPath}/runs`,
    (runs) => runs.some((run) => !isOver(run.state)),
    (runs, message) => merged(runs, message.runs, (run) => run.run),
  );
}
