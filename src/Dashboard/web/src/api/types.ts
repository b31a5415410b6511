// JSON forms of the Model and Contracts types, as docs/api.md describes them.
// Quantities are plain integers in the unit their name states.

export type Role = 'administrator' | 'planner' | 'dispatcher' | 'supervisor' | 'rep' | 'driver';

export interface LocalizedText {
  zh: string;
  en: string;
}

export interface GeoPoint {
  longitude: number;
  latitude: number;
}

export interface Bounds {
  west: number;
  south: number;
  east: number;
  north: number;
}

export interface TimeWindow {
  start: number;
  end: number;
}

export interface SessionUser {
  id: string;
  name: string;
  email: string;
  role: Role;
  region?: string | null;
  distributor?: string | null;
  rep?: string | null;
  vehicle?: string | null;
}

export interface Session {
  user: SessionUser | null;
  csrf: string;
  roles: Role[];
}

export interface Person extends SessionUser {
  disabled: boolean;
  state: 'invited' | 'active' | 'disabled';
}

export interface Invitation {
  person: Person;
  link: string;
}

export interface RegionSummary {
  id: string;
  name: LocalizedText;
  bounds: Bounds;
  terminals: number;
  hasMarket: boolean;
}

export interface Region {
  id: string;
  name: LocalizedText;
  timeZone: string;
  currency: string;
  bounds: Bounds;
  mapAttribution: string;
  calendar: { workingWeekdays: string; holidays: string[]; extraWorkingDays: string[] };
}

export interface Product {
  id: string;
  name: LocalizedText;
  category: string;
  unitsPerCase: number;
  prices: { factoryPerCase: number; terminalPerCase: number; retailPerCase: number };
}

export interface DistributorFile {
  id: string;
  name: string;
  depot: GeoPoint;
  depotAddress?: string | null;
}

export interface RepFile {
  id: string;
  distributor: string;
  name: string;
  phone?: string | null;
  start: GeoPoint;
  shift: TimeWindow;
}

export interface Capacity {
  cases: number;
  /** Grams. */
  mass: number;
  /** Millilitres. */
  volume: number;
}

export interface VehicleFile {
  id: string;
  distributor: string;
  plate: string;
  type: string;
  capacity: Capacity;
  shift: TimeWindow;
  maxTrips: number;
  driverName?: string | null;
  inService: boolean;
}

export interface RegionDetail {
  region: Region;
  products: Product[];
  distributors: DistributorFile[];
  reps: RepFile[];
  vehicles: VehicleFile[];
  position: number;
}

export type TerminalClass = 'A' | 'B' | 'C';
export type TerminalKind = 'Grocery' | 'Convenience' | 'Supermarket' | 'Restaurant' | 'Special' | 'Wholesale' | 'Nightlife';
export type TerminalStatus = 'Active' | 'Paused' | 'NonCooperating' | 'Closed' | 'Prospect';

export interface OutletColumns {
  position: number;
  day: string;
  /** Each outlet's number in live frames; it has gaps where outlets are out of scope. */
  index?: number[];
  ids: string[];
  names: string[];
  lon: number[];
  lat: number[];
  kind: TerminalKind[];
  class: TerminalClass[];
  rep: (string | null)[];
  distributor: (string | null)[];
  coverDays: (number | null)[];
  sinceVisitDays: (number | null)[];
  outOfStock: number[];
  listed: number[];
  status: TerminalStatus[];
}

export interface Metric {
  value: number | null;
  numerator: number;
  denominator: number;
}

export type MetricName =
  | 'numericDistribution'
  | 'weightedDistribution'
  | 'visitCoverage'
  | 'unvisited'
  | 'outOfStock'
  | 'deliveriesOnTime';

export type Metrics = Record<MetricName, Metric> & { day: string; at: string; position: number };

export interface UnvisitedTerminal {
  terminal: string;
  name: string;
  class: TerminalClass;
  rep: string | null;
  lastVisitOn: string | null;
  dueOn: string | null;
  nextPlannedOn: string | null;
  reason: string | null;
}

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

export interface MapInfo {
  minZoom: number;
  maxZoom: number;
  bounds: Bounds;
  attribution: string;
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

export interface PlanProvenance {
  engine: string;
  seed: number;
  threads: number;
  iterations: number;
  travelTimes: string;
  journalPosition: number;
  inputHash: string;
}

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

export type PlanStatus = 'Proposed' | 'Published' | 'Discarded';

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
}

export interface DeliveryPlanRow {
  distributor: string;
  date: string;
  proposed: DeliveryPlan | null;
  published: DeliveryPlan | null;
}

export interface PlannedVisit {
  terminal: string;
  purpose: 'Cadence' | 'ZeroUnvisited';
  dueOn: string;
  arrival: number;
  departure: number;
  travel: number;
  leg: number;
}

export interface PostponedVisit {
  terminal: string;
  dueOn: string;
  reason: UnservedReason;
  nextOn: string;
}

export interface VisitPlan {
  id: string;
  rep: string;
  date: string;
  version: number;
  status: PlanStatus;
  start: number;
  end: number;
  visits: PlannedVisit[];
  postponed: PostponedVisit[];
  distance: number;
  driving: number;
  provenance: PlanProvenance;
}

export interface VisitPlanRow {
  rep: string;
  date: string;
  proposed: VisitPlan | null;
  published: VisitPlan | null;
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

export interface DriverTrip {
  trip: number;
  departure: number;
  return: number;
  departedAt?: string | null;
  returnedAt?: string | null;
  stops: DriverStop[];
}

export interface DriverDay {
  vehicle: string;
  date: string;
  plan: DeliveryPlan | null;
  trips: DriverTrip[];
}

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

export interface ClockState {
  now: string;
  speed: number;
  trueSpeed: number;
  running: boolean;
  live: boolean;
  /** Whether a simulated market keeps the clock. */
  simulated: boolean;
}

export interface LiveFrame {
  sequence: number;
  snapshot: boolean;
  now: string;
  speed: number;
  trueSpeed: number;
  running: boolean;
  position: number;
  movers?: string | null;
  moverIds?: string[] | null;
  outlets?: string | null;
  totals?: Metrics | null;
  plans?: { kind: 'deliveries' | 'visits'; party: string; date: string }[] | null;
  /** Outlets, reps or vehicles were added, taken away or changed hands: the lists are loaded again. */
  directory?: boolean;
}

export interface InputProblem {
  code: string;
  field?: string | null;
  value?: string | null;
  rule: string;
}
