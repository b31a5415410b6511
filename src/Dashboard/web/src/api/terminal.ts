// An outlet's page, and the card that a rep carries of it.

import type { TerminalClass, TerminalKind, TerminalStatus } from './outlets';
import type { GeoPoint, TimeWindow } from './values';

export interface TerminalFile {
  id: string;
  region: string;
  name: string;
  alias?: string | null;
  kind: TerminalKind;
  class: TerminalClass;
  classBasis?: string;
  status: TerminalStatus;
  licenceNumber?: string | null;
  owner?: string | null;
  phone?: string | null;
  address?: string | null;
  location: GeoPoint;
  locationAccuracyMeters?: number | null;
  areaSquareMeters?: number | null;
  visitorsPerDay?: number | null;
  openingHours?: { periods: { days: string; hours: TimeWindow }[] };
  deliveryWindow?: TimeWindow | null;
  largestVehicle?: number | null;
  daysOff?: string;
  distributor?: string | null;
  rep?: string | null;
  visitsPerCycle?: number | null;
  timeInStore?: number | null;
  listedProducts: string[];
  mustStock?: string[];
  facings?: number;
  categoryVolumePerMonth?: number;
  terms?: 'CashOnDelivery' | 'MonthlyAccount' | 'NextVisit';
  creditLimit?: number;
  note?: string | null;
}

export interface TerminalStockLine {
  product: string;
  listed: boolean;
  stock: number;
  onOrder: number;
  meanDailySales: number;
  coverDays: number | null;
  lastCounted: number | null;
  receivedSince: number;
  lastCountedAt: string | null;
}

export interface OrderLine {
  product: string;
  cases: number;
}

export interface Order {
  id: string;
  terminal: string;
  distributor: string;
  placedAt: string;
  dueOn: string;
  lines: OrderLine[];
  note?: string | null;
}

export interface VisitRecord {
  at: string;
  until: string | null;
  rep: string;
  productive: boolean;
  planned: boolean;
  outcome?: string | null;
}

export interface DeliveryRecord {
  at: string;
  vehicle: string;
  cases: number;
  value: number;
  onTime: boolean | null;
  refusal: RefusalReason;
  photo?: string | null;
  signature?: string | null;
}

export interface OrderRecord {
  id: string;
  placedAt: string;
  dueOn: string;
  cases: number;
  value: number;
  state: 'open' | 'delivered' | 'cancelled';
}

export interface OpenVisit {
  rep: string;
  plan: string | null;
  startedAt: string;
  stepsDone: string[];
  ordered: boolean;
}

export interface TerminalPage {
  file: TerminalFile;
  stock: TerminalStockLine[];
  coverDays: number | null;
  openOrders: Order[];
  balance: number;
  lastVisitOn: string | null;
  nextVisitOn: string | null;
  visits: VisitRecord[];
  deliveries: DeliveryRecord[];
  orders: OrderRecord[];
  sales: { days: string[]; units: number[] };
  visit?: OpenVisit | null;
  position?: number;
}

export type RefusalReason =
  | 'None'
  | 'OutletClosed'
  | 'NoCash'
  | 'NotOrdered'
  | 'Damaged'
  | 'NearExpiry'
  | 'PriceDisagreement'
  | 'OutOfStockAtDepot'
  | 'Other';

export interface SuggestedLine {
  product: string;
  /** Units at the count before this one; null when there was none. */
  lastCount: number | null;
  receivedSince: number;
  counted: number;
  onOrder: number;
  suggested: number;
}

/** The terminal page as a rep carries it, with what the order rule proposes on the last count. */
export interface VisitCard extends TerminalPage {
  suggested?: SuggestedLine[];
}
