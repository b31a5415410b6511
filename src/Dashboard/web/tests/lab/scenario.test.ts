import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/api/lab';
import { closestPaths, offsetOf, placeOf } from '../../src/lab/scenarios/fieldOf';
import { usualAt, withElement } from '../../src/lab/scenarios/editing';
import { knownPaths, numberPaths, readValue, writeValue } from '../../src/lab/scenarios/knownPaths';
import { shelfRulesInEffect } from '../../src/lab/scenarios/shelfRules';
import { parse } from '../../src/shell/router';
import { leavesOf, stepsOf, valueAt, withValue } from '../../src/lab/scenarios/scenarioPath';

const scenario: JsonObject = {
  name: 'Half a year',
  firstDay: '2026-03-02',
  days: 182,
  products: [{ id: 'P1', costPerCase: 24.5, seasonByMonth: [1, 2], listedTo: 'B', promotions: [{ from: '2026-04-01', until: '2026-04-07', uplift: 0.4 }] }],
  regions: [
    { id: 'east', terminals: { live: { region: 'east', position: 41 } }, fleet: { vehicles: 2, casesPerDay: 300 }, fieldForce: { staffing: [{ from: '2026-03-02', reps: 4 }] } },
    { id: 'west', terminals: { file: 'west.csv' }, fleet: {} },
  ],
  rules: { weekdays: [1, 1, 1, 1, 1, 1, 1], ordering: { rule: 's-S' } },
  variants: [{ name: 'more', set: { 'regions[0].fleet.vehicles': 3 } }],
};

describe('a scenario that is edited by path', () => {
  it('is the same after every value it has is written back to where it stands', () => {
    const again = leavesOf(scenario)
      // A change in a variant is kept under a path with points in it, which is no path of the scenario's own.
      .filter(({ path }) => !path.startsWith('variants'))
      .reduce((all, { path, value }) => withValue(all, path, value), scenario);
    expect(again).toEqual(scenario);
    expect(JSON.stringify(again)).toBe(JSON.stringify(scenario));
  });

  it('keeps everything else, in its order, and leaves the old one alone', () => {
    const before = JSON.stringify(scenario);
    const changed = withValue(scenario, 'regions[0].fleet.vehicles', 5);
    expect(JSON.stringify(changed)).toBe(before.replace('"vehicles":2', '"vehicles":5'));
    expect(JSON.stringify(scenario)).toBe(before);
  });

  it('makes the objects on the way to a value that is not there yet', () => {
    expect(valueAt(withValue(scenario, 'regions[1].rivals.ownPull', 0.7), 'regions[1].rivals')).toEqual({ ownPull: 0.7 });
  });

  it('takes a value out with the objects that it leaves empty, but not those that were empty before', () => {
    const with1 = withValue(scenario, 'regions[1].rivals.ownPull', 0.7);
    expect(withValue(with1, 'regions[1].rivals.ownPull', undefined)).toEqual(scenario);
    expect(withValue(scenario, 'regions[1].fleet.vehicles', undefined)).toEqual(scenario);
    expect(withValue(scenario, 'regions[1].rivals.ownPull', undefined)).toEqual(scenario);
  });

  it('knows what is no path', () => {
    expect(stepsOf('regions[0].fleet.vehicles')).toEqual(['regions', 0, 'fleet', 'vehicles']);
    expect(stepsOf('regions[*].fleet')).toEqual(['regions', '*', 'fleet']);
    for (const wrong of ['', '.a', 'a..b', 'a[', 'a[x]', '[0]']) expect(stepsOf(wrong), wrong).toBeNull();
  });

  it('starts a list that it leaves out from the usual one', () => {
    const usual = new Map([['regions[0].fieldForce.daysBetweenCalls', [5, 10, 20]]]);
    expect(usualAt(usual, 'regions[0].fieldForce.daysBetweenCalls[2]')).toBe(20);
    expect(withElement(undefined, usualAt(usual, 'regions[0].fieldForce.daysBetweenCalls'), [7, 14, 28], 1, 12)).toEqual([5, 12, 20]);
    expect(withElement([1, 2, 3], [5, 10, 20], [7, 14, 28], 0, 9)).toEqual([9, 2, 3]);
    expect(withElement(undefined, undefined, [7, 14, 28], 2, 30)).toEqual([7, 14, 30]);
  });
});

