import { describe, expect, it } from 'vitest';
import { gapAt, placeOf, placesOn, stepPlace } from '../../src/today/edits/places';
import { route, stop, trip } from './days';

const at = (hours: number, minutes = 0) => hours * 3600 + minutes * 60;
const morning = trip(stop('a', at(9)), stop('b', at(9, 30)), stop('c', at(10)));
const afternoon = trip(stop('d', at(13)), stop('e', at(13, 30)));
const day = route('V1', morning, afternoon);
const moved = (...orders: string[]) => new Set(orders);

/** What the server does with a place: takes the moved stops out, then puts them in; here with lists. */
function applied(trips: readonly (readonly string[])[], orders: readonly string[], place: { trip: number; index: number }): string[][] {
  const left = trips.map((each) => each.filter((order) => !orders.includes(order)));
  while (left.length <= place.trip) left.push([]);
  left[place.trip].splice(place.index, 0, ...orders);
  return left;
}

const lists = [
  ['a', 'b', 'c'],
  ['d', 'e'],
];

describe('a gap between stops', () => {
  it('becomes the place that puts the stops there once they are taken out', () => {
    // Every gap of the day for every pair of stops, against the order one reads off the screen.
    for (const orders of [['a'], ['c'], ['a', 'b'], ['b', 'd'], ['a', 'b', 'c'], ['x']]) {
      for (const [number, list] of lists.entries()) {
        for (let before = 0; before <= list.length; before++) {
          const seen = [...list.slice(0, before).filter((order) => !orders.includes(order)), ...orders, ...list.slice(before).filter((order) => !orders.includes(order))];
          const result = applied(lists, orders, placeOf(day.trips, moved(...orders), { trip: number, before }));
          expect(result[number], `${orders.join()} before ${before} of trip ${number}`).toEqual(seen);
        }
      }
    }
  });

  it('beyond the last trip is a trip of its own', () => {
    expect(placeOf(day.trips, moved('a'), { trip: 2, before: 0 })).toEqual({ trip: 2, index: 0 });
    expect(placeOf([], moved('a'), { trip: 0, before: 0 })).toEqual({ trip: 0, index: 0 });
  });

  it('under a moment of the timetable is before the first stop whose service is half done later', () => {
    expect(gapAt(day, at(8))).toEqual({ trip: 0, before: 0 });
    expect(gapAt(day, at(9, 4))).toEqual({ trip: 0, before: 0 });
    expect(gapAt(day, at(9, 6))).toEqual({ trip: 0, before: 1 });
    expect(gapAt(day, at(10, 20))).toEqual({ trip: 0, before: 3 });
    expect(gapAt(day, at(12))).toEqual({ trip: 1, before: 0 });
    expect(gapAt(day, at(20))).toEqual({ trip: 1, before: 2 });
    expect(gapAt(route('V2'), at(9))).toEqual({ trip: 0, before: 0 });
  });
});

describe('the places of a day', () => {
  it('are every gap of the stops that stay, and a trip of their own', () => {
    expect(placesOn(day.trips, moved('b'), 0)).toEqual([
      { trip: 0, index: 0 },
      { trip: 0, index: 1 },
      { trip: 0, index: 2 },
      { trip: 1, index: 0 },
      { trip: 1, index: 1 },
      { trip: 1, index: 2 },
      { trip: 2, index: 0 },
    ]);
  });

  it('leave out trips that have left, but for what is on board of them', () => {
    expect(placesOn(day.trips, moved('x'), 1).map((place) => place.trip)).toEqual([1, 1, 1, 2]);
    expect(placesOn(day.trips, moved('b'), 1).map((place) => place.trip)).toEqual([0, 0, 0]);
  });

  it('are stepped through with their ends kept', () => {
    const places = placesOn(day.trips, moved('x'), 0);
    expect(stepPlace(places, null, 1)).toEqual(places[0]);
    expect(stepPlace(places, places[0], -1)).toEqual(places[0]);
    expect(stepPlace(places, places[3], 1)).toEqual(places[4]);
    expect(stepPlace(places, places.at(-1) ?? null, 1)).toEqual(places.at(-1));
  });
});
