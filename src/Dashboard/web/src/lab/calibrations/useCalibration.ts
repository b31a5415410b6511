import type { Calibration } from '../../api/calibration';
import { labPath } from '../../api/lab';
import { isOver } from '../jobs/jobState';
import { merged, usePolled } from '../jobs/usePolled';

export function useCalibration(id: string) {
  return usePolled<Calibration>(
    `${labPath}/calibrations/${encodeURIComponent(id)}`,
    (each) => !isOver(each.state),
    (each, message) => message.calibrations.find((other) => other.calibration === id) ?? each,
  );
}

export function useCalibrations() {
  return usePolled<readonly Calibration[]>(
    `${labPath}/calibrations`,
    (all) => all.some((each) => !isOver(each.state)),
    (all, message) => merged(all, message.calibrations, (each) => each.calibration),
  );
}
