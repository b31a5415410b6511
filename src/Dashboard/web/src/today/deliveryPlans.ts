import { computed, effect, signal } from '@preact/signals';
import { get, newCommandId, post } from '../api/client';
import type { DeliveryPlan, DeliveryPlanRow, DeliveryRoute, DeliveryStop, StopProgress, TripProgress } from '../api/deliveryPlans';
import { dateOf } from '../i18n/format';
import { routeColours } from '../map/ramps';
import type { FeatureCollection } from '../map/mapView';
import { live, outletsLoaded, regionId, regionPath } from '../region/regionStore';
import { tellError } from '../shell/noticeList';

// The delivery plans of the day on screen, their road geometry and how far they have come.

export interface PlanOptions {
  seed?: number;
  iterations?: number;
  timeLimitSeconds?: number;
}

export type StopState = 'planned' | 'onTime' | 'late' | 'refused';

export const planDate = signal<string | null>(null);
export const nextWorkingDay = signal<string | null>(null);
export const planRows = signal<readonly DeliveryPlanRow[] | null>(null);
export const planError = signal<unknown>(null);
/** Distributors whose plan is being made now. */
export const planning = signal<ReadonlySet<string>>(new Set());
export const progress = signal<ReadonlyMap<string, StopProgress>>(new Map());
export const tripProgress = signal<readonly TripProgress[]>([]);
const geometries = signal<ReadonlyMap<string, FeatureCollection>>(new Map());

/** The region's calendar day. */
export const today = computed(() => {
  const clock = live.clock.value;
  return clock ? dateOf(clock.now) : null;
});

/** The plan shown for a distributor: its proposal while there is one, else what is published. */
export function shownPlan(row: DeliveryPlanRow): DeliveryPlan | null {
  return row.proposed ?? row.published;
}

export interface ShownRoute {
  plan: DeliveryPlan;
  route: DeliveryRoute;
  colour: string;
}

export const shownRoutes = computed<readonly ShownRoute[]>(() => {
  const routes: ShownRoute[] = [];
  for (const row of planRows.value ?? []) {
    const plan = shownPlan(row);
    for (const route of plan?.routes ?? []) {
      if (plan) routes.push({ plan, route, colour: routeColours[routes.length % routeColours.length] });
    }
  }
  return routes;
});

export const unserved = computed(() =>
  (planRows.value ?? []).flatMap((row) => (shownPlan(row)?.unserved ?? []).map((order) => ({ ...order, distributor: row.distributor }))),
);

/** Road geometry of the routes shown, with the colour of each. */
export const routeFeatures = computed<FeatureCollection>(() => {
  const features: FeatureCollection['features'] = [];
  for (const { plan, route, colour } of shownRoutes.value) {
    const geometry = geometries.value.get(geometryKey(plan));
    for (const feature of geometry?.features ?? []) {
      if (feature.properties.vehicle !== route.vehicle) continue;
      features.push({ ...feature, properties: { ...feature.properties, distributor: plan.distributor, colour } });
    }
  }
  return { type: 'FeatureCollection', features };
});

export function stopState(vehicle: string, stop: DeliveryStop): StopState {
  const seen = progress.value.get(progressKey(vehicle, stop.terminal));
  if (!seen?.arrivedAt) return 'planned';
  if (seen.refusal && seen.refusal !== 'None') return 'refused';
  return seen.onTime === false ? 'late' : 'onTime';
}

export function progressKey(vehicle: string, terminal: string): string {
  return `${vehicle}\n${terminal}`;
}

export async function loadPlans(date: string): Promise<void> {
  planDate.value = date;
  planError.value = null;
  try {
    const rows = await get<DeliveryPlanRow[]>(regionPath(`/plans/deliveries?date=${date}`));
    if (planDate.peek() !== date) return;
    planRows.value = rows;
    await Promise.all([loadGeometry(rows), loadProgress()]);
  } catch (error) {
    if (planDate.peek() === date) planError.value = error;
  }
}

export function showDate(date: string): void {
  if (date === planDate.peek()) return;
  planRows.value = null;
  progress.value = new Map();
  tripProgress.value = [];
  void loadPlans(date);
}

export async function propose(distributor: string, date: string, options: PlanOptions): Promise<void> {
  planning.value = new Set([...planning.peek(), distributor]);
  try {
    const plan = await post<DeliveryPlan>(planPath(distributor, date, 'propose'), { commandId: newCommandId(), ...options });
    replaceRow(distributor, date, (row) => ({ ...row, proposed: plan }));
    await loadGeometry(planRows.peek() ?? []);
  } catch (error) {
    tellError(error);
  } finally {
    planning.value = new Set([...planning.peek()].filter((each) => each !== distributor));
  }
}

/** Makes the proposal the plan of the day; answers whether the server agreed. */
export function publish(plan: DeliveryPlan): Promise<boolean> {
  return decide(plan, 'publish', (row) => ({ ...row, proposed: null, published: { ...plan, status: 'Published' } }));
}

export function discard(plan: DeliveryPlan): Promise<boolean> {
  return decide(plan, 'discard', (row) => ({ ...row, proposed: null }));
}

async function decide(plan: DeliveryPlan, verb: 'publish' | 'discard', change: (row: DeliveryPlanRow) => DeliveryPlanRow): Promise<boolean> {
  try {
    await post(planPath(plan.distributor, plan.date, verb), { commandId: newCommandId(), version: plan.version });
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

async function loadGeometry(rows: readonly DeliveryPlanRow[]): Promise<void> {
  const wanted = rows.map(shownPlan).filter((plan): plan is DeliveryPlan => plan !== null && plan.routes.length > 0);
  const missing = wanted.filter((plan) => !geometries.peek().has(geometryKey(plan)));
  const fetched = await Promise.all(
    missing.map((plan) =>
      get<FeatureCollection>(planPath(plan.distributor, plan.date, `geometry?version=${plan.version}`)).then(
        (geometry) => [geometryKey(plan), geometry] as const,
        () => null,
      ),
    ),
  );
  // Only what is on screen is kept: a day of re-planning makes many versions.
  const kept = new Map([...geometries.peek()].filter(([key]) => wanted.some((plan) => geometryKey(plan) === key)));
  for (const entry of fetched) if (entry) kept.set(entry[0], entry[1]);
  geometries.value = kept;
}

export async function loadProgress(): Promise<void> {
  const date = planDate.peek();
  const published = (planRows.peek() ?? []).filter((row) => row.published && !row.proposed);
  if (!date || published.length === 0 || (today.peek() ?? '') < date) return;
  const trips = (
    await Promise.all(published.map((row) => get<TripProgress[]>(planPath(row.distributor, date, 'progress')).catch(() => [])))
  ).flat();
  if (planDate.peek() !== date) return;
  tripProgress.value = trips;
  progress.value = new Map(trips.flatMap((trip) => trip.stops.map((stop) => [progressKey(trip.vehicle, stop.terminal), stop] as const)));
}

function planPath(distributor: string, date: string, rest: string): string {
  return regionPath(`/plans/deliveries/${encodeURIComponent(distributor)}/${date}/${rest}`);
}

function geometryKey(plan: DeliveryPlan): string {
  return `${plan.distributor}@${plan.date}#${plan.version}`;
}

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
  if (date && plans.some((plan) => plan.date === date && plan.kind === 'deliveries')) void loadPlans(date);
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
