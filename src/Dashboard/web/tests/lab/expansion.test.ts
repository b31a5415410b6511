import { describe, expect, it } from 'vitest';
import type { RegionScore, WavePlan } from '../../src/api/expansion';
import { rank, weightsOf } from '../../src/lab/scorecard/weights';
import { lastWeek, playFrom, playOn, stateAt, step } from '../../src/lab/waves/timeline';

const criteria = (scores: Record<string, number | null>) => Object.entries(scores).map(([criterion, score]) => ({ criterion, score, weight: 10, figure: score, unit: '', formula: '', terms: {} }));
const region = (name: string, scores: Record<string, number | null>) => ({ region: name, name, criteria: criteria(scores) }) as unknown as RegionScore;

describe('the scorecard', () => {
  const regions = [region('a', { capacity: 100, demand: 0 }), region('b', { capacity: 40, demand: 80 }), region('c', { capacity: 60, demand: null })];

  it('ranks by the weighted mean of the scores there are', () => {
    const ranked = rank(regions, weightsOf(regions));
    expect(ranked.map((each) => [each.region.region, each.score, each.rank])).toEqual([['b', 60, 1], ['c', 60, 1], ['a', 50, 3]]);
    expect(ranked.find((each) => each.region.region === 'c')?.known).toBe(0.5);
  });

  it('follows its weights', () => {
    const ranked = rank(regions, { capacity: 30, demand: 10 });
    expect(ranked.map((each) => [each.region.region, each.score])).toEqual([['a', 75], ['c', 60], ['b', 50]]);
  });

  it('has nothing to say without weight', () => {
    expect(rank(regions, { capacity: 0, demand: 0 }).every((each) => each.score === 0 && each.known === 0)).toBe(true);
  });
});

describe('the slider over a plan of waves', () => {
  const plan = {
    starts: [
      { region: 'a', week: 0, weeksToLeadership: 9.2 },
      { region: 'b', week: 12, weeksToLeadership: null },
    ],
    cash: [{ week: 0 }, { week: 40 }],
    regions: [{ region: 'a' }, { region: 'b' }, { region: 'c' }],
  } as unknown as WavePlan;

  it('shows how each region stands in a week', () => {
    expect([0, 9, 10].map((week) => stateAt(plan, 'a', week))).toEqual(['open', 'open', 'leading']);
    expect([11, 12, 40].map((week) => stateAt(plan, 'b', week))).toEqual(['waiting', 'open', 'open']);
    expect(stateAt(plan, 'c', 40)).toBe('leftOut');
  });

  it('stays within the plan', () => {
    expect(lastWeek(plan)).toBe(40);
    expect(step(0, -1, 40)).toBe(0);
    expect(step(40, 1, 40)).toBe(40);
    expect(step(5, 1, 40)).toBe(6);
  });

  it('plays to the end, stops there, and begins anew', () => {
    expect(playOn(39, 40)).toBe(40);
    expect(playOn(40, 40)).toBeNull();
    expect(playFrom(40, 40)).toBe(0);
    expect(playFrom(3, 40)).toBe(3);
  });
});
