import type { PlanVersion } from '../api/dispatch';

export interface Pair {
  left: number;
  right: number;
}

/** The address of the comparison of a day, and of two of its versions where they are named. */
export function compareAddress(distributor: string | null, date: string | null, pair: Pair | null = null): string {
  if (distributor === null) return '/compare';
  const day = `/compare/${encodeURIComponent(distributor)}`;
  if (date === null) return day;
  return `${day}/${date}${pair ? `?left=${pair.left}&right=${pair.right}` : ''}`;
}

/**
 * The two versions that one looks at first: the working plan on the right, and on the left what is published,
 * or else the version that it was made from, or else the one before it.
 */
export function firstPair(versions: readonly PlanVersion[], working: number | null, published: number | null): Pair | null {
  const right = versions.find((each) => each.version === working) ?? versions.at(-1);
  if (!right) return null;
  const earlier = versions.filter((each) => each.version < right.version);
  const left =
    earlier.find((each) => each.version === published) ?? earlier.find((each) => each.version === right.origin?.base) ?? earlier.at(-1) ?? right;
  return { left: left.version, right: right.version };
}
