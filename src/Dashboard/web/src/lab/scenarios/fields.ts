import type { ShelfRule } from './shelfRules';

/** Of outlets, by volume and potential. */
export const classes = ['A', 'B', 'C'] as const;

/** How a value of a scenario is edited; what is left empty stays at the lab's usual value. */
export interface FieldSpec {
  /** Below its product or region; of the rules, below "rules". */
  tail: string;
  kind: 'number' | 'whole' | 'share' | 'money' | 'text' | 'date' | 'choice';
  choices?: readonly string[];
}

export const regionFields: readonly { title: 'terminals' | 'reps' | 'fleet' | 'travel' | 'rivals' | 'distributor'; fields: readonly FieldSpec[] }[] = [
  {
    title: 'terminals',
    fields: [
      { tail: 'census.demandFactor', kind: 'number' },
      { tail: 'census.unitsPerTerminalDay', kind: 'number' },
      { tail: 'census.openingDistribution', kind: 'share' },
    ],
  },
  {
    title: 'reps',
    fields: [
      { tail: 'fieldForce.minutesPerDay', kind: 'number' },
      { tail: 'fieldForce.costPerRepDay', kind: 'money' },
      { tail: 'fieldForce.openingPractice', kind: 'whole' },
    ],
  },
  {
    title: 'fleet',
    fields: [
      { tail: 'fleet.vehicles', kind: 'whole' },
      { tail: 'fleet.casesPerDay', kind: 'whole' },
      { tail: 'fleet.costPerVehicleDay', kind: 'money' },
    ],
  },
  {
    title: 'travel',
    fields: [
      { tail: 'travel.costs', kind: 'choice', choices: ['exact', 'fitted'] },
      { tail: 'travel.roads', kind: 'choice', choices: ['live'] },
    ],
  },
  {
    title: 'distributor',
    fields: [
      { tail: 'distributor.terminalCreditDays', kind: 'whole' },
      { tail: 'distributor.openingCash', kind: 'money' },
      { tail: 'distributor.creditLine', kind: 'money' },
    ],
  },
  {
    title: 'rivals',
    fields: [
      { tail: 'rivals.brandsPerTerminal', kind: 'whole' },
      { tail: 'rivals.ownPull', kind: 'number' },
      { tail: 'rivals.reactionChance', kind: 'share' },
      { tail: 'rivals.reactionLagDays', kind: 'whole' },
      { tail: 'rivals.reactionLoss', kind: 'share' },
    ],
  },
];

export const generatedFields: readonly FieldSpec[] = [
  { tail: 'terminals.generated.terminals', kind: 'whole' },
  { tail: 'terminals.generated.areaSquareKilometres', kind: 'number' },
  { tail: 'terminals.generated.unitsPerTerminalDay', kind: 'number' },
  { tail: 'terminals.generated.seed', kind: 'whole' },
];

export const priceFields: readonly FieldSpec[] = [
  { tail: 'costPerCase', kind: 'money' },
  { tail: 'factoryPerCase', kind: 'money' },
  { tail: 'channelPerCase', kind: 'money' },
  { tail: 'retailPerUnit', kind: 'money' },
  { tail: 'unitsPerCase', kind: 'whole' },
];

export const promotionFields: readonly FieldSpec[] = [
  { tail: 'from', kind: 'date' },
  { tail: 'until', kind: 'date' },
  { tail: 'uplift', kind: 'share' },
  { tail: 'postDip', kind: 'share' },
  { tail: 'postDipDays', kind: 'whole' },
  { tail: 'costPerDay', kind: 'money' },
];

export const ruleFields: readonly FieldSpec[] = [
  { tail: 'ordering.rule', kind: 'choice', choices: ['1.5x', 's-S'] },
  { tail: 'ordering.targetTenths', kind: 'whole' },
  { tail: 'ordering.reorderCover', kind: 'number' },
  { tail: 'ordering.targetCover', kind: 'number' },
  { tail: 'ordering.leadDays', kind: 'whole' },
  { tail: 'demand', kind: 'choice', choices: ['poisson', 'negative-binomial'] },
  { tail: 'response.priceElasticity', kind: 'number' },
  { tail: 'adoption.perCall', kind: 'share' },
];

/** What each outlet's own shelf does to demand; below "rules". */
export const shelfRules: readonly { rule: Exclude<ShelfRule, 'coverage'>; fields: readonly FieldSpec[] }[] = [
  {
    rule: 'display',
    fields: [
      { tail: 'display.pullGain', kind: 'share' },
      { tail: 'display.perCall', kind: 'share' },
      { tail: 'display.halfLifeDays', kind: 'number' },
    ],
  },
  {
    rule: 'shelfPrices',
    fields: [
      { tail: 'shelfPrices.restored', kind: 'share' },
      { tail: 'shelfPrices.keepDays', kind: 'whole' },
    ],
  },
  {
    rule: 'delisting',
    fields: [
      { tail: 'delisting.emptyDays', kind: 'whole' },
      { tail: 'delisting.emptyHazard', kind: 'share' },
      { tail: 'delisting.uncalledDays', kind: 'whole' },
      { tail: 'delisting.uncalledHazard', kind: 'share' },
    ],
  },
];

/** How rivals answer where we stand in many outlets of a cell; below a region. */
export const coverageFields: readonly FieldSpec[] = [
  { tail: 'rivals.coverageStrength', kind: 'share' },
  { tail: 'rivals.coverageThreshold', kind: 'share' },
  { tail: 'rivals.coverageLagDays', kind: 'whole' },
];

/** The catalogue's name of a path's kind: "regions.fleet.vehicles" of "regions[2].fleet.vehicles". */
export function kindOfPath(path: string): string {
  return path.replace(/\[(?:\d+|\*)\]/g, '');
}
