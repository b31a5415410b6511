import { computed } from '@preact/signals';
import type { DeliveryPlan } from '../../api/deliveryPlans';
import { picked, selection } from '../../selection/selection';
import { planRows, shownPlan } from '../plans/planDay';
import { currentDistributor, stopSelection, together } from '../plans/stopList';

/** What an action is about: stops, a vehicle's day, or the whole day of a distributor. */
export type Target =
  | { scope: 'stops'; plan: DeliveryPlan; orders: readonly string[] }
  | { scope: 'vehicle'; plan: DeliveryPlan; vehicle: string }
  | { scope: 'day'; plan: DeliveryPlan };

export function stopsTarget(order: string): Target | null {
  const distributor = stopSelection(order)?.distributor;
  const plan = distributor === undefined ? null : plans.peek().get(distributor);
  return plan ? { scope: 'stops', plan, orders: together(order) } : null;
}

export function vehicleTarget(distributor: string, vehicle: string): Target | null {
  const plan = plans.peek().get(distributor);
  return plan ? { scope: 'vehicle', plan, vehicle } : null;
}

export function dayTarget(distributor: string): Target | null {
  const plan = plans.peek().get(distributor);
  return plan ? { scope: 'day', plan } : null;
}

const plans = computed(
  () => new Map((planRows.value ?? []).flatMap((row) => (shownPlan(row) ? [[row.distributor, shownPlan(row)]] : []) as [string, DeliveryPlan][])),
);

/** What the keyboard acts on now. */
export const currentTarget = computed<Target | null>(() => {
  const first = picked.value.values().next().value ?? null;
  plans.value;
  if (first !== null) {
    const chosen = selection.value;
    const lead = (chosen?.kind === 'stop' || chosen?.kind === 'tray') && picked.value.has(chosen.order) ? chosen.order : first;
    const target = stopsTarget(lead);
    if (target) return target;
  }
  const chosen = selection.value;
  if (chosen?.kind === 'route') return vehicleTarget(chosen.distributor, chosen.vehicle);
  const distributor = currentDistributor.value;
  return distributor === null ? null : dayTarget(distributor);
});
