import type { DeliveryPlan, DeliveryRoute, DeliveryStop, DeliveryTrip } from '../../src/api/deliveryPlans';
import type { DayOverrides, PlanBreach, PlanVersion } from '../../src/api/dispatch';

// Small days that tests write down. A stop is its orders, and its outlet is named by the first of them.

const load = { cases: 4, mass: 40_000, volume: 80_000 };

export const noOverrides: DayOverrides = {
  day: null,
  vehicles: [],
  stops: [],
  held: [],
  apart: [],
  overtime: [],
  lateness: [],
  overload: [],
  outages: [],
  crews: [],
};

/** A trip of stops, `'a+b'` being one stop of two orders; each stop is a kilometer of the way. */
export function trip(...stops: string[]): DeliveryTrip {
  const made: DeliveryStop[] = stops.map((orders) => ({
    terminal: `T-${orders.split('+')[0]}`,
    orders: orders.split('+'),
    load,
    window: { start: 28_800, end: 64_800 },
    arrival: 36_000,
    serviceStart: 36_000,
    departure: 36_600,
    travel: 600,
    leg: 1000,
  }));
  return { loadingStart: 28_800, departure: 30_600, return: 50_000, load, distance: 1000 * stops.length, driving: 1800, stops: made };
}

export function route(vehicle: string, ...trips: DeliveryTrip[]): DeliveryRoute {
  return { vehicle, trips, distance: trips.reduce((sum, each) => sum + each.distance, 0), working: 7200, cost: 10_000 };
}

export function plan(version: number, routes: DeliveryRoute[], more: Partial<DeliveryPlan> & { tray?: string[] } = {}): DeliveryPlan {
  const { tray = [], ...rest } = more;
  return {
    id: `P${version}`,
    distributor: 'D1',
    date: '2026-03-04',
    version,
    status: 'Proposed',
    routes,
    unserved: tray.map((order) => ({ terminal: `T-${order}`, orders: [order], reason: 'NoTimeLeft', detail: {} })),
    distance: routes.reduce((sum, each) => sum + each.distance, 0),
    cost: routes.reduce((sum, each) => sum + each.cost, 0),
    provenance: { engine: 'test', seed: 1, threads: 1, iterations: 0, travelTimes: 'test', journalPosition: 0, inputHash: '' },
    overrides: noOverrides,
    breaches: [],
    ...rest,
  };
}

export function breach(rule: PlanBreach['rule'], amount: number, more: Partial<PlanBreach> = {}): PlanBreach {
  return { rule, vehicle: 'V1', order: null, amount, isAllowed: false, price: 0, ...more };
}

export function version(number: number, base: number | null, more: Partial<PlanVersion> = {}): PlanVersion {
  const origin = { kind: 'Edited', base, by: 'U1', at: '2026-03-04T01:00:00Z', edits: null, run: null, adopted: null, reverted: null } as const;
  return { version: number, status: 'Proposed', isAside: false, origin, vehicles: 1, stops: 2, unserved: 0, distance: 0, cost: 0, breaches: 0, lateStops: 0, lateness: 0, ...more };
}
