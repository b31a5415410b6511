import type { Json } from '../../api/lab';
import type { FieldSpec } from '../scenarios/fields';

/** What a planner has to expand with and what is sought; the paths are those of the question's JSON. */
export const planningFields: readonly { title: 'horizon' | 'resources' | 'goal' | 'order' | 'gate'; fields: readonly FieldSpec[] }[] = [
  {
    title: 'horizon',
    fields: [
      { tail: 'name', kind: 'text' },
      { tail: 'firstWeek', kind: 'date' },
      { tail: 'weeks', kind: 'whole' },
      { tail: 'replications', kind: 'whole' },
    ],
  },
  {
    title: 'resources',
    fields: [
      { tail: 'resources.trainedReps', kind: 'whole' },
      { tail: 'resources.vehicles.atStart', kind: 'whole' },
      { tail: 'resources.vehicles.addedPerWeek', kind: 'number' },
      { tail: 'resources.parallelLaunches', kind: 'whole' },
      { tail: 'resources.cash.opening', kind: 'money' },
      { tail: 'resources.cash.limit', kind: 'money' },
      { tail: 'resources.cash.perWeek', kind: 'money' },
      { tail: 'resources.cash.confidence', kind: 'share' },
    ],
  },
  {
    title: 'goal',
    fields: [
      { tail: 'objective.goal', kind: 'choice', choices: ['netPresentValue', 'weeksToLeadership'] },
      { tail: 'objective.discountPerYear', kind: 'share' },
      { tail: 'objective.riskWeight', kind: 'share' },
      { tail: 'objective.riskLevel', kind: 'share' },
    ],
  },
  {
    title: 'order',
    fields: [
      { tail: 'order.mode', kind: 'choice', choices: ['free', 'penalty', 'strict'] },
      { tail: 'order.penalty', kind: 'number' },
      { tail: 'order.tolerance', kind: 'number' },
    ],
  },
  {
    title: 'gate',
    fields: [
      { tail: 'selection.gate.condition', kind: 'share' },
      { tail: 'selection.gate.completeness', kind: 'share' },
      { tail: 'selection.gate.dealerCover', kind: 'number' },
      { tail: 'selection.gate.score', kind: 'number' },
    ],
  },
];

/** What is known of a candidate region; the gate asks for each block of it. */
export const candidateFields: readonly { title: 'economy' | 'consumers' | 'dealers' | 'conditions' | 'planning'; fields: readonly FieldSpec[] }[] = [
  {
    title: 'economy',
    fields: [
      { tail: 'macro.population', kind: 'whole' },
      { tail: 'macro.gdpPerHead', kind: 'money' },
      { tail: 'macro.consumptionGrowth', kind: 'share' },
      { tail: 'macro.netMigration', kind: 'share' },
    ],
  },
  {
    title: 'consumers',
    fields: [
      { tail: 'consumers.casesPerHeadAndYear', kind: 'number' },
      { tail: 'consumers.brandAwareness', kind: 'share' },
    ],
  },
  {
    title: 'dealers',
    fields: [
      { tail: 'dealers.distributors', kind: 'whole' },
      { tail: 'dealers.casesPerWeek', kind: 'whole' },
      { tail: 'dealers.vehicles', kind: 'whole' },
    ],
  },
  {
    title: 'conditions',
    fields: [
      { tail: 'conditions.brandMaturity', kind: 'share' },
      { tail: 'conditions.demand', kind: 'share' },
      { tail: 'conditions.brandInfluence', kind: 'share' },
      { tail: 'conditions.customerCooperation', kind: 'share' },
      { tail: 'conditions.execution', kind: 'share' },
      { tail: 'acceptance', kind: 'share' },
    ],
  },
  {
    title: 'planning',
    fields: [
      { tail: 'earliestWeek', kind: 'whole' },
      { tail: 'latestWeek', kind: 'whole' },
      { tail: 'ease', kind: 'number' },
      { tail: 'startDespiteGate', kind: 'text' },
      { tail: 'orderOverride', kind: 'text' },
    ],
  },
];

/** What holds where the question says nothing; a number so large that it is none has no entry. */
const usual: Readonly<Record<string, Json>> = {
  replications: 60,
  'resources.vehicles.addedPerWeek': 0,
  'resources.cash.limit': 0,
  'resources.cash.perWeek': 0,
  'resources.cash.confidence': 0.95,
  'objective.goal': 'netPresentValue',
  'objective.discountPerYear': 0.1,
  'objective.riskWeight': 0,
  'objective.riskLevel': 0.9,
  'order.mode': 'penalty',
  'order.penalty': 0,
  'order.tolerance': 5,
  'selection.gate.condition': 0.5,
  'selection.gate.completeness': 0.5,
  'selection.gate.dealerCover': 0.6,
  'selection.gate.score': 0,
  'regions.earliestWeek': 0,
};

export function usualOf(path: string): Json | undefined {
  return usual[path.replace(/\[\d+\]/g, '')];
}
