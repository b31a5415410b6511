import type { Backtest, BacktestCell, FittedParameter, PriorRange } from '../../api/calibration';

/** What the held-out weeks say of a fitted model, apart from how near it came. */
export type Trust = 'holds' | 'doubtful' | 'breaks' | 'untried';

/** How near the median came: within a tenth, within a quarter, or further off. */
export type Precision = 'close' | 'rough' | 'far' | 'unknown';

const leastChance = 0.05;
const easyChance = 0.2;
const closeError = 0.1;
const roughError = 0.25;

export interface Judgement {
  trust: Trust;
  precision: Precision;
  within: number;
  weeks: number;
  /** How often a right model has so few weeks within its band, or fewer. */
  chance: number;
}

/** Whether the band held: it did not where a right model would leave so many weeks outside in less than one case of twenty, and that is doubtful up to one of five. */
export function judge(backtest: Backtest): Judgement {
  const weeks = backtest.weeks.filter((week) => week.heldOut).length;
  const within = Math.round(backtest.coverage * weeks);
  const chance = atMost(within, weeks, backtest.band);
  // So few weeks that even none within the band would be no surprise say nothing.
  const trust = weeks === 0 || atMost(0, weeks, backtest.band) >= leastChance ? 'untried' : chance < leastChance ? 'breaks' : chance < easyChance ? 'doubtful' : 'holds';
  return { trust, precision: precisionOf(backtest.mape), within, weeks, chance };
}

export function precisionOf(mape: number | null): Precision {
  if (mape === null || !Number.isFinite(mape)) return 'unknown';
  return mape <= closeError ? 'close' : mape <= roughError ? 'rough' : 'far';
}

/** The chance of at most so many successes of n, each with the same chance (binomial distribution). */
export function atMost(successes: number, n: number, chance: number): number {
  let [term, sum] = [(1 - chance) ** n, 0];
  for (let k = 0; k <= successes; k++) {
    sum += term;
    term *= ((n - k) / (k + 1)) * (chance / (1 - chance));
  }
  return Math.min(1, sum);
}

/** The middle error of the squares that have one. */
export function middleMape(cells: readonly BacktestCell[]): number | null {
  const known = cells.flatMap((cell) => (cell.mape === null ? [] : [cell.mape])).sort((a, b) => a - b);
  return known.length === 0 ? null : known[Math.floor((known.length - 1) / 2)];
}

/** What the history taught of a parameter, against the range that it was given. */
export type Learned = 'learned' | 'unmoved' | 'atEdge';

const unmovedPart = 0.8;
const edgePart = 0.05;

/** Unmoved: what was known before, its middle nine tenths, is hardly narrower now. At the edge: the range may not hold the value. */
export function learned(parameter: FittedParameter, prior: PriorRange): Learned {
  const at = (value: number) => place(value, prior);
  const width = at(parameter.high) - at(parameter.low);
  if (width > unmovedPart * 0.9) return 'unmoved';
  const middle = at(parameter.median);
  return middle < edgePart || middle > 1 - edgePart ? 'atEdge' : 'learned';
}

/** Where a value lies within its range, 0 to 1, on the range's own scale. */
export function place(value: number, { low, high, scale }: PriorRange): number {
  const part = scale === 'log' ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return Number.isFinite(part) ? Math.min(1, Math.max(0, part)) : 0;
}

export interface Tie {
  first: string;
  second: string;
  correlation: number;
}

const tied = 0.8;

/** Parameters that the history does not tell apart: more of one is made good by the other. */
export function ties(parameters: readonly FittedParameter[]): Tie[] {
  return parameters.flatMap((each, index) =>
    parameters.slice(index + 1).flatMap((other, at) => {
      const correlation = each.correlations[index + 1 + at] ?? 0;
      return Math.abs(correlation) >= tied ? [{ first: each.path, second: other.path, correlation }] : [];
    }),
  );
}
