import type { Curve } from '../../api/lab';

/** A mean with its band over equal steps; what is known for sure has no band. */
export interface BandLine {
  name: string;
  mean: readonly (number | null)[];
  low?: readonly (number | null)[];
  high?: readonly (number | null)[];
}

/** Colours that the colour-blind tell apart, each 3:1 on white, and a dash of its own for those who see none. */
export const looks: readonly { stroke: string; fill: string; dash: number[] }[] = [
  { stroke: '#0072b2', fill: 'rgba(0, 114, 178, 0.16)', dash: [] },
  { stroke: '#b34700', fill: 'rgba(179, 71, 0, 0.14)', dash: [8, 4] },
  { stroke: '#00755a', fill: 'rgba(0, 117, 90, 0.14)', dash: [2, 3] },
  { stroke: '#8e3f70', fill: 'rgba(142, 63, 112, 0.13)', dash: [10, 3, 2, 3] },
  { stroke: '#444c58', fill: 'rgba(68, 76, 88, 0.13)', dash: [4, 4] },
];

/** One row a step: the step, then the mean of each line, and its low and high where it has a band. */
export function rowsOf(lines: readonly BandLine[], stepName: (index: number) => string): (string | number | null)[][] {
  const count = Math.max(0, ...lines.map((line) => line.mean.length));
  return Array.from({ length: count }, (_, index) => [stepName(index), ...lines.flatMap((line) => [line.mean[index] ?? null, ...(line.low && line.high ? [line.low[index] ?? null, line.high[index] ?? null] : [])])]);
}

/** The curves of one region and measure, a line a variant. */
export function linesOf(variants: readonly { name: string; curves: readonly Curve[] }[], region: string, measure: string): BandLine[] {
  return variants.flatMap(({ name, curves }) => {
    const curve = curves.find((each) => each.region === region && each.measure === measure);
    return curve ? [{ name, mean: curve.mean, low: curve.low, high: curve.high }] : [];
  });
}

/** What an axis of amounts spans: always with zero in it, so that a small difference does not look large. */
export function rangeFrom(low: number | null, high: number | null): [number, number] {
  const [least, most] = [Math.min(0, low ?? 0), Math.max(0, high ?? 0)];
  if (least === most) return [0, 1];
  const spare = 0.05 * (most - least);
  return [least === 0 ? 0 : least - spare, most === 0 ? 0 : most + spare];
}
