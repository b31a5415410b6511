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

export function askPreview(plan: DeliveryPlan, edits: readonly PlanEdit[]): Promise<Preview> {
  return post<Preview>(dayPath(plan.distributor, plan.date, 'edits/preview'), { baseVersion: plan.version, edits });
}

/** The cheapest place on each vehicle for stops that go together. */
export function askOptions(plan: DeliveryPlan, stops: readonly string[]): Promise<StopOption[]> {
  return post<StopOption[]>(dayPath(plan.distributor, plan.date, 'options'), { baseVersion: plan.version, stops });
}
