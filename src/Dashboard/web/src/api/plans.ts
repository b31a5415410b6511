// What delivery plans and visit lists have in common.

export type PlanStatus = 'Proposed' | 'Published' | 'Discarded';

export interface PlanProvenance {
  engine: string;
  seed: number;
  threads: number;
  iterations: number;
  travelTimes: string;
  journalPosition: number;
  inputHash: string;
}

export type UnservedReason =
  | 'Unreachable'
  | 'LargerThanAnyVehicle'
  | 'NoAllowedVehicle'
  | 'WindowCannotBeMet'
  | 'ShiftTooShort'
  | 'NoCapacityLeft'
  | 'NoTimeLeft'
  | 'NoVehicle'
  | 'ClosedThatDay';
