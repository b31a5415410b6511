import type { DeliveryPlan } from '../api/deliveryPlans';
import { t } from '../i18n/i18n';
import { plate } from '../region/names';

/** Where a stop is on the day; trip and stop count from 1, as people do. */
export interface Place {
  vehicle: string;
  trip: number;
  stop: number;
}

export interface PlacedOrder {
  terminal: string;
  place: Place | null;
}

export interface MovedStop {
  order: string;
  terminal: string;
  /** Null: not served there. */
  from: Place | null;
  to: Place | null;
}

/** Where each order of a plan is, those that nobody serves included. */
export function placesOf(plan: DeliveryPlan): Map<string, PlacedOrder> {
  const places = new Map<string, PlacedOrder>();
  for (const { terminal, orders } of plan.unserved) for (const order of orders) places.set(order, { terminal, place: null });
  for (const { vehicle, trips } of plan.routes)
    trips.forEach(({ stops }, trip) =>
      stops.forEach(({ terminal, orders }, stop) => {
        for (const order of orders) places.set(order, { terminal, place: { vehicle, trip: trip + 1, stop: stop + 1 } });
      }),
    );
  return places;
}

/** The stops that are elsewhere on the right: those that only one of the plans serves first, then those that `moved` names, by where they were. */
export function movedStops(left: DeliveryPlan, right: DeliveryPlan, moved: readonly string[]): MovedStop[] {
  const [before, after] = [placesOf(left), placesOf(right)];
  const stops: MovedStop[] = [];
  const add = (order: string) => {
    const [from, to] = [before.get(order), after.get(order)];
    if (from && to && (from.place || to.place)) stops.push({ order, terminal: to.terminal, from: from.place, to: to.place });
  };
  for (const { orders } of right.unserved) if (before.get(orders[0])?.place) add(orders[0]);
  for (const { orders } of left.unserved) if (after.get(orders[0])?.place) add(orders[0]);
  for (const order of [...moved].sort((a, b) => compare(before.get(a)?.place, before.get(b)?.place))) add(order);
  return stops;
}

/** From where to where, in words. */
export function moveText({ from, to }: MovedStop): string {
  if (from && to && from.vehicle === to.vehicle && from.trip === to.trip)
    return t('compare.movedWithin', { vehicle: plate(from.vehicle), trip: from.trip, from: from.stop, to: to.stop });
  return t('compare.movedTo', { from: placeText(from), to: placeText(to) });
}

function placeText(place: Place | null): string {
  return place ? t('compare.place', { vehicle: plate(place.vehicle), trip: place.trip, stop: place.stop }) : t('compare.tray');
}

function compare(a: Place | null | undefined, b: Place | null | undefined): number {
  if (!a || !b) return a ? 1 : b ? -1 : 0;
  return a.vehicle < b.vehicle ? -1 : a.vehicle > b.vehicle ? 1 : a.trip - b.trip || a.stop - b.stop;
}
