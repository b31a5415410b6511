import type { PriorRange } from '../../api/calibration';

const mostlyUnknown: readonly (Omit<PriorRange, 'path'> & { path: RegExp })[] = [
  { path: /^rules\.adoption\.perCall$/, low: 0.01, high: 0.3, scale: 'log' },
  { path: /^rules\.response\.goodwillGain$/, low: 0, high: 0.4, scale: 'linear' },
  { path: /^regions\[\d+\]\.census\.demandFactor$/, low: 0.25, high: 4, scale: 'log' },
];

/** What a planner knows least of a market: how readily an outlet takes us, how it answers to calls, and how much it sells. */
export function usualPriors(paths: readonly { path: string; value: number }[]): PriorRange[] {
  return paths.flatMap(({ path }) => mostlyUnknown.filter((each) => each.path.test(path)).map(({ low, high, scale }): PriorRange => ({ path, low, high, scale })));
}

/** From half to double for what is above zero, as far below as above for what is not. */
export function priorOf(path: string, value: number): PriorRange {
  const tidy = (each: number) => Number(each.toPrecision(6));
  if (value > 0) return { path, low: tidy(value / 2), high: tidy(value * 2), scale: 'log' };
  return value === 0 ? { path, low: 0, high: 1, scale: 'linear' } : { path, low: tidy(2 * value), high: tidy(value / 2), scale: 'linear' };
}
