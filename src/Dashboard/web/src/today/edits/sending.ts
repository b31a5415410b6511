import { signal } from '@preact/signals';
import { newCommandId, post, Refusal } from '../../api/client';
import type { DeliveryPlan } from '../../api/deliveryPlans';
import type { PlanEdit, PlanOrigin } from '../../api/dispatch';
import { explain } from '../../i18n/codes';
import { tell } from '../../shell/noticeList';
import { dayPath, loadDay, planOf, takeWorking } from '../plans/planDay';

/** A change that was made on a version which is not the working one any more. Nothing of it is lost. */
export interface Conflict {
  distributor: string;
  seen: number;
  now: number;
  origin: PlanOrigin | null;
  again: (plan: DeliveryPlan) => Promise<boolean>;
}

export const conflict = signal<Conflict | null>(null);
/** Distributors whose plan a command is on its way to. */
export const sending = signal<ReadonlySet<string>>(new Set());
/** The last change on this screen, for those who hear it. */
export const announcement = signal('');

/** Makes edits on the version that the person saw; answers whether they are in the plan. */
export function sendEdits(plan: DeliveryPlan, edits: readonly PlanEdit[], done?: string): Promise<boolean> {
  return sendCommand(plan, 'edits', { edits }, done);
}

export function undo(plan: DeliveryPlan, done: string): Promise<boolean> {
  return sendCommand(plan, 'undo', {}, done);
}

export function redo(plan: DeliveryPlan, done: string): Promise<boolean> {
  return sendCommand(plan, 'redo', {}, done);
}

/** Sends a command that answers with the next version of the plan. */
export async function sendCommand(plan: DeliveryPlan, path: string, body: Record<string, unknown>, done?: string): Promise<boolean> {
  const { distributor, date } = plan;
  sending.value = new Set([...sending.peek(), distributor]);
  try {
    takeWorking(await post<DeliveryPlan>(dayPath(distributor, date, path), { commandId: newCommandId(), baseVersion: plan.version, ...body }));
    if (done) announcement.value = done;
    return true;
  } catch (error) {
    await refused(plan, error, (fresh) => sendCommand(fresh, path, body, done));
    return false;
  } finally {
    sending.value = new Set([...sending.peek()].filter((each) => each !== distributor));
  }
}

/** Fetches the day anew where a refusal says that it has become another meanwhile; what is open on it then shows itself again. */
export function reloadIfChanged(plan: DeliveryPlan, error: unknown): void {
  if (error instanceof Refusal && error.code === 'plan.changed-since') void loadDay(plan.distributor, plan.date).catch(() => undefined);
}

/** Tells of a refusal; where the plan has become another meanwhile, shows by whom, and keeps the change to be made again. */
export async function refused(plan: DeliveryPlan, error: unknown, again: Conflict['again']): Promise<void> {
  if (error instanceof Refusal && error.status === 409) {
    await loadDay(plan.distributor, plan.date).catch(() => undefined);
    const now = planOf(plan.distributor);
    if (now && now.version !== plan.version) {
      conflict.value = { distributor: plan.distributor, seen: plan.version, now: now.version, origin: now.origin ?? null, again };
      return;
    }
  }
  tell('refused', explain(error));
}
