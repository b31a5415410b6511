import type { TornadoBar } from '../../api/lab';

export interface DrawnBar {
  path: string;
  /** Both ends as parts of the chart's width from its left edge, 0 to 1; the base is at `middle`. */
  low: number;
  high: number;
}

/** Where the bars end on a scale that holds all of them with their intervals, and the base. */
export function drawBars(bars: readonly TornadoBar[]): { middle: number; at: (value: number) => number; bars: DrawnBar[] } {
  const ends = bars.flatMap(({ low, high }) => [low, high]).flatMap((end) => [end.difference ?? 0, end.low ?? 0, end.high ?? 0]);
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const at = (value: number) => (most === least ? 0.5 : (value - least) / (most - least));
  return { middle: at(0), at, bars: bars.map((bar) => ({ path: bar.path, low: at(bar.low.difference ?? 0), high: at(bar.high.difference ?? 0) })) };
}
