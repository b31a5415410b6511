import { describe, expect, it } from 'vitest';
import { allOf, isWorking, mixOf, mixRows, type Side, type Versions } from '../../src/compare/mix';
import { plan, route, trip } from './plans';

const left = plan(3, [route('V1', trip('a', 'b')), route('V2', trip('c+d')), route('V3', trip('e'))]);
const right = plan(5, [route('V1', trip('a')), route('V2', trip('b', 'd')), route('V3', trip('e')), route('V4', trip('f'))], { tray: ['c'] });
const versions: Versions = { left, right, working: right, progress: null };
const pick = (choices: Record<string, Side>) => mixOf(versions, { ...allOf(mixRows(versions), 'right'), ...choices });

describe('a mix of two versions', () => {
  it('has a row for each vehicle of either, and says where both send it the same way', () => {
    expect(mixRows(versions).map((row) => [row.vehicle, row.left !== null, row.right !== null, row.isSame])).toEqual([
      ['V1', true, true, false],
      ['V2', true, true, false],
      ['V3', true, true, true],
      ['V4', false, true, false],
    ]);
  });

  it('of one side alone is that version', () => {
    const all = mixOf(versions, allOf(mixRows(versions), 'left'));
    expect(all.routes).toEqual([
      { vehicle: 'V1', version: 3 },
      { vehicle: 'V2', version: 3 },
      { vehicle: 'V3', version: 3 },
    ]);
    expect(all.clashes).toEqual([]);
    expect(all.distance).toBe(left.distance);
    expect(all.vehicles).toBe(3);
  });

  it('names each route with the version it is taken from, and leaves out a vehicle that the chosen one does not send', () => {
    expect(pick({ V1: 'left', V2: 'left', V4: 'left' }).routes).toEqual([
      { vehicle: 'V1', version: 3 },
      { vehicle: 'V2', version: 3 },
      { vehicle: 'V3', version: 5 },
    ]);
  });

  it('names the stops that would be on two routes', () => {
    expect(pick({ V1: 'left' }).clashes).toEqual([{ order: 'b', terminal: 'T-b', vehicles: ['V1', 'V2'] }]);
  });

  it('names the stops that would be on none', () => {
    // The stop c+d is whole on the left; on the right d has a stop of its own and c waits.
    expect(pick({}).leftOut).toEqual([{ order: 'c', terminal: 'T-c' }]);
    expect(pick({ V2: 'left' }).leftOut).toEqual([{ order: 'b', terminal: 'T-b' }]);
    expect(pick({ V1: 'left', V2: 'left', V4: 'left' }).leftOut).toEqual([{ order: 'f', terminal: 'T-f' }]);
  });

  it('is the working plan where every difference is decided for it', () => {
    const rows = mixRows(versions);
    expect(isWorking(versions, rows, { V1: 'right', V2: 'right', V3: 'left', V4: 'right' })).toBe(true);
    expect(isWorking(versions, rows, { V1: 'left', V2: 'right', V3: 'right', V4: 'right' })).toBe(false);
    expect(isWorking({ ...versions, working: null }, rows, allOf(rows, 'right'))).toBe(false);
  });
});

describe('a mix of a day that has begun', () => {
  const working = plan(6, [route('V1', trip('a'), trip('b')), route('V2', trip('c'))]);
  const before = plan(4, [route('V1', trip('b'), trip('x')), route('V3', trip('c'))]);
  const progress = { now: 36_000, routes: [{ vehicle: 'V1', departures: [30_600], returns: [], done: [] }, { vehicle: 'V2', departures: [30_600], returns: [], done: [] }] };
  const day: Versions = { left: before, right: working, working, progress };

  it('keeps the trips that have left as they are in the working plan, also of a vehicle that is not chosen', () => {
    const mix = mixOf(day, { V1: 'left', V2: 'left', V3: 'left' });
    // V1 drives a, which has left, then the second trip of version 4; V2 has left with c, which V3 would bring again.
    expect(mix.clashes).toEqual([{ order: 'c', terminal: 'T-c', vehicles: ['V2', 'V3'] }]);
    expect(mix.leftOut).toEqual([{ order: 'b', terminal: 'T-b' }]);
    expect(mix.distance).toBe(4000);
    expect(mixRows(day).map((row) => row.departed)).toEqual([1, 1, 0]);
  });

  it('counts a vehicle on the road that neither version sends', () => {
    const elsewhere: Versions = { left: plan(1, []), right: plan(2, [route('V3', trip('c'))]), working, progress };
    const mix = mixOf(elsewhere, { V3: 'right' });
    expect(mix.clashes.map((clash) => clash.order)).toEqual(['c']);
    expect(mix.vehicles).toBe(3);
  });
});
