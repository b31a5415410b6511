import type { TornadoBar } from '../../api/lab';

export interface DrawnBar {
  path: string;
  /** Both ends as parts of the chart's width from its left edge, 0 to 1; the base is at `middle`. */
  low: number;
  high: number;
}

/** Where the bars end on a scale that holds all of them and the base. */
export function drawBars(bars: readonly TornadoBar[]): { middle: number; bars: DrawnBar[] } {
  const ends = bars.flatMap((bar) => [bar.low.difference ?? 0, bar.high.difference ?? 0]);
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const at = (value: number) => (most === least ? 0.5 : (value - least) / (most - least));
  return { middle: at(0), bars: bars.map((bar) => ({ path: bar.path, low: at(bar.low.difference ?? 0), high: at(bar.high.difference ?? 0) })) };
}
