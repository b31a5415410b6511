import type { Calibration } from './calibration';
import type { Expansion } from './expansion';
import type { LabRun } from './lab';

/** What moved in the lab, each as a list gives it; the first message after watching is a snapshot of what goes on. */
export interface LabMessage {
  sequence: number;
  snapshot: boolean;
  runs: readonly LabRun[];
  calibrations: readonly Calibration[];
  expansions: readonly Expansion[];
}
