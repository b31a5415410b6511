import { signal } from '@preact/signals';
import { get, newCommandId, post } from '../api/client';
import type { Following, RouteForecast } from '../api/following';
import { t } from '../i18n/i18n';
import { distributorName } from '../region/names';
import { regionPath } from '../region/regionStore';
import { tell, tellError } from '../shell/noticeList';

/** The last answer, when it came, and what went wrong since. */
export const following = signal<Following | null>(null);
export const followedAt = signal(0);
export const followError = signal<unknown>(null);

let asking = false;

export async function follow(): Promise<void> {
  if (asking) return;
  asking = true;
  try {
    following.value = await get<Following>(regionPath('/following'));
    followedAt.value = Date.now();
    followError.value = null;
  } catch (error) {
    followError.value = error;
  } finally {
    asking = false;
  }
}

export async function acknowledge(number: number): Promise<void> {
  try {
    await post(regionPath(`/following/notices/${number}/acknowledge`), { commandId: newCommandId() });
    await follow();
  } catch (error) {
    tellError(error);
  }
}

/** Re-plans what is still open of some vehicles: one run for each distributor, from its working plan. */
export async function replanTails(chosen: ReadonlySet<string>): Promise<void> {
  const day = following.peek();
  for (const each of day?.distributors ?? []) {
    const vehicles = each.routes.map((route) => route.vehicle).filter((vehicle) => chosen.has(vehicle));
    if (!day || vehicles.length === 0) continue;
    const path = regionPath(`/plans/deliveries/${encodeURIComponent(each.distributor)}/${day.date}`);
    try {
      const plan = await get<{ working: { version: number } | null }>(path);
      await post(`${path}/runs`, {
        commandId: newCommandId(),
        baseVersion: plan.working?.version ?? each.planVersion,
        options: { scope: 'Routes', vehicles, seed: 1, iterations: null, timeLimit: 10, movePrice: 0, byTimeOfDay: true },
      });
      tell('done', t('following.replanStarted', { name: distributorName(each.distributor) }));
    } catch (error) {
      tellError(error);
    }
  }
}

/** How many stops of a route are made, and how many are late. */
export function countStops(route: RouteForecast): { made: number; late: number } {
  const made = route.stops.filter((stop) => stop.state === 'Done').length;
  return { made, late: route.stops.filter((stop) => stop.late > 0 && stop.state !== 'Done').length };
}

/** The age of a position in the region's own time; a position of a moment ahead is new. */
export function ageSeconds(now: number, at: number): number {
  return Math.max(0, now - at);
}
