import { describe, expect, it } from 'vitest';
import type { Backtest, FittedParameter, PriorRange } from '../../src/api/calibration';
import { layOut, errorClassOf } from '../../src/lab/calibrations/cellMap';
import { readHistory } from '../../src/lab/calibrations/history';
import { usualHoldOut } from '../../src/lab/calibrations/holdOut';
import { daysBefore } from '../../src/lab/scenarios/daysBefore';
import { priorOf, usualPriors } from '../../src/lab/calibrations/priors';
import { atMost, judge, learned, middleMape, place, ties } from '../../src/lab/calibrations/trust';

const backtest = (within: number, weeks: number, mape: number | null = 0.08, band = 0.9): Backtest =>
  ({ band, coverage: weeks === 0 ? 0 : within / weeks, mape, weeks: Array.from({ length: weeks + 4 }, (_, at) => ({ heldOut: at >= 4 })), cells: [] }) as unknown as Backtest;

describe('the trust in a fit', () => {
  // Closed form: 0.1^4, 1 − 0.9^4, and C(8,k) 0.9^k 0.1^(8−k) summed by hand.
  it('reckons with the binomial distribution', () => {
    expect(atMost(0, 4, 0.9)).toBeCloseTo(0.0001, 12);
    expect(atMost(3, 4, 0.9)).toBeCloseTo(1 - 0.9 ** 4, 12);
    expect(atMost(4, 4, 0.9)).toBeCloseTo(1, 12);
    expect(atMost(5, 8, 0.9)).toBeCloseTo(1 - (28 * 0.9 ** 6 * 0.01 + 8 * 0.9 ** 7 * 0.1 + 0.9 ** 8), 12);
  });

  it('is lost where a right model would so seldom do so badly', () => {
    // Three of four: 34 % of right models do no better; two: 5.2 %; one: 0.4 %. Seven of eight: 57 %; six: 18.7 %; five: 3.8 %.
    expect([4, 3, 2, 1, 0].map((within) => judge(backtest(within, 4)).trust)).toEqual(['holds', 'holds', 'doubtful', 'breaks', 'breaks']);
    expect([7, 6, 5].map((within) => judge(backtest(within, 8)).trust)).toEqual(['holds', 'doubtful', 'breaks']);
  });

  it('says nothing after too few weeks', () => {
    expect(judge(backtest(0, 0)).trust).toBe('untried');
    // One week outside a band of nine tenths is no surprise in one of ten cases.
    expect(judge(backtest(0, 1)).trust).toBe('untried');
  });

  it('tells how near it came', () => {
    expect([0.1, 0.2, 0.4, null].map((mape) => judge(backtest(4, 4, mape)).precision)).toEqual(['close', 'rough', 'far', 'unknown']);
    expect(middleMape([0.3, null, 0.1, 0.2].map((mape) => ({ mape }) as never))).toBe(0.2);
    expect(middleMape([])).toBeNull();
  });
});

describe('a fitted parameter', () => {
  const prior: PriorRange = { path: 'a', low: 0.01, high: 1, scale: 'log' };
  const fitted = (low: number, median: number, high: number) => ({ path: 'a', low, median, high, correlations: [1] }) as unknown as FittedParameter;

  it('lies on its range’s own scale', () => {
    expect(place(0.1, prior)).toBeCloseTo(0.5, 12);
    expect(place(0.505, { ...prior, scale: 'linear' })).toBeCloseTo(0.5, 12);
    expect([place(0.001, prior), place(7, prior)]).toEqual([0, 1]);
  });

  it('is learned, not moved, or at the edge', () => {
    expect(learned(fitted(0.05, 0.1, 0.2), prior)).toBe('learned');
    expect(learned(fitted(0.013, 0.1, 0.8), prior)).toBe('unmoved');
    expect(learned(fitted(0.0101, 0.011, 0.013), prior)).toBe('atEdge');
    expect(learned(fitted(0.9, 0.97, 0.99), prior)).toBe('atEdge');
  });

  it('may be tied to another', () => {
    const parameters = [
      { path: 'a', correlations: [1, -0.93, 0.2] },
      { path: 'b', correlations: [-0.93, 1, 0.1] },
      { path: 'c', correlations: [0.2, 0.1, 1] },
    ] as unknown as FittedParameter[];
    expect(ties(parameters)).toEqual([{ first: 'a', second: 'b', correlation: -0.93 }]);
  });
});

