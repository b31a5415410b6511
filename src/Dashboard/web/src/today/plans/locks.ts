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

/** Whether any of these stops is held against the optimiser: a person may move it, and is asked first. */
export function anyLocked(plan: DeliveryPlan, orders: readonly string[]): boolean {
  return plan.routes.some((route) =>
    route.trips.some((trip) => trip.stops.some((stop) => stop.orders.some((order) => orders.includes(order)) && lockOfStop(plan.overrides, stop.orders, route.vehicle) !== null)),
  );
}
