import { computed } from '@preact/signals';
import type { DeliveryPlan, DeliveryPlanRow, DeliveryRoute, DeliveryStop, UnservedOrder } from '../../api/deliveryPlans';
import type { HoldReason } from '../../api/dispatch';
import { routeColours } from '../../map/ramps';
import { vehicles } from '../../region/regionStore';
import { planRows, shownPlan } from './planDay';

export interface ShownRoute {
  plan: DeliveryPlan;
  route: DeliveryRoute;
  colour: string;
}

/** Where a stop stands on the day. */
export interface PlacedStop {
  shown: ShownRoute;
  trip: number;
  /** Within its trip, from 0. */
  index: number;
  /** Along the vehicle's whole day, from 1, as people count. */
  number: number;
  stop: DeliveryStop;
}

export interface TrayStop extends UnservedOrder {
  distributor: string;
  held: { reason: HoldReason; note: string | null } | null;
}

export const shownRoutes = computed<readonly ShownRoute[]>(() => routesOf(planRows.value ?? [], [...vehicles.value.keys()]));

/** Every stop on a route, by its first order. */
export const placedStops = computed<ReadonlyMap<string, PlacedStop>>(() => {
  const stops = new Map<string, PlacedStop>();
  for (const shown of shownRoutes.value) {
    let number = 0;
    shown.route.trips.forEach((trip, at) => trip.stops.forEach((stop, index) => stops.set(stop.orders[0], { shown, trip: at, index, number: ++number, stop })));
  }
  return stops;
});

/** What is on no vehicle; what people hold back comes last. */
export const tray = computed<readonly TrayStop[]>(() => {
  const stops = (planRows.value ?? []).flatMap((row) => trayOf(shownPlan(row)));
  return [...stops.filter((stop) => stop.held === null), ...stops.filter((stop) => stop.held !== null)];
});

export const trayStops = computed<ReadonlyMap<string, TrayStop>>(() => new Map(tray.value.map((stop) => [stop.orders[0], stop])));

/** The first order of the stop that carries an order: what a stop goes by on screen. */
const firstOrders = computed<ReadonlyMap<string, string>>(() => {
  const first = new Map<string, string>();
  for (const { stop } of placedStops.value.values()) for (const order of stop.orders) first.set(order, stop.orders[0]);
  for (const stop of tray.value) for (const order of stop.orders) first.set(order, stop.orders[0]);
  return first;
});

export function firstOrder(order: string): string {
  return firstOrders.value.get(order) ?? order;
}

export function terminalOf(order: string): string | null {
  const first = firstOrder(order);
  return placedStops.value.get(first)?.stop.terminal ?? trayStops.value.get(first)?.terminal ?? null;
}

export function distributorOf(order: string): string | null {
  const first = firstOrder(order);
  return placedStops.value.get(first)?.shown.plan.distributor ?? trayStops.value.get(first)?.distributor ?? null;
}

export function routesOf(rows: readonly DeliveryPlanRow[], fleet: readonly string[]): ShownRoute[] {
  const plans = rows.map(shownPlan).filter((plan) => plan !== null);
  const colours = coloursOf(plans.flatMap((plan) => plan.routes.map((route) => route.vehicle)), fleet);
  return plans.flatMap((plan) => plan.routes.map((route) => ({ plan, route, colour: colours.get(route.vehicle) ?? routeColours[0] })));
}

/**
 * A vehicle keeps its colour from version to version: it goes by its place in the fleet, not in the plan.
 * While colours are free, no two vehicles share one.
 */
export function coloursOf(vehicles: readonly string[], fleet: readonly string[]): ReadonlyMap<string, string> {
  const places = new Map(fleet.map((vehicle, place) => [vehicle, place]));
  const placeOf = (vehicle: string) => places.get(vehicle) ?? 0;
  const colours = new Map<string, string>();
  const used = new Set<string>();
  for (const vehicle of [...vehicles].sort((a, b) => placeOf(a) - placeOf(b))) {
    const own = placeOf(vehicle) % routeColours.length;
    const order = [...routeColours.slice(own), ...routeColours.slice(0, own)];
    const colour = order.find((each) => !used.has(each)) ?? order[0];
    used.add(colour);
    colours.set(vehicle, colour);
  }
  return colours;
}

function trayOf(plan: DeliveryPlan | null): TrayStop[] {
  if (!plan) return [];
  const held = new Map(plan.overrides.held.map((each) => [each.order, each]));
  return plan.unserved.map((stop) => {
    const by = stop.orders.map((order) => held.get(order)).find((each) => each !== undefined);
    return { ...stop, distributor: plan.distributor, held: by ? { reason: by.reason, note: by.note } : null };
  });
}
