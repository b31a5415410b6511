// The order by which a vehicle leaves on a day (派遣单), and what is on record of that day.

import type { DeliveryRoute } from './deliveryPlans';

export type SignerRole = 'Driver' | 'Warehouse' | 'Supervisor';

export interface OrderLine {
  product: string;
  cases: number;
}

export interface StopGoods {
  terminal: string;
  orders: string[];
  lines: OrderLine[];
  due: number;
}

export interface GoodsBalance {
  product: string;
  loaded: number;
  delivered: number;
  returned: number;
}

export interface DispatchOutcome {
  departedAt?: string | null;
  returnedAt?: string | null;
  isOut: boolean;
  driven: number;
  stopsDone: number;
  stopsOpen: number;
  goods: GoodsBalance[];
  cashCollected: number;
}

export interface DispatchActuals {
  fuel: number;
  tolls: number;
  returned: OrderLine[];
  cashCounted: number;
  odometerStart?: number | null;
  odometerEnd?: number | null;
  note?: string | null;
}

export interface DispatchOrder {
  number: string;
  version: number;
  distributor: string;
  vehicle: string;
  date: string;
  planVersion: number;
  driverName?: string | null;
  rep?: string | null;
  route: DeliveryRoute;
  goods: StopGoods[];
  breaches: readonly unknown[];
  issuedAt: string;
  status: 'Issued' | 'Cancelled' | 'Closed';
  signatures: { role: SignerRole; name: string; at: string; attachment?: string | null; onBehalf?: string | null }[];
  answer?: { objection?: string | null; at: string; onBehalf?: string | null } | null;
  closing?: { actuals: DispatchActuals; outcome: DispatchOutcome; at: string } | null;
}

export interface DispatchOrderSnapshot {
  order: DispatchOrder;
  outcome: DispatchOutcome;
}
