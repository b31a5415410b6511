import { computed, effect, signal } from '@preact/signals';
import { get } from '../../api/client';
import type { DeliveryPlan } from '../../api/deliveryPlans';
import type { FeatureCollection } from '../../map/planLayers';
import { dayPath, planRows, shownPlan } from './planDay';
import { shownRoutes } from './stopIndex';

// The ways of the routes shown, along the roads.

interface Roads {
  version: number;
  lines: FeatureCollection;
}

/** By distributor and day. The lines of the version before stay until those of the next are here: an edit changes a route or two. */
const roads = signal<ReadonlyMap<string, Roads>>(new Map());
const asked = new Set<string>();

/** Road geometry of the routes shown, with the colour of each. */
export const routeFeatures = computed<FeatureCollection>(() => {
  const features: FeatureCollection['features'] = [];
  for (const { plan, route, colour } of shownRoutes.value) {
    for (const feature of roads.value.get(dayKey(plan))?.lines.features ?? []) {
      if (feature.properties.vehicle !== route.vehicle) continue;
      features.push({ ...feature, properties: { ...feature.properties, distributor: plan.distributor, colour } });
    }
  }
  return { type: 'FeatureCollection', features };
});

effect(() => {
  for (const row of planRows.value ?? []) {
    const plan = shownPlan(row);
    if (plan && plan.routes.length > 0) void fetchRoads(plan);
  }
});

async function fetchRoads(plan: DeliveryPlan): Promise<void> {
  const day = dayKey(plan);
  const name = `${day}#${plan.version}`;
  if (asked.has(name) || roads.peek().get(day)?.version === plan.version) return;
  asked.add(name);
  try {
    const lines = await get<FeatureCollection>(dayPath(plan.distributor, plan.date, `versions/${plan.version}/geometry`));
    const shown = new Map((planRows.peek() ?? []).flatMap((row) => (shownPlan(row) ? [[row.distributor, shownPlan(row)]] : []) as [string, DeliveryPlan][]));
    if (shown.get(plan.distributor)?.version !== plan.version || shown.get(plan.distributor)?.date !== plan.date) return;
    const days = new Set([...shown.values()].map(dayKey));
    roads.value = new Map([...[...roads.peek()].filter(([each]) => days.has(each)), [day, { version: plan.version, lines }]]);
  } catch {
    // The routes are still in the lists; the next version brings its own lines.
  } finally {
    asked.delete(name);
  }
}

function dayKey(plan: DeliveryPlan): string {
  return `${plan.distributor}@${plan.date}`;
}
