import { post } from '../../api/client';
import type { DeliveryPlan, DeliveryRoute } from '../../api/deliveryPlans';
import type { PlanChange, PlanEdit, StopOption } from '../../api/dispatch';
import { dayPath } from '../plans/planDay';

/** What edits would make of a plan. */
export interface Preview {
  change: PlanChange;
  /** The changed routes only. */
  routes: DeliveryRoute[];
}

/** A change that is not made yet: where its preview is asked for, and what it is. */
export interface ChangeQuestion {
  path: 'edits/preview' | 'split/preview';
  body: Record<string, unknown>;
}

export function askPreview(plan: DeliveryPlan, edits: readonly PlanEdit[]): Promise<Preview> {
  return askChange(plan, { path: 'edits/preview', body: { edits } });
}

export function askChange(plan: DeliveryPlan, { path, body }: ChangeQuestion): Promise<Preview> {
  return post<Preview>(dayPath(plan.distributor, plan.date, path), { baseVersion: plan.version, ...body });
}

/** The cheapest place on each vehicle for stops that go together. */
export function askOptions(plan: DeliveryPlan, stops: readonly string[]): Promise<StopOption[]> {
  return post<StopOption[]>(dayPath(plan.distributor, plan.date, 'options'), { baseVersion: plan.version, stops });
}
