import type { DeliveryPlan } from '../../api/deliveryPlans';
import type { DayOverrides, LockStrength } from '../../api/dispatch';

/** What holds a stop or a vehicle where it is. */
export interface Lock {
  strength: LockStrength;
  /** The lock is on the stop itself, on its vehicle, or on the whole day. */
  on: 'stop' | 'vehicle' | 'day';
  /** Its place or the vehicle's order is kept as well. */
  isPlaceKept: boolean;
  window: { start: number; end: number } | null;
}

/** The strongest lock that holds for a stop; of equals the one nearest to it. */
export function lockOfStop(overrides: DayOverrides, orders: readonly string[], vehicle: string | null): Lock | null {
  const own = overrides.stops.find((each) => orders.includes(each.order));
  const found: Lock[] = [];
  if (own) found.push({ strength: own.strength, on: 'stop', isPlaceKept: own.isPlaceKept, window: own.window });
  const of = vehicle === null ? null : lockOfVehicle(overrides, vehicle);
  if (of) found.push(of);
  return found.find((lock) => lock.strength === 'Everyone') ?? found[0] ?? null;
}

export function lockOfVehicle(overrides: DayOverrides, vehicle: string): Lock | null {
  const found: Lock[] = [];
  const own = overrides.vehicles.find((each) => each.vehicle === vehicle);
  if (own) found.push({ strength: own.strength, on: 'vehicle', isPlaceKept: own.isOrderKept, window: null });
  if (overrides.day !== null) found.push({ strength: overrides.day, on: 'day', isPlaceKept: true, window: null });
  return found.find((lock) => lock.strength === 'Everyone') ?? found[0] ?? null;
}

/** The strongest lock on any of these stops that are on a route. Against the optimiser alone it lets a person move them, who is told first. */
export function strengthAmong(plan: Pick<DeliveryPlan, 'routes' | 'overrides'>, orders: readonly string[]): LockStrength | null {
  const found = plan.routes.flatMap((route) =>
    route.trips.flatMap((trip) =>
      trip.stops.filter((stop) => stop.orders.some((order) => orders.includes(order))).map((stop) => lockOfStop(plan.overrides, stop.orders, route.vehicle)?.strength ?? null),
    ),
  );
  return found.find((strength) => strength === 'Everyone') ?? found.find((strength) => strength !== null) ?? null;
}
