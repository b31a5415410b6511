import { describe, expect, it } from 'vitest';
import type { RouteForecast, StopForecast } from '../src/api/following';
import { ageSeconds, countStops } from '../src/following/following';
import { parse } from '../src/shell/router';

const stop = (state: StopForecast['state'], late: number): StopForecast => ({
  terminal: 't',
  orders: ['o'],
  trip: 0,
  state,
  plannedArrival: 0,
  arrival: 0,
  serviceStart: 0,
  departure: 0,
  due: 0,
  late,
});

describe('following', () => {
  it('counts what is made, and as late what can still be helped', () => {
    const route: RouteForecast = {
      vehicle: 'v',
      tripsDeparted: 1,
      tripsReturned: 0,
      plannedReturn: 0,
      return: 0,
      afterShift: 0,
      stops: [stop('Done', 300), stop('Done', 0), stop('There', 60), stop('Open', 120), stop('Open', 0)],
    };
    expect(countStops(route)).toEqual({ made: 2, late: 2 });
  });

  it('gives a position of a moment ahead no negative age', () => {
    expect(ageSeconds(100, 40)).toBe(60);
    expect(ageSeconds(100, 103)).toBe(0);
  });

  it('has an address of its own', () => {
    expect(parse('/following')).toEqual({ page: 'following' });
  });
});
