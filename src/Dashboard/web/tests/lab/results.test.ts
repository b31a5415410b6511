import { afterEach, describe, expect, it } from 'vitest';
import type { LabRun, TornadoBar } from '../../src/api/lab';
import { locale, t } from '../../src/i18n/i18n';
import { linesOf, rangeFrom, rowsOf } from '../../src/lab/charts/lines';
import { amount, band, change, partsOf, regionsOf } from '../../src/lab/figures';
import { comparable } from '../../src/lab/compare/comparable';
import { rangeOf } from '../../src/lab/compare/range';
import { drawBars } from '../../src/lab/compare/tornado';
import { problemText } from '../../src/lab/problems';
import { hasResult, partDone } from '../../src/lab/runs/runProgress';

afterEach(() => {
  locale.value = 'en';
});

const run: LabRun = {
  run: 'r1', scenario: 's', name: 'S', version: 1, state: 'running', by: 'u', at: '2026-03-02T08:00:00Z', replications: 10, seed: 7, antithetic: false, within: null,
  sensitivity: null, variant: 1, variants: 2, finished: 5, failedReplications: 0, seconds: 3, error: null, figures: [],
};

describe('series', () => {
  const curve = (region: string, measure: string, of: number) => ({ region, measure, mean: [of, of + 1], low: [of - 1, null], high: [of + 1, of + 2] });
  const variants = [
    { name: 'base', curves: [curve('east', 'share', 5), curve('west', 'share', 9)] },
    { name: 'more', curves: [curve('east', 'share', 6)] },
  ];

  it('become a line a variant', () => {
    expect(linesOf(variants, 'east', 'share').map((line) => [line.name, line.mean])).toEqual([['base', [5, 6]], ['more', [6, 7]]]);
    expect(linesOf(variants, 'west', 'share')).toHaveLength(1);
    expect(linesOf(variants, 'east', 'cash')).toEqual([]);
  });

  it('become a row a week with mean, low and high of each line', () => {
    expect(rowsOf(linesOf(variants, 'east', 'share'), (index) => `w${index + 1}`)).toEqual([
      ['w1', 5, 4, 6, 6, 5, 7],
      ['w2', 6, null, 7, 7, null, 8],
    ]);
    expect(rowsOf([], String)).toEqual([]);
  });
});

describe('an axis', () => {
  it('has zero in it and room for what is drawn', () => {
    expect(rangeFrom(0.99, 1)).toEqual([0, 1.05]);
    expect(rangeFrom(-20, 80)).toEqual([-25, 85]);
    expect(rangeFrom(-20, -10)).toEqual([-21, 0]);
    expect(rangeFrom(0, 0)).toEqual([0, 1]);
    expect(rangeFrom(null, null)).toEqual([0, 1]);
  });
});

describe('figures', () => {
  it('are told by region and measure, also where the region has points in its name', () => {
    expect(partsOf('north.east.contribution')).toEqual({ region: 'north.east', measure: 'contribution' });
    expect(regionsOf([{ figure: 'west.share' }, { figure: 'east.share' }, { figure: 'all.calls' }, { figure: 'east.calls' }])).toEqual(['all', 'east', 'west']);
  });

  it('are written in their own units', () => {
    expect(amount('share', 0.123)).toBe('12.3%');
    expect(amount('contribution', 1234.6)).toBe('¥1,235');
    expect(change('share', -0.012)).toBe('−1.2 pts');
    expect(change('calls', 40)).toBe('+40');
    expect(change('calls', -0.2)).toBe('0');
    expect(amount('calls', null)).toBe('–');
  });

  it('have no invented band', () => {
    expect(band('calls', null, null)).toBe(t('lab.noBand'));
    expect(band('calls', 1, 3)).toBe('1 to 3');
  });
});

describe('a run', () => {
  it('is as far as its variants and replications are', () => {
    expect(partDone(run)).toBe(0.75);
    expect(partDone({ ...run, state: 'done', finished: 20 })).toBe(1);
    expect(partDone({ ...run, state: 'stopped', finished: 5 })).toBe(0.25);
  });

  it('has a result when anything finished', () => {
    expect(hasResult({ ...run, state: 'stopped', finished: 0 })).toBe(false);
    expect(hasResult({ ...run, state: 'stopped', finished: 2 })).toBe(true);
    expect(hasResult({ ...run, state: 'interrupted', finished: 2 })).toBe(false);
  });

  it('is compared with ended runs of the same luck only', () => {
    const ended = { ...run, run: 'r2', state: 'done' as const };
    const others = [run, ended, { ...ended, run: 'r3', seed: 8 }, { ...ended, run: 'r4', antithetic: true }, { ...ended, run: 'r5', state: 'running' as const }];
    expect(comparable(run, others).map((each) => each.run)).toEqual(['r2']);
  });
});

describe('a tornado', () => {
  const end = (difference: number) => ({ value: 1, difference, low: null, high: null, confidence: 0.95, p: null, varianceSaved: null, verdict: 'higher' as const });
  const bar = (path: string, low: number, high: number): TornadoBar => ({ path, swing: Math.abs(high - low), low: end(low), high: end(high) });

  it('puts every end on one scale, the base where nothing differs', () => {
    const drawn = drawBars([bar('a', -30, 10), bar('b', 5, -2)]);
    expect(drawn.middle).toBeCloseTo(0.75, 12);
    expect(drawn.bars[0]).toEqual({ path: 'a', low: 0, high: 1 });
    expect(drawn.bars[1].low).toBeCloseTo(35 / 40, 12);
    expect(drawn.bars[1].high).toBeCloseTo(28 / 40, 12);
  });

  it('has room for the intervals too', () => {
    const wide = { ...bar('a', -10, 10), high: { ...end(10), low: 5, high: 30 } };
    const drawn = drawBars([wide]);
    expect([drawn.middle, drawn.bars[0].high, drawn.at(30)]).toEqual([0.25, 0.5, 1]);
  });

  it('stays in the middle where nothing moves the answer', () => {
    expect(drawBars([bar('a', 0, 0)])).toMatchObject({ middle: 0.5, bars: [{ path: 'a', low: 0.5, high: 0.5 }] });
  });

  it('begins with a fifth less and more', () => {
    expect(rangeOf(10)).toEqual({ low: 8, high: 12 });
    expect(rangeOf(2)).toEqual({ low: 1, high: 3 });
    expect(rangeOf(1)).toEqual({ low: 0.8, high: 1.2 });
    expect(rangeOf(0.3)).toEqual({ low: 0.24, high: 0.36 });
    expect(rangeOf(0)).toEqual({ low: 0, high: 1 });
  });
});

describe('problems', () => {
  const range = { code: 'scenario.range', field: 'regions[0].census.demandFactor', rule: 'A number from 0 to 1000 is expected.', value: '-1' };

  it('are told in the reader’s language with the limits of the rule', () => {
    expect(problemText(range)).toBe('A number from 0 to 1000 is needed.');
    locale.value = 'zh';
    expect(problemText(range)).toBe('需要 0 到 1000 之间的数值。');
  });

  it('fall back to the server’s own words', () => {
    expect(problemText({ code: 'scenario.new', rule: 'So it is.' })).toBe('So it is.');
  });
});