describe('the paths that can be changed', () => {
  const known = knownPaths(scenario, [
    { path: 'regions[1].fleet.vehicles', value: 2 },
    { path: 'rules.adoption', value: { perCall: 0.08, neighbours: 0.3 } },
  ]);
  const paths = known.map((each) => each.path);

  it('are what the scenario says and what it leaves to usual values, once each', () => {
    expect(paths).toContain('regions[0].fleet.vehicles');
    expect(paths).toContain('regions[1].fleet.vehicles');
    expect(paths).toContain('rules.adoption.perCall');
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('are offered for all regions and products at once too', () => {
    expect(paths).toContain('regions[*].fleet.vehicles');
    expect(paths).toContain('products[*].costPerCase');
  });

  it('leave out what makes it another question', () => {
    for (const path of ['name', 'days', 'firstDay', 'regions[0].id', 'regions[0].terminals.live.region', 'products[0].id']) expect(paths, path).not.toContain(path);
    expect(paths.some((path) => path.startsWith('variants'))).toBe(false);
  });

  it('are numbers where a sensitivity asks for them', () => {
    const numbers = numberPaths(known);
    expect(numbers.map((each) => each.path)).not.toContain('rules.ordering.rule');
    expect(numbers.every((each) => typeof each.value === 'number')).toBe(true);
  });

  it('have values that are read back as they were written', () => {
    for (const value of [3, -0.5, true, null, 's-S', '1.5x', '12', 'true', '"quoted"', '', [1, 2], { a: 'b' }]) expect(readValue(writeValue(value)), JSON.stringify(value)).toEqual(value);
  });
});

describe('the place of a problem', () => {
  it('is told of a variant and of the scenario itself', () => {
    expect(placeOf('variants[1]: regions[0].fleet.vehicles')).toEqual({ variant: 1, path: 'regions[0].fleet.vehicles' });
    expect(placeOf('variants[1].set')).toEqual({ variant: null, path: 'variants[1].set' });
    expect(placeOf(null)).toEqual({ variant: null, path: '' });
  });

  it('is looked for in what it is part of', () => {
    expect(closestPaths('regions[0].census.classCutOffs[1]')).toEqual(['regions[0].census.classCutOffs[1]', 'regions[0].census.classCutOffs', 'regions[0].census', 'regions[0]', 'regions']);
  });

  it('is found in the JSON', () => {
    const text = JSON.stringify(scenario, null, 2);
    expect(text.slice(offsetOf(text, 'regions[0].fleet.casesPerDay'))).toMatch(/^"casesPerDay": 300/);
    expect(offsetOf(text, 'nowhere')).toBe(0);
  });
});

describe('the lab’s addresses', () => {
  it('name a page of it, one thing of that page, and two runs', () => {
    const page = 'lab';
    expect(parse('/lab')).toEqual({ page, area: 'scenarios', id: null, left: null, right: null });
    expect(parse('/lab/runs/a%2Fb')).toEqual({ page, area: 'runs', id: 'a/b', left: null, right: null });
    expect(parse('/lab/compare', '', '?left=x&right=y')).toEqual({ page, area: 'compare', id: null, left: 'x', right: 'y' });
    expect(parse('/lab/nothing')).toEqual({ page: 'missing' });
  });
});

// Expected values: docs/scenarios.md, by which each rule does nothing at its usual value.
describe('shelf rules', () => {
  const rules = (rules: JsonObject, rivals: JsonObject = {}): JsonObject => ({ ...scenario, rules, regions: [{ id: 'east', rivals: {} }, { id: 'west', rivals }] });

  it('are not in effect at their usual values', () => {
    expect(shelfRulesInEffect(scenario)).toEqual([]);
    expect(shelfRulesInEffect(rules({ display: { pullGain: 0, perCall: 0.5 }, shelfPrices: { spread: [0, 0, 0], restored: 1 }, delisting: { emptyDays: 21, uncalledDays: 60 } }, { coverageThreshold: 0.3 }))).toEqual([]);
  });

  it('are each told where one of their values is more than nothing', () => {
    expect(shelfRulesInEffect(rules({ display: { pullGain: 0.2 } }))).toEqual(['display']);
    expect(shelfRulesInEffect(rules({ shelfPrices: { spread: [0, 0, 0.05] } }))).toEqual(['shelfPrices']);
    expect(shelfRulesInEffect(rules({ delisting: { uncalledHazard: 0.01 } }))).toEqual(['delisting']);
    expect(shelfRulesInEffect(rules({ delisting: { emptyHazard: 0.01 } }, { coverageStrength: 0.4 }))).toEqual(['delisting', 'coverage']);
  });
});
