// A distributor's deliveries on a day, and how far they are.

import type { DayOverrides, DayProgress, PlanBreach, PlanOrigin } from './dispatch';
import type { PlanProvenance, PlanStatus, UnservedReason } from './plans';
import type { RefusalReason } from './terminal';
import type { Capacity, TimeWindow } from './values';

export interface DeliveryStop {
  terminal: string;
  orders: string[];
  load: Capacity;
  window: TimeWindow;
  arrival: number;
  serviceStart: number;
  departure: number;
  travel: number;
  leg: number;
}

export interface DeliveryTrip {
  loadingStart: number;
  departure: number;
  return: number;
  load: Capacity;
  distance: number;
  driving: number;
  stops: DeliveryStop[];
}

export interface DeliveryRoute {
  vehicle: string;
  trips: DeliveryTrip[];
  distance: number;
  working: number;
  cost: number;
}

export interface UnservedOrder {
  terminal: string;
  orders: string[];
  reason: UnservedReason;
  detail: Record<string, string>;
}

export interface DeliveryPlan {
  id: string;
  distributor: string;
  date: string;
  version: number;
  status: PlanStatus;
  routes: DeliveryRoute[];
  unserved: UnservedOrder[];
  distance: number;
  cost: number;
  provenance: PlanProvenance;
  /** How this version came about; null for plans made before versions said so. */
  origin?: PlanOrigin | null;
  overrides: DayOverrides;
  breaches: PlanBreach[];
}

export interface DeliveryPlanRow {
  distributor: string;
  date: string;
  proposed: DeliveryPlan | null;
  published: DeliveryPlan | null;
  /** The latest version that is not discarded or set aside: what people edit. */
  working?: DeliveryPlan | null;
  progress?: DayProgress | null;
  /** When somebody ended the day; changes are still taken. */
  closedAt?: string | null;
}

export interface StopProgress {
  terminal: string;
  plannedArrival: string | number;
  arrivedAt?: string | null;
  onTime?: boolean | null;
  refusal?: RefusalReason | null;
  cases?: number | null;
}

export interface TripProgress {
  vehicle: string;
  trip: number;
  departedAt?: string | null;
  returnedAt?: string | null;
  stops: StopProgress[];
}
