// A distributor's deliveries over the coming days: which outlet on which day, before it runs out.

export type ReplenishmentPolicy = 'OrderUpTo' | 'MaximumLevel';

export interface ScheduleOptions {
  from: string;
  days: number;
  policy: ReplenishmentPolicy;
  coverDays: number;
  seed: number;
  iterations: number | null;
  timeLimit: number | null;
}

export interface ScheduleProgress {
  run: string;
  status: 'Waiting' | 'Running' | 'Done' | 'Failed';
  by: string;
  at: string;
  options: ScheduleOptions;
  elapsed: number;
  iterations: number;
  cost?: number | null;
  refusalCode?: string | null;
  detail?: Record<string, string> | null;
}

export interface ScheduledTrip {
  date: string;
  vehicle: string;
  trip: number;
  stops: { terminal: string; cases: number }[];
  capacity: number;
  distance: number;
  working: number;
}

export type StockOutCause = 'BeforeFirstDelivery' | 'NotReachable' | 'NotWorthIt';

export interface DeliverySchedule {
  distributor: string;
  from: string;
  days: number;
  policy: ReplenishmentPolicy;
  trips: ScheduledTrip[];
  /** In cases of all products together; `sales` and `left` have a figure a day. */
  outlets: { terminal: string; maximum: number; stock: number; sales: number[]; left: number[] }[];
  stockOuts: { terminal: string; date: string; cases: number; cause: StockOutCause }[];
  withoutSales: string[];
  travelCost: number;
  holdingCost: number;
  stockOutCost: number;
  engine: string;
  seed: number;
  iterations: number;
  travelTimes: string;
}
