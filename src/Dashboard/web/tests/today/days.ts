import type { DeliveryPlan, DeliveryRoute, DeliveryStop, DeliveryTrip } from '../../src/api/deliveryPlans';
import type { DayOverrides, PlanBreach, PlanChange, PlanOrigin, PlanOriginKind, PlanVersion } from '../../src/api/dispatch';

// Small days that tests write down: a stop is its order, an outlet's name is its order with a T.

const hour = 3600;
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

/** Service begins on arrival and takes ten minutes. */
export function stop(order: string, arrival: number, window: [number, number] = [8 * hour, 18 * hour]): DeliveryStop {
  return {
    terminal: `T${order}`,
    orders: [order],
    load,
    window: { start: window[0], end: window[1] },
    arrival,
    serviceStart: Math.max(arrival, window[0]),
    departure: Math.max(arrival, window[0]) + 600,
    travel: 600,
    leg: 3000,
  };
}

/** A trip that loads for half an hour before its first stop's drive and is back twenty minutes after its last. */
export function trip(...stops: DeliveryStop[]): DeliveryTrip {
  const departure = (stops[0]?.arrival ?? 8 * hour) - 600;
  return { loadingStart: departure - 1800, departure, return: (stops.at(-1)?.departure ?? departure) + 1200, load, distance: 9000, driving: 1800, stops };
}

export function route(vehicle: string, ...trips: DeliveryTrip[]): DeliveryRoute {
  return { vehicle, trips, distance: 9000, working: 7200, cost: 10_000 };
}

export function plan(routes: DeliveryRoute[], more: Partial<DeliveryPlan> = {}): DeliveryPlan {
  return {
    id: 'P',
    distributor: 'D1',
    date: '2026-03-04',
    version: 3,
    status: 'Proposed',
    routes,
    unserved: [],
    distance: 0,
    cost: 0,
    provenance: { engine: 'test', seed: 1, threads: 1, iterations: 0, travelTimes: 'test', journalPosition: 0, inputHash: '' },
    origin: null,
    overrides: noOverrides,
    breaches: [],
    ...more,
  };
}

export const noChange: PlanChange = { distance: 0, working: 0, cost: 0, lateStops: 0, lateness: 0, unserved: 0, vehicles: 0, moved: [], broken: [], mended: [] };

export function breach(rule: PlanBreach['rule'], amount: number, more: Partial<PlanBreach> = {}): PlanBreach {
  return { rule, vehicle: 'V1', order: null, amount, isAllowed: false, price: 0, ...more };
}

export function version(number: number, by: string, kind: PlanOriginKind, more: Partial<PlanVersion> = {}): PlanVersion {
  const origin: PlanOrigin = { kind, base: number > 1 ? number - 1 : null, by, at: '2026-03-04T01:00:00Z', edits: null, run: null, adopted: null, reverted: null };
  return { version: number, status: 'Proposed', isAside: false, origin, vehicles: 1, stops: 2, unserved: 0, distance: 0, cost: 0, breaches: 0, lateStops: 0, lateness: 0, ...more };
}
