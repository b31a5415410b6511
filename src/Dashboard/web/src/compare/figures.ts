import type { DeliveryPlan } from '../api/deliveryPlans';
import { duration, kilometers, money, number } from '../i18n/format';

export type FigureName = 'distance' | 'working' | 'vehicles' | 'cost' | 'lateStops' | 'lateness' | 'unserved' | 'breaches';

export interface Figure {
  name: FigureName;
  left: number;
  right: number;
  /** What the right version has more; of every figure here less is better. */
  difference: number;
  verdict: 'better' | 'worse' | 'same';
}

interface Measure {
  name: FigureName;
  of: (plan: DeliveryPlan) => number;
  text: (amount: number) => string;
  /** Less than this is not seen in the figure as it is written. */
  visible: number;
}

const sum = <T>(items: readonly T[], amount: (item: T) => number) => items.reduce((total, item) => total + amount(item), 0);
const late = (plan: DeliveryPlan) => plan.breaches.filter((breach) => breach.rule === 'Window');

const measures: readonly Measure[] = [
  { name: 'distance', of: (plan) => plan.distance, text: kilometers, visible: 50 },
  { name: 'working', of: (plan) => sum(plan.routes, (route) => route.working), text: duration, visible: 30 },
  { name: 'vehicles', of: (plan) => plan.routes.length, text: number, visible: 1 },
  { name: 'cost', of: (plan) => plan.cost, text: money, visible: 1 },
  { name: 'lateStops', of: (plan) => late(plan).length, text: number, visible: 1 },
  { name: 'lateness', of: (plan) => sum(late(plan), (breach) => breach.amount), text: duration, visible: 30 },
  { name: 'unserved', of: (plan) => plan.unserved.length, text: number, visible: 1 },
  { name: 'breaches', of: (plan) => plan.breaches.length, text: number, visible: 1 },
];

/** The two plans figure by figure. */
export function figuresOf(left: DeliveryPlan, right: DeliveryPlan): Figure[] {
  return measures.map(({ name, of, visible }) => {
    const difference = of(right) - of(left);
    const verdict = Math.abs(difference) < visible ? 'same' : difference < 0 ? 'better' : 'worse';
    return { name, left: of(left), right: of(right), difference, verdict };
  });
}

export function figureText(name: FigureName, amount: number): string {
  return measures.find((measure) => measure.name === name)?.text(amount) ?? '';
}

/** A difference with its sign. */
export function differenceText({ name, difference }: Figure): string {
  return `${difference < 0 ? '−' : '+'}${figureText(name, Math.abs(difference))}`;
}
