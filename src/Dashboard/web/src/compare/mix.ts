import type { DeliveryPlan, DeliveryRoute, DeliveryTrip } from '../api/deliveryPlans';
import type { DayProgress } from '../api/dispatch';

export type Side = 'left' | 'right';

/** Which version's route each vehicle drives. */
export type Choices = Readonly<Record<string, Side>>;

/** What a mix is made from. */
export interface Versions {
  left: DeliveryPlan;
  right: DeliveryPlan;
  /** The plan that people work on; null where every one was discarded. */
  working: DeliveryPlan | null;
  progress: DayProgress | null;
}

export interface MixRow {
  vehicle: string;
  left: DeliveryRoute | null;
  right: DeliveryRoute | null;
  /** The vehicle's trips that have left: they are those of the working plan in any mix. */
  departed: number;
  isSame: boolean;
}

/** A stop that two of the chosen routes serve. */
export interface Clash {
  order: string;
  terminal: string;
  vehicles: readonly [string, string];
}

export interface Mix {
  routes: { vehicle: string; version: number }[];
  clashes: Clash[];
  /** Stops that one of the versions serves and this mix does not. */
  leftOut: { order: string; terminal: string }[];
  distance: number;
  vehicles: number;
}

/** The vehicles that either version sends, by name of their file. */
export function mixRows({ left, right, progress }: Versions): MixRow[] {
  return [...new Set([...left.routes, ...right.routes].map((route) => route.vehicle))].sort().map((vehicle) => {
    const [one, other] = [routeOf(left, vehicle), routeOf(right, vehicle)];
    return { vehicle, left: one, right: other, departed: departedOf(progress, vehicle), isSame: ordersOf(one) === ordersOf(other) };
  });
}

/** Every vehicle's route of one side. */
export function allOf(rows: readonly MixRow[], side: Side): Choices {
  return Object.fromEntries(rows.map((row) => [row.vehicle, side]));
}

/** What the choices make, as the server puts it together: trips that have left stay, and what is on no chosen route is served by nobody. */
export function mixOf(versions: Versions, choices: Choices): Mix {
  const { left, right, working, progress } = versions;
  const rows = mixRows(versions);
  const mix: Mix = { routes: [], clashes: [], leftOut: [], distance: 0, vehicles: 0 };
  const carriers = new Map<string, string>();
  const drive = (vehicle: string, trips: readonly DeliveryTrip[]) => {
    if (trips.length > 0) mix.vehicles++;
    for (const { distance, stops } of trips) {
      mix.distance += distance;
      for (const { orders, terminal } of stops) {
        const twice = orders.find((order) => carriers.has(order));
        if (twice !== undefined) mix.clashes.push({ order: twice, terminal, vehicles: [carriers.get(twice) ?? vehicle, vehicle] });
        for (const order of orders) carriers.set(order, vehicle);
      }
    }
  };

  for (const { vehicle, departed, ...sides } of rows) {
    const side = choices[vehicle] ?? 'right';
    const route = sides[side];
    if (route) mix.routes.push({ vehicle, version: (side === 'left' ? left : right).version });
    drive(vehicle, [...tripsOf(working, vehicle).slice(0, departed), ...(route?.trips ?? []).slice(departed)]);
  }
  for (const { vehicle, departures } of progress?.routes ?? [])
    if (!rows.some((row) => row.vehicle === vehicle)) drive(vehicle, tripsOf(working, vehicle).slice(0, departures.length));

  const seen = new Set<string>();
  for (const stop of [left, right].flatMap((plan) => plan.routes.flatMap((route) => route.trips.flatMap((trip) => trip.stops)))) {
    const missing = stop.orders.filter((order) => !carriers.has(order) && !seen.has(order));
    if (missing.length > 0) mix.leftOut.push({ order: missing[0], terminal: stop.terminal });
    for (const order of missing) seen.add(order);
  }
  return mix;
}

/** Whether the choices leave the working plan as it is. */
export function isWorking({ left, right, working }: Versions, rows: readonly MixRow[], choices: Choices): boolean {
  const differing = rows.filter((row) => !row.isSame);
  const side = left.version === working?.version ? 'left' : right.version === working?.version ? 'right' : null;
  return side !== null && differing.every((row) => choices[row.vehicle] === side);
}

function routeOf(plan: DeliveryPlan | null, vehicle: string): DeliveryRoute | null {
  return plan?.routes.find((route) => route.vehicle === vehicle) ?? null;
}

function tripsOf(plan: DeliveryPlan | null, vehicle: string): readonly DeliveryTrip[] {
  return routeOf(plan, vehicle)?.trips ?? [];
}

function departedOf(progress: DayProgress | null, vehicle: string): number {
  return progress?.routes.find((route) => route.vehicle === vehicle)?.departures.length ?? 0;
}

function ordersOf(route: DeliveryRoute | null): string {
  return JSON.stringify(route?.trips.map((trip) => trip.stops.map((stop) => stop.orders)) ?? []);
}
