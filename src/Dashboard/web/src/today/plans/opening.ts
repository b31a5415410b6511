import { effect } from '@preact/signals';
import { get } from '../../api/client';
import type { DeliveryPlanRow } from '../../api/deliveryPlans';
import { live, outletsLoaded, regionId, regionPath } from '../../region/regionStore';
import { loadDay, loadPlans, nextWorkingDay, planDate, planError, planRows, showDate, today } from './planDay';

// Which day the board opens on, and what makes it look again.

let openedFor: string | null = null;

// The board opens on today while there is a published plan to follow, otherwise on the day to be planned.
effect(() => {
  const region = regionId.value;
  if (!outletsLoaded.value || !region || region === openedFor) return;
  openedFor = region;
  planRows.value = null;
  planDate.value = null;
  void open(region);
});

async function open(region: string): Promise<void> {
  try {
    const next = await get<DeliveryPlanRow[]>(regionPath('/plans/deliveries'));
    if (regionId.peek() !== region) return;
    nextWorkingDay.value = next[0]?.date ?? null;
    const now = today.peek();
    const rows = now ? await get<DeliveryPlanRow[]>(regionPath(`/plans/deliveries?date=${now}`)) : [];
    if (regionId.peek() !== region || planDate.peek() !== null) return;
    const date = rows.some((row) => row.published) || !nextWorkingDay.peek() ? now : nextWorkingDay.peek();
    if (date) await loadPlans(date);
  } catch (error) {
    planError.value = error;
    openedFor = null;
  }
}

live.onPlans((plans) => {
  const date = planDate.peek();
  const parties = new Set(plans.filter((plan) => plan.date === date && plan.kind === 'deliveries').map((plan) => plan.party));
  for (const party of parties) if (date) void loadDay(party, date).catch(() => undefined);
});
live.onReconnect(() => {
  const date = planDate.peek();
  if (date) void loadPlans(date);
});

// At midnight the region moves to a new day: the next working day is asked for again.
let knownDay: string | null = null;
effect(() => {
  const now = today.value;
  if (!now || now === knownDay) return;
  const isNew = knownDay !== null;
  const wasToday = planDate.peek() === knownDay;
  knownDay = now;
  if (!isNew || !regionId.peek()) return;
  void get<DeliveryPlanRow[]>(regionPath('/plans/deliveries')).then(
    (rows) => (nextWorkingDay.value = rows[0]?.date ?? null),
    () => undefined,
  );
  if (wasToday) showDate(now);
});
