import { effect, signal } from '@preact/signals';
import { get } from '../../api/client';
import type { DeliveryPlan, DeliveryPlanRow } from '../../api/deliveryPlans';
import { regionPath } from '../../region/regionStore';
import { dayPath, planDate, planRows, shownPlan } from '../plans/planDay';

// What outlets are used to: the plan of the same weekday last week, or else the version this one was made from.

export const habitThresholdSeconds = signal(30 * 60);

export interface Habit {
  plan: DeliveryPlan;
  from: 'lastWeek' | 'versionBefore';
}

export const habits = signal<ReadonlyMap<string, Habit>>(new Map());
const lastWeek = signal<ReadonlyMap<string, DeliveryPlan>>(new Map());
const before = new Map<string, DeliveryPlan>();

export function weekBefore(date: string): string {
  const moment = new Date(`${date}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() - 7);
  return moment.toISOString().slice(0, 10);
}

effect(() => {
  const date = planDate.value;
  lastWeek.value = new Map();
  if (date === null) return;
  void get<DeliveryPlanRow[]>(regionPath(`/plans/deliveries?date=${weekBefore(date)}`)).then(
    (rows) => {
      if (planDate.peek() === date) lastWeek.value = new Map(rows.flatMap((row) => (row.published ? [[row.distributor, row.published] as const] : [])));
    },
    () => undefined,
  );
});

effect(() => {
  const known = lastWeek.value;
  const plans = (planRows.value ?? []).map(shownPlan).filter((plan): plan is DeliveryPlan => plan !== null);
  const next = new Map<string, Habit>();
  for (const plan of plans) {
    const week = known.get(plan.distributor);
    const base = before.get(baseKey(plan));
    if (week) next.set(plan.distributor, { plan: week, from: 'lastWeek' });
    else if (base) next.set(plan.distributor, { plan: base, from: 'versionBefore' });
    else void fetchBase(plan);
  }
  habits.value = next;
});

async function fetchBase(plan: DeliveryPlan): Promise<void> {
  const base = plan.origin?.base ?? null;
  if (base === null) return;
  try {
    const found = await get<DeliveryPlan>(dayPath(plan.distributor, plan.date, `versions/${base}`));
    before.clear();
    before.set(baseKey(plan), found);
    habits.value = new Map([...habits.peek(), [plan.distributor, { plan: found, from: 'versionBefore' }]]);
  } catch {
    // Without an earlier version nothing is far from it.
  }
}

function baseKey(plan: DeliveryPlan): string {
  return `${plan.distributor}@${plan.date}#${plan.origin?.base ?? ''}`;
}
