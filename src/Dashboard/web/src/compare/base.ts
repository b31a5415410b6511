import type { DeliveryPlan } from '../api/deliveryPlans';

/**
 * The working version that an adoption is meant to follow, 0 being none: the one that the person has seen,
 * or a later one of their own. What a colleague has made since is looked at first.
 */
export function baseOf(working: DeliveryPlan | null, seen: number | null, me: string | null): number {
  const now = working?.version ?? 0;
  if (seen === null) return now;
  return working?.origin != null && working.origin.by === me ? Math.max(now, seen) : seen;
}
