import type { Calibration } from '../../api/calibration';
import { labPath } from '../../api/lab';
import { isOver } from '../jobs/jobState';
import { useJob } from '../jobs/useJob';
import { merged, usePolled } from '../jobs/usePolled';

export function useCalibration(id: string) {
  return useJob<Calibration>(`${labPath}/calibrations/${encodeURIComponent(id)}`, ({ calibrations }) => calibrations.find((each) => each.calibration === id));
}

export function useCalibrations() {
  return usePolled<readonly Calibration[]>(
    `${labPath}/calibrations`,
    (all) => all.some((each) => !isOver(each.state)),
    (all, message) => merged(all, message.calibrations, (each) => each.calibration),
  );
}
