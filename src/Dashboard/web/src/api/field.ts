// The day of a rep or a driver as their phone shows it.

import type { DeliveryPlan } from './deliveryPlans';
import type { TerminalClass } from './outlets';
import type { Order, OrderLine, RefusalReason } from './terminal';
import type { LocalizedText, TimeWindow } from './values';
import type { VisitPlan } from './visitPlans';

export interface ProtocolStep {
  code: string;
  name: LocalizedText;
}

export interface RepStop {
  sequence: number;
  terminal: string;
  name: string;
  address?: string | null;
  class: TerminalClass;
  lon: number;
  lat: number;
  /** Null for a call that was not planned. */
  arrival: number | null;
  state: 'planned' | 'started' | 'done';
  visitedAt?: string | null;
}

export interface RepDay {
  rep: string;
  date: string;
  plan: VisitPlan | null;
  stops: RepStop[];
  protocol: ProtocolStep[];
}

export interface DriverStop {
  sequence: number;
  terminal: string;
  name: string;
  address: string | null;
  phone: string | null;
  lon: number;
  lat: number;
  arrival: number;
  window: TimeWindow;
  cases: number;
  value: number;
  orders: Order[];
  lines: OrderLine[];
  state: 'planned' | 'done' | 'refused';
  arrivedAt: string | null;
  onTime: boolean | null;
  refusal: RefusalReason | null;
}

export interface Navigation {
  amap: string;
  baidu: string;
  google: string;
  apple: string;
}

export interface DriverTrip {
  trip: number;
  departure: number;
  return: number;
  departedAt?: string | null;
  returnedAt?: string | null;
  stops: DriverStop[];
}

/** A stop that a newer plan took off the vehicle. */
export interface TakenOffStop {
  /** On which it was. */
  trip: number;
  planVersion: number;
  /** Its goods are on the vehicle, so that a drop there is taken. */
  isOnBoard: boolean;
  stop: DriverStop;
}

export interface DriverDay {
  vehicle: string;
  date: string;
  plan: DeliveryPlan | null;
  trips: DriverTrip[];
  takenOff?: TakenOffStop[];
  /** By outlet, the addresses that open a navigation app there. */
  navigation?: Readonly<Record<string, Navigation>>;
}
