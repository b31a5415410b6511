import { computed, signal } from '@preact/signals';
import { get, newCommandId, post } from '../../api/client';
import type { DeliveryPlan, DeliveryPlanRow } from '../../api/deliveryPlans';
import { dateOf } from '../../i18n/format';
import { live, regionPath } from '../../region/regionStore';
import { tellError } from '../../shell/noticeList';

// The delivery plans of the day on screen, one row per distributor.

export interface PlanOptions {
  seed?: number;
  iterations?: number;
  timeLimitSeconds?: number;
}

export const planDate = signal<string | null>(null);
export const nextWorkingDay = signal<string | null>(null);
export const planRows = signal<readonly DeliveryPlanRow[] | null>(null);
export const planError = signal<unknown>(null);
/** Distributors whose plan is being made now. */
export const planning = signal<ReadonlySet<string>>(new Set());

/** The region's calendar day. */
export const today = computed(() => {
  const clock = live.clock.value;
  return clock ? dateOf(clock.now) : null;
});

/** The plan shown for a distributor: the working one, which people edit. */
export function shownPlan(row: DeliveryPlanRow): DeliveryPlan | null {
  return row.working ?? row.proposed ?? row.published;
}

export function planOf(distributor: string): DeliveryPlan | null {
  const row = (planRows.peek() ?? []).find((each) => each.distributor === distributor);
  return row ? shownPlan(row) : null;
}

export function dayPath(distributor: string, date: string, rest = ''): string {
  return regionPath(`/plans/deliveries/${encodeURIComponent(distributor)}/${date}${rest === '' ? '' : `/${rest}`}`);
}

export async function loadPlans(date: string): Promise<void> {
  planDate.value = date;
  planError.value = null;
  try {
    const rows = await get<DeliveryPlanRow[]>(regionPath(`/plans/deliveries?date=${date}`));
    if (planDate.peek() !== date) return;
    const known = new Map((planRows.peek() ?? []).map((row) => [row.distributor, row]));
    // The list does not say which version people work on; until the days are here what was known stays.
    planRows.value = rows.map((row) => ({ ...row, working: known.get(row.distributor)?.working, progress: known.get(row.distributor)?.progress, closedAt: known.get(row.distributor)?.closedAt }));
    await Promise.all(rows.map((row) => loadDay(row.distributor, date)));
  } catch (error) {
    if (planDate.peek() === date) planError.value = error;
  }
}

/** One distributor's day anew: its plans, the working one among them, and how far it has come. */
export async function loadDay(distributor: string, date: string): Promise<void> {
  const day = await get<DeliveryPlanRow>(dayPath(distributor, date));
  replaceRow(distributor, date, () => day);
}

export function showDate(date: string): void {
  if (date === planDate.peek()) return;
  planRows.value = null;
  void loadPlans(date);
}

export async function propose(distributor: string, date: string, options: PlanOptions): Promise<void> {
  planning.value = new Set([...planning.peek(), distributor]);
  try {
    const plan = await post<DeliveryPlan>(dayPath(distributor, date, 'propose'), { commandId: newCommandId(), ...options });
    replaceRow(distributor, date, (row) => ({ ...row, proposed: plan, working: plan }));
  } catch (error) {
    tellError(error);
  } finally {
    planning.value = new Set([...planning.peek()].filter((each) => each !== distributor));
  }
}

/** Makes the proposal the plan of the day; answers whether the server agreed. */
export function publish(plan: DeliveryPlan, acceptBreaches = false): Promise<boolean> {
  const published: DeliveryPlan = { ...plan, status: 'Published' };
  return decide(plan, 'publish', { acceptBreaches }, (row) => ({ ...row, proposed: null, published, working: published }));
}

export function discard(plan: DeliveryPlan): Promise<boolean> {
  return decide(plan, 'discard', {}, (row) => ({ ...row, proposed: null, working: null }));
}

/** Takes over a version that the server has just made. */
export function takeWorking(plan: DeliveryPlan): void {
  replaceRow(plan.distributor, plan.date, (row) => ({ ...row, proposed: plan.status === 'Proposed' ? plan : row.proposed, working: plan }));
}

async function decide(plan: DeliveryPlan, verb: 'publish' | 'discard', more: object, change: (row: DeliveryPlanRow) => DeliveryPlanRow): Promise<boolean> {
  try {
    await post(dayPath(plan.distributor, plan.date, verb), { commandId: newCommandId(), version: plan.version, ...more });
    replaceRow(plan.distributor, plan.date, change);
    void loadPlans(plan.date);
    return true;
  } catch (error) {
    tellError(error);
    void loadPlans(plan.date);
    return false;
  }
}

function replaceRow(distributor: string, date: string, change: (row: DeliveryPlanRow) => DeliveryPlanRow): void {
  if (planDate.peek() !== date) return;
  planRows.value = (planRows.peek() ?? []).map((row) => (row.distributor === distributor ? change(row) : row));
}
