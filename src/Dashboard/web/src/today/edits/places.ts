import type { DeliveryRoute, DeliveryTrip } from '../../api/deliveryPlans';
import type { StopPlace } from '../../api/dispatch';

// Where on a vehicle's day stops go. Places are counted with the stops that are moved already taken out;
// a trip that they leave empty keeps its number.

/** A gap between stops as it is on screen, the moved stops still in it. */
export interface Gap {
  trip: number;
  /** Before the stop with this number; the number of stops: at the end. */
  before: number;
}

/** The place that a gap becomes once the moved stops are taken out of the route. */
export function placeOf(trips: readonly DeliveryTrip[], moved: ReadonlySet<string>, gap: Gap): StopPlace {
  if (gap.trip >= trips.length) return { trip: trips.length, index: 0 };
  return { trip: gap.trip, index: without(trips[gap.trip], moved, gap.before).length };
}

/** The gap of a route at a time of day: before the first stop whose service is half done later. */
export function gapAt(route: DeliveryRoute, seconds: number): Gap {
  const { trips } = route;
  if (trips.length === 0) return { trip: 0, before: 0 };
  let trip = trips.findIndex((each) => seconds <= each.return);
  if (trip < 0) trip = trips.length - 1;
  const before = trips[trip].stops.findIndex((stop) => seconds < (stop.serviceStart + stop.departure) / 2);
  return { trip, before: before < 0 ? trips[trip].stops.length : before };
}

/**
 * Every place on a route for stops that are moved, in the order of the day, the last one a trip of its own.
 * What is on board of a trip that has left only goes to other places of that trip; everything else only on trips that have not.
 */
export function placesOn(trips: readonly DeliveryTrip[], moved: ReadonlySet<string>, departed: number): StopPlace[] {
  const onBoardOf = trips.slice(0, departed).findIndex((trip) => trip.stops.some((stop) => isMoved(stop, moved)));
  const places = trips.flatMap((trip, number) => {
    if (onBoardOf >= 0 ? number !== onBoardOf : number < departed) return [];
    return Array.from({ length: without(trip, moved, trip.stops.length).length + 1 }, (_, index) => ({ trip: number, index }));
  });
  return onBoardOf >= 0 ? places : [...places, { trip: trips.length, index: 0 }];
}

/** The next place in a list for an arrow key; the first for a place that is not in it. */
export function stepPlace(places: readonly StopPlace[], current: StopPlace | null, by: 1 | -1): StopPlace {
  const at = current === null ? -1 : places.findIndex((place) => place.trip === current.trip && place.index === current.index);
  if (at < 0) return by === 1 ? places[0] : places[places.length - 1];
  return places[Math.min(places.length - 1, Math.max(0, at + by))];
}

/** A trip's stops up to a number, those that are moved left out. */
export function without(trip: DeliveryTrip, moved: ReadonlySet<string>, end: number): DeliveryTrip['stops'] {
  return trip.stops.slice(0, end).filter((stop) => !isMoved(stop, moved));
}

function isMoved(stop: { orders: readonly string[] }, moved: ReadonlySet<string>): boolean {
  return stop.orders.some((order) => moved.has(order));
}
