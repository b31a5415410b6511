import { beforeEach, describe, expect, it } from 'vitest';
import { clickStop, picked, pickAll, picksMany, pickTo, select, selection, togglePick, type StopSelection } from '../../src/selection/selection';
import { together } from '../../src/today/plans/stopList';
import { planRows } from '../../src/today/plans/planDay';
import { coloursOf } from '../../src/today/plans/stopIndex';
import { isInside } from '../../src/map/polygon';
import { plan, route, stop, trip } from './days';

const list = ['a', 'b', 'c', 'd', 'e'];
const stopOf = (order: string): StopSelection => ({ kind: 'stop', distributor: 'D1', vehicle: 'V1', trip: 0, terminal: `T${order}`, order });
const chosen = () => [...picked.value].sort();
const keys = { ctrlKey: false, metaKey: false, shiftKey: false };

beforeEach(() => {
  select(null);
  picksMany.value = false;
});

describe('choosing stops together', () => {
  it('begins anew with a plain click', () => {
    clickStop(stopOf('a'), list, keys);
    clickStop(stopOf('c'), list, keys);
    expect(chosen()).toEqual(['c']);
    expect(selection.value).toEqual(stopOf('c'));
  });

  it('adds and takes away with Ctrl or Command, and with a plain click where several are chosen by touch', () => {
    clickStop(stopOf('a'), list, keys);
    clickStop(stopOf('c'), list, { ...keys, ctrlKey: true });
    clickStop(stopOf('d'), list, { ...keys, metaKey: true });
    expect(chosen()).toEqual(['a', 'c', 'd']);
    clickStop(stopOf('c'), list, { ...keys, ctrlKey: true });
    expect(chosen()).toEqual(['a', 'd']);
    picksMany.value = true;
    clickStop(stopOf('e'), list, keys);
    expect(chosen()).toEqual(['a', 'd', 'e']);
  });

  it('takes a range with Shift, from where it began, forwards and backwards', () => {
    select(stopOf('c'));
    pickTo(stopOf('e'), list);
    expect(chosen()).toEqual(['c', 'd', 'e']);
    pickTo(stopOf('b'), list);
    expect(chosen()).toEqual(['b', 'c']);
    expect(selection.value).toEqual(stopOf('b'));
  });

  it('is one stop where the range has no beginning', () => {
    pickTo(stopOf('d'), list);
    expect(chosen()).toEqual(['d']);
  });

  it('lets go of everything with the last one', () => {
    togglePick(stopOf('a'));
    togglePick(stopOf('a'));
    expect(chosen()).toEqual([]);
    expect(selection.value).toBeNull();
  });

  it('forgets the stops when something else is chosen', () => {
    pickAll(['a', 'b'], false);
    pickAll(['c'], true);
    expect(chosen()).toEqual(['a', 'b', 'c']);
    select({ kind: 'route', distributor: 'D1', vehicle: 'V1' });
    expect(chosen()).toEqual([]);
  });
});

describe('an action on one of several', () => {
  it('is about those of the same distributor, in the order of their routes', () => {
    planRows.value = [
      { distributor: 'D1', date: '2026-03-04', proposed: plan([route('V1', trip(stop('a', 32_400), stop('b', 33_000))), route('V2', trip(stop('c', 32_400)))]), published: null },
      { distributor: 'D2', date: '2026-03-04', proposed: plan([route('V3', trip(stop('z', 32_400)))], { distributor: 'D2' }), published: null },
    ];
    pickAll(['c', 'z', 'a'], false);
    expect(together('c')).toEqual(['a', 'c']);
    expect(together('b')).toEqual(['b']);
    planRows.value = null;
  });
});

describe('a lasso', () => {
  // A U: the notch between its arms is outside.
  const u = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
    { x: 7, y: 10 },
    { x: 7, y: 3 },
    { x: 3, y: 3 },
    { x: 3, y: 10 },
    { x: 0, y: 10 },
  ];

  it('holds what lies inside, however it bends', () => {
    expect(isInside(u, 1, 8)).toBe(true);
    expect(isInside(u, 8.5, 8)).toBe(true);
    expect(isInside(u, 5, 1)).toBe(true);
    expect(isInside(u, 5, 8)).toBe(false);
    expect(isInside(u, -1, 5)).toBe(false);
    expect(isInside(u, 11, 5)).toBe(false);
  });
});

describe('colours of routes', () => {
  it('stay with the vehicle whatever else is planned, and differ while there are enough', () => {
    const fleet = Array.from({ length: 12 }, (_, at) => `V${at}`);
    const some = coloursOf(['V9', 'V1', 'V4'], fleet);
    expect(new Set(some.values()).size).toBe(3);
    expect(coloursOf(['V1', 'V4', 'V9'], fleet)).toEqual(coloursOf(['V4', 'V9', 'V1'], fleet));
    expect(coloursOf(['V4', 'V1'], fleet).get('V4')).toBe(some.get('V4'));
    expect(new Set(coloursOf(fleet, fleet).values()).size).toBe(8);
  });
});
