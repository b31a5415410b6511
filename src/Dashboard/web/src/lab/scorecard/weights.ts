import type { RegionScore } from '../../api/expansion';

export interface RankedRegion {
  region: RegionScore;
  /** 0 to 100: the weighted mean of the scores that there are. */
  score: number;
  /** The part of all weight that has a score. */
  known: number;
  /** From 1; equal scores share a rank. */
  rank: number;
}

export type Weights = Readonly<Record<string, number>>;

/** The weights that a scorecard was made with. */
export function weightsOf(regions: readonly RegionScore[]): Weights {
  return Object.fromEntries((regions[0]?.criteria ?? []).map(({ criterion, weight }) => [criterion, weight]));
}

/** The regions by these weights, the best first. */
export function rank(regions: readonly RegionScore[], weights: Weights): RankedRegion[] {
  const scored = regions.map((region) => {
    const all = region.criteria.map((each) => ({ score: each.score, weight: weights[each.criterion] ?? each.weight }));
    const known = all.filter((each): each is { score: number; weight: number } => each.score !== null);
    const weight = known.reduce((sum, each) => sum + each.weight, 0);
    const total = all.reduce((sum, each) => sum + each.weight, 0);
    return { region, score: weight > 0 ? known.reduce((sum, each) => sum + each.weight * each.score, 0) / weight : 0, known: total > 0 ? weight / total : 0 };
  });
  return scored.map((each) => ({ ...each, rank: 1 + scored.filter((other) => other.score > each.score).length })).sort((a, b) => a.rank - b.rank);
}