describe('what is held out', () => {
  it('is a third of the weeks, and four at most', () => {
    expect([undefined, 28, 42, 56, 84, 364].map(usualHoldOut)).toEqual([4, 1, 2, 2, 4, 4]);
  });

  it('comes after a scenario that begins weeks ago, over the end of a year and a leap day', () => {
    expect(daysBefore('2026-11-02', 42)).toBe('2026-09-21');
    expect(daysBefore('2028-03-01', 1)).toBe('2028-02-29');
    expect(daysBefore('2027-01-01', 7)).toBe('2026-12-25');
  });
});

describe('ranges to begin with', () => {
  it('are of what is mostly not known', () => {
    const paths = ['regions[0].census.demandFactor', 'regions[*].census.demandFactor', 'rules.adoption.perCall', 'regions[0].fleet.vehicles'].map((path) => ({ path, value: 1 }));
    expect(usualPriors(paths).map((each) => each.path)).toEqual(['regions[0].census.demandFactor', 'rules.adoption.perCall']);
  });

  it('hold the value, and are by ratio above zero', () => {
    expect(priorOf('a', 0.08)).toEqual({ path: 'a', low: 0.04, high: 0.16, scale: 'log' });
    expect(priorOf('a', 0)).toEqual({ path: 'a', low: 0, high: 1, scale: 'linear' });
    expect(priorOf('a', -2)).toEqual({ path: 'a', low: -4, high: -1, scale: 'linear' });
  });
});

describe('a history file', () => {
  it('is read by Chinese or English headers', () => {
    const expected = [{ date: '2026-09-07', terminal: 'T1', cases: 3 }, { date: '2026-09-08', terminal: 'T2', cases: 0 }];
    expect(readHistory('\ufeff日期,终端编号,箱数\r\n2026/9/7,T1,3\r\n2026-09-08,T2,0\r\n').rows).toEqual(expected);
    expect(readHistory('cases,terminal,date\n3,T1,2026-09-07\n0,T2,2026-09-08').rows).toEqual(expected);
  });

  it('names what is missing and wrong', () => {
    expect(readHistory('日期,箱数\n2026-09-07,3').missing).toEqual(['terminal']);
    expect(readHistory('date,terminal,cases\n7.9.2026,T1,3\n2026-09-07,,3\n2026-09-07,T1,2.5\n2026-09-07,T1,2').wrongLines).toEqual([2, 3, 4]);
  });
});

describe('the map of squares', () => {
  const cell = (name: string, longitude: number | null, latitude: number | null, mape: number | null = 0.2) => ({ cell: name, region: 'r', longitude, latitude, mape, coverage: 1 });

  it('has north above and squares as wide as they lie apart', () => {
    // At the equator a degree is as wide as it is high.
    const laid = layOut([cell('sw', 10, -0.5), cell('se', 11, -0.5), cell('ne', 11, 0.5), cell('far', 13, 0.5)])!;
    expect(laid.width).toBe(100);
    expect(laid.cells.map(({ x, y, size }) => [x, y, size].map(Math.round))).toEqual([[0, 25, 25], [25, 25, 25], [25, 0, 25], [75, 0, 25]]);
    expect(Math.round(laid.height)).toBe(50);
  });

  it('has one square alone, and none without a place', () => {
    expect(layOut([cell('a', 10, 50)])!.cells[0]).toMatchObject({ x: 0, y: 0, size: 100 });
    expect(layOut([cell('a', null, null)])).toBeNull();
  });

  it('has fixed classes', () => {
    expect([null, 0, 0.0999, 0.1, 0.3, 0.5, 4].map(errorClassOf)).toEqual([0, 1, 1, 2, 3, 4, 4]);
  });
});
