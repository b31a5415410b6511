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

/** Whether a plan's travel times follow no roads; the server's label begins so and then says why. */
export function isStraightLine(travelTimes: string): boolean {
  return travelTimes.startsWith('straight-line');
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
  | 'ClosedThatDay'
  | 'Held'
  | 'NotPlanned';
