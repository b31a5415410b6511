// What people and the optimiser do to a day's plan: overrides, edits, what they change, versions and runs.
// Times of day and lengths are seconds, distances meters, money minor units, as everywhere in the API.

import type { TimeWindow } from './values';

export type LockStrength = 'Optimizer' | 'Everyone';

export type HoldReason =
  | 'CustomerAsked'
  | 'OutletClosed'
  | 'NoGoods'
  | 'CreditStop'
  | 'RoadBlocked'
  | 'VehicleBrokeDown'
  | 'NoRoomToday'
  | 'Other';

export const holdReasons: readonly HoldReason[] = [
  'CustomerAsked',
  'OutletClosed',
  'NoGoods',
  'CreditStop',
  'RoadBlocked',
  'VehicleBrokeDown',
  'NoRoomToday',
  'Other',
];

export type BreachRule =
  | 'Window'
  | 'Shift'
  | 'DepotHours'
  | 'Cases'
  | 'Mass'
  | 'Volume'
  | 'Trips'
  | 'VehicleLimit'
  | 'Closed'
  | 'NoRoad'
  | 'OutOfService';

export interface PlanBreach {
  rule: BreachRule;
  vehicle: string;
  /** The first order of the stop it is about; null: it is about the vehicle. */
  order: string | null;
  /** Seconds, cases, grams or millilitres, as the rule says; 1 where it has no unit. */
  amount: number;
  isAllowed: boolean;
  price: number;
}

export interface PlanChange {
  distance: number;
  working: number;
  cost: number;
  lateStops: number;
  lateness: number;
  unserved: number;
  vehicles: number;
  moved: string[];
  broken: PlanBreach[];
  mended: PlanBreach[];
}

/** Counted from 0 with the stops that are moved already taken out; the number of trips names a new one at the end. */
export interface StopPlace {
  trip: number;
  index: number;
}

export interface StopOption {
  vehicle: string;
  place: StopPlace;
  change: PlanChange;
  binding: PlanBreach | null;
}

export interface StopFix {
  edits: PlanEdit[];
  change: PlanChange;
}

export interface StopExplanation {
  order: string;
  terminal: string;
  vehicle: string | null;
  place: StopPlace | null;
  options: StopOption[];
  fix: StopFix | null;
}

export interface Crew {
  vehicle: string;
  driverName: string | null;
  driver: string | null;
  rep: string | null;
}

export interface DayOverrides {
  day: LockStrength | null;
  vehicles: { vehicle: string; strength: LockStrength; isOrderKept: boolean }[];
  stops: { order: string; strength: LockStrength; vehicle: string; isPlaceKept: boolean; window: TimeWindow | null }[];
  held: { order: string; reason: HoldReason; note: string | null }[];
  apart: string[];
  overtime: { vehicle: string; most: number; perHour: number }[];
  lateness: { order: string; most: number; perHour: number }[];
  overload: { vehicle: string; permille: number; perCase: number }[];
  outages: { vehicle: string; from: number; note: string | null }[];
  crews: Crew[];
}

/** One change by hand; the server reads `kind` first. Stops are named by any order that they carry. */
export type PlanEdit =
  | { kind: 'move-stops'; stops: readonly string[]; vehicle: string; place: StopPlace | null }
  | { kind: 'hold-stops'; stops: readonly string[]; reason: HoldReason; note: string | null }
  | { kind: 'lock-stops'; stops: readonly string[]; strength: LockStrength | null; isPlaceKept: boolean; window: TimeWindow | null }
  | { kind: 'lock-vehicle'; vehicle: string; strength: LockStrength | null; isOrderKept: boolean }
  | { kind: 'lock-day'; strength: LockStrength | null }
  | { kind: 'exchange-vehicles'; vehicle: string; with: string }
  | { kind: 'change-crew'; crew: Crew }
  | { kind: 'keep-apart'; order: string; isApart: boolean }
  | { kind: 'allow-overtime'; vehicle: string; most: number; perHour: number }
  | { kind: 'allow-lateness'; order: string; most: number; perHour: number }
  | { kind: 'allow-overload'; vehicle: string; permille: number; perCase: number }
  | { kind: 'break-down'; vehicle: string; from: number; note: string | null }
  | { kind: 'return-to-service'; vehicle: string }
  | { kind: 'take-in-orders' };

export type PlanOriginKind = 'Planned' | 'Edited' | 'Reoptimised' | 'Undone' | 'Redone' | 'Adopted';

export type RunScope = 'Routes' | 'Unserved' | 'KeepVehicles' | 'Unlocked' | 'Everything';

export const runScopes: readonly RunScope[] = ['Unlocked', 'Unserved', 'KeepVehicles', 'Routes', 'Everything'];

export interface RunOptions {
  scope: RunScope;
  vehicles: readonly string[];
  seed: number;
  iterations: number | null;
  timeLimit: number | null;
  movePrice: number;
  byTimeOfDay: boolean;
  keepsDeparted?: boolean;
}

export interface PlanOrigin {
  kind: PlanOriginKind;
  base: number | null;
  by: string;
  at: string;
  /** What a person did, in order. */
  edits: readonly PlanEdit[] | null;
  run: RunOptions | null;
  adopted: { vehicle: string; version: number }[] | null;
  reverted: number | null;
}

export interface PlanVersion {
  version: number;
  status: 'Proposed' | 'Published' | 'Discarded';
  isAside: boolean;
  origin: PlanOrigin | null;
  vehicles: number;
  stops: number;
  unserved: number;
  distance: number;
  cost: number;
  breaches: number;
  lateStops: number;
  lateness: number;
  /** What people call it. */
  name?: string | null;
}

export interface RunProgress {
  run: string;
  status: 'Waiting' | 'Running' | 'Done' | 'Failed';
  by: string;
  baseVersion: number;
  options: RunOptions;
  elapsed: number;
  iterations: number;
  cost: number | null;
  unserved: number | null;
  version: number | null;
  refusalCode: string | null;
}

export interface StopActual {
  order?: string;
  terminal?: string;
  arrival?: number;
  departure?: number;
}

/** How far the day has come: what has left cannot be planned anew. */
export interface DayProgress {
  now: number | null;
  routes: { vehicle: string; departures: number[]; returns: number[]; done: StopActual[] }[];
}
