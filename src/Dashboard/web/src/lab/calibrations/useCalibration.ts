import type { Calibration } from '../../api/calibration';
import { labPath } from '../../api/lab';
import { isOver } from '../runs/runProgress';
import { usePolled } from '../runs/useRun';

export function useCalibration(id: string) {
  return usePolled<Calibration>(`${labPath}/calibrations/${encodeURIComponent(id)}`, (each) => !isOver(each.state));
}

export function useCalibrations() {
  return usePolled<Calibration[]>(`${labPath}/calibrations`, (all) => all.some((each) => !isOver(each.state)));
}
