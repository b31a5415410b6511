import { describe, expect, it } from 'vitest';
import type { StopProgress } from '../../src/api/deliveryPlans';
import { breachExceptions, delayOf, habitExceptions, lateRisks, sorted } from '../../src/today/exceptions/exceptions';
import { weekBefore } from '../../src/today/exceptions/habit';
import { lockOfStop, strengthAmong } from '../../src/today/plans/locks';
import { linesOf, splitProblem } from '../../src/today/dialogs/splitLines';
import { breach, noOverrides, plan, route, stop, trip } from './days';

const at = (hours: number, minutes = 0) => hours * 3600 + minutes * 60;
const seen = (arrivals: Record<string, number>) => (terminal: string) =>
  terminal in arrivals ? ({ terminal, plannedArrival: 0, arrivedAt: String(arrivals[terminal]) } as StopProgress) : undefined;

describe('how far a vehicle is behind', () => {
  const day = route('V1', trip(stop('a', at(9)), stop('b', at(9, 30)), stop('c', at(10))));

  it('is what its last stop made was late by', () => {
    expect(delayOf(day, seen({ Ta: at(9, 5), Tb: at(9, 50) }), Number, at(9, 55))).toBe(20 * 60);
    expect(delayOf(day, seen({ Ta: at(8, 50) }), Number, at(9, 10))).toBe(-10 * 60);
  });

  it('grows while a stop that is due has not been reached', () => {
    expect(delayOf(day, seen({ Ta: at(9) }), Number, at(9, 45))).toBe(15 * 60);
    expect(delayOf(day, seen({}), Number, at(8))).toBe(0);
  });
});

describe('late risk', () => {
  it('is what a delay makes late or tight, waiting on the way made up for', () => {
    // The wait at b is half an hour, which is what the delay is: c stands as planned.
    const day = route('V1', trip(stop('a', at(9), [at(8), at(9, 20)]), stop('b', at(9, 30), [at(10), at(12)]), stop('c', at(10, 30), [at(8), at(10, 35)])));
    const risks = lateRisks(plan([day]), day, at(0, 30), () => false);
    expect(risks.map((risk) => [risk.order, risk.amount])).toEqual([['a', at(0, 10)]]);
  });

  it('leaves out stops made, and what the plan itself has late', () => {
    const day = route('V1', trip(stop('a', at(9), [at(8), at(9)]), stop('b', at(9, 30), [at(8), at(9)])));
    expect(lateRisks(plan([day]), day, at(0, 30), (terminal) => terminal === 'Ta')).toEqual([]);
    expect(lateRisks(plan([day]), day, 0, () => false)).toEqual([]);
  });
});

describe('exceptions', () => {
  it('sort breaches by kind, and put what is allowed after what is not', () => {
    const found = breachExceptions(plan([], { breaches: [breach('Window', 60), breach('Cases', 3), breach('Shift', 900), breach('Shift', 1200, { isAllowed: true })] }));
    expect(found.map((each) => each.kind)).toEqual(['late', 'capacity', 'rules', 'rules']);
    expect(sorted(found.slice(2)).map((each) => each.amount)).toEqual([900, 1200]);
  });

  it('tell stops far from habit, earlier and later', () => {
    const habit = plan([route('V9', trip(stop('a', at(9)), stop('b', at(10)), stop('c', at(11))))]);
    const now = plan([route('V1', trip(stop('b', at(9, 15)), stop('a', at(9, 20)), stop('c', at(11, 40)), stop('new', at(12))))]);
    expect(habitExceptions(now, habit, at(0, 30)).map((each) => [each.order, each.amount])).toEqual([
      ['b', -at(0, 45)],
      ['c', at(0, 40)],
    ]);
    expect(habitExceptions(now, null, 0)).toEqual([]);
  });

  it('look at the same weekday of last week, over the ends of months', () => {
    expect(weekBefore('2026-03-04')).toBe('2026-02-25');
    expect(weekBefore('2026-01-03')).toBe('2025-12-27');
  });
});

describe('locks', () => {
  const lock = (strength: 'Optimizer' | 'Everyone') => ({ order: 'a', strength, vehicle: 'V1', isPlaceKept: false, window: null });

  it('of a stop, its vehicle and the day: the strongest holds', () => {
    expect(lockOfStop(noOverrides, ['a'], 'V1')).toBeNull();
    expect(lockOfStop({ ...noOverrides, stops: [lock('Optimizer')] }, ['a', 'a2'], 'V1')?.on).toBe('stop');
    const vehicle = { ...noOverrides, stops: [lock('Optimizer')], vehicles: [{ vehicle: 'V1', strength: 'Everyone' as const, isOrderKept: true }] };
    expect(lockOfStop(vehicle, ['a'], 'V1')).toMatchObject({ on: 'vehicle', strength: 'Everyone' });
    expect(lockOfStop({ ...noOverrides, day: 'Optimizer' }, ['b'], 'V2')).toMatchObject({ on: 'day', strength: 'Optimizer' });
  });
});

describe('the strongest lock among stops', () => {
  const routes = [route('V1', trip(stop('a', at(9)))), route('V2', trip(stop('b', at(9))))];
  const under = (overrides: Partial<typeof noOverrides>) => plan(routes, { overrides: { ...noOverrides, ...overrides } });

  it('is that against everyone, and none for what is in the tray or free', () => {
    const own = { order: 'a', strength: 'Optimizer' as const, vehicle: 'V1', isPlaceKept: false, window: null };
    expect(strengthAmong(under({}), ['a', 'b'])).toBeNull();
    expect(strengthAmong(under({ stops: [own] }), ['b', 'a'])).toBe('Optimizer');
    expect(strengthAmong(under({ stops: [own], vehicles: [{ vehicle: 'V2', strength: 'Everyone', isOrderKept: false }] }), ['a', 'b'])).toBe('Everyone');
    expect(strengthAmong(under({ day: 'Everyone' }), ['nowhere'])).toBeNull();
  });
});

describe('splitting an order', () => {
  const lines = [
    { product: 'P1', cases: 3 },
    { product: 'P2', cases: 2 },
  ];

  it('takes off what is said and leaves something', () => {
    expect(splitProblem(lines, {})).toBe('nothing');
    expect(splitProblem(lines, { P1: 3, P2: 2 })).toBe('everything');
    expect(splitProblem(lines, { P1: 3 })).toBeNull();
    expect(linesOf({ P1: 2, P2: 0 })).toEqual([{ product: 'P1', cases: 2 }]);
  });
});
