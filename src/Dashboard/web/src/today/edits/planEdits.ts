import type { HoldReason, LockStrength, PlanEdit, StopPlace } from '../../api/dispatch';

// The edits that screens make, complete as the server reads them.

export function moveStops(stops: readonly string[], vehicle: string, place: StopPlace | null): PlanEdit {
  return { kind: 'move-stops', stops, vehicle, place };
}

export function holdStops(stops: readonly string[], reason: HoldReason, note: string): PlanEdit {
  return { kind: 'hold-stops', stops, reason, note: note.trim() === '' ? null : note.trim() };
}

export function lockStops(stops: readonly string[], strength: LockStrength | null, isPlaceKept = false, window: { start: number; end: number } | null = null): PlanEdit {
  return { kind: 'lock-stops', stops, strength, isPlaceKept, window };
}

export function lockVehicle(vehicle: string, strength: LockStrength | null, isOrderKept: boolean): PlanEdit {
  return { kind: 'lock-vehicle', vehicle, strength, isOrderKept };
}

export function breakDown(vehicle: string, from: number, note: string): PlanEdit {
  return { kind: 'break-down', vehicle, from, note: note.trim() === '' ? null : note.trim() };
}
