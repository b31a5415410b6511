// How the deliveries of a day go, how it ended, and what it taught.

import type { UnservedReason } from './plans';
import type { GeoPoint } from './values';

export type FollowedState = 'Open' | 'There' | 'Done' | 'Unfinished';

export interface StopForecast {
  terminal: string;
  orders: string[];
  trip: number;
  state: FollowedState;
  plannedArrival: number;
  arrival: number;
  serviceStart: number;
  departure: number;
  due: number;
  late: number;
}

export interface RouteForecast {
  vehicle: string;
  tripsDeparted: number;
  tripsReturned: number;
  plannedReturn: number;
  return: number;
  afterShift: number;
  stops: StopForecast[];
}

export interface FleetNotice {
  number: number;
  kind: 'Arrived' | 'Left' | 'OffRoute' | 'LongStop';
  vehicle: string;
  since: number;
  location: GeoPoint;
  terminal?: string | null;
  lasted?: number | null;
  meters?: number | null;
  isAcknowledged: boolean;
}

export interface NextDay {
  distributor: string;
  date: string;
  version: number | null;
  stops: number;
  unserved: { reason: UnservedReason; count: number }[];
  refusalCode?: string | null;
  detail?: Record<string, string> | null;
}

export interface Following {
  date: string;
  now: number;
  lateRisks: { distributor: string; vehicle: string; stop: StopForecast }[];
  distributors: { distributor: string; planVersion: number; routes: RouteForecast[] }[];
  seen: { vehicle: string; at: number; location: GeoPoint }[];
  notices: FleetNotice[];
  next: NextDay[];
}

/** What deliveries taught; times in mean seconds, errors in thousandths. */
export interface Lessons {
  deliveries: number;
  ruleError?: number | null;
  learnedError?: number | null;
  compared: OutletLesson[];
  hours: HourLesson[];
  hasLearnedSpeeds: boolean;
  isMarket: boolean;
}

export interface OutletLesson {
  terminal: string;
  deliveries: number;
  rule: number;
  taken: number;
  next: number;
  isLearned: boolean;
}

export interface HourLesson {
  hour: number;
  deliveries: number;
  plannedService: number;
  service: number;
  legs: number;
  plannedTravel: number;
  travel: number;
}

export interface StopClose {
  terminal: string;
  trip: number;
  outcome: 'done' | 'refused' | 'unfinished';
  plannedArrival: number;
  arrival?: number | null;
  plannedTravel: number;
  travel?: number | null;
  plannedService: number;
  service?: number | null;
}

export interface VehicleClose {
  vehicle: string;
  distributor: string;
  tripsPlanned: number;
  tripsDeparted: number;
  tripsReturned: number;
  plannedDistance: number;
  driven?: number | null;
  plannedWorking: number;
  worked?: number | null;
  planned: number;
  done: number;
  late: number;
  refused: number;
  unfinished: number;
  drivingError?: number | null;
  serviceError?: number | null;
  stops: StopClose[];
}

export interface DayClose {
  date: string;
  distributors: { distributor: string; isClosed: boolean; closedAt?: string | null; closedBy?: string | null }[];
  vehicles: VehicleClose[];
  carried: { order: string; terminal: string; distributor: string; dueOn: string; cases: number; reason: 'unfinished' | 'refused' | 'unserved' }[];
}
