import type { LabRun } from '../../api/lab';
import { hasResult } from '../runs/runProgress';

/** The runs that met the same luck as this one and have a result. */
export function comparable(run: LabRun, runs: readonly LabRun[]): LabRun[] {
  return runs.filter((other) => other.run !== run.run && hasResult(other) && other.sensitivity === null && other.seed === run.seed && other.antithetic === run.antithetic);
}
