import type { DeliveryPlan } from '../api/deliveryPlans';
import type { Bounds } from '../api/values';
import type { OutletTable } from '../live/outlets';
import type { FeatureCollection } from '../map/planLayers';
import { routeColours } from '../map/ramps';

const marginDegrees = 0.004;
const trayColour = '#a63a00';

/** A vehicle's colour by its place in the fleet: the same on both maps, and in every version. */
export function colourOf(fleet: readonly string[], vehicle: string): string {
  return routeColours[Math.max(0, fleet.indexOf(vehicle)) % routeColours.length];
}

export function lineFeatures(lines: FeatureCollection, plan: DeliveryPlan, fleet: readonly string[]): FeatureCollection {
  const features = lines.features.map((feature) => {
    const vehicle = String(feature.properties.vehicle);
    return { ...feature, properties: { ...feature.properties, distributor: plan.distributor, colour: colourOf(fleet, vehicle) } };
  });
  return { type: 'FeatureCollection', features };
}

/** The plan's stops with their numbers on the vehicle's day; those that differ come last and belong to no vehicle, so that they always stand out. */
export function stopFeatures(plan: DeliveryPlan, differing: ReadonlySet<string>, outlets: OutletTable, fleet: readonly string[]): FeatureCollection {
  const plain: FeatureCollection['features'] = [];
  const marked: FeatureCollection['features'] = [];
  const add = (terminal: string, orders: readonly string[], properties: Record<string, unknown>) => {
    const index = outlets.indexOf(terminal);
    if (index < 0) return;
    const differs = orders.some((order) => differing.has(order));
    const look = { order: orders[0], ...properties, fill: differs ? '#fff3c4' : '#ffffff', ...(differs ? { vehicle: '' } : {}) };
    (differs ? marked : plain).push({ type: 'Feature', properties: look, geometry: { type: 'Point', coordinates: [outlets.longitude[index], outlets.latitude[index]] } });
  };
  for (const { vehicle, trips } of plan.routes) {
    const colour = colourOf(fleet, vehicle);
    let number = 0;
    for (const trip of trips) for (const stop of trip.stops) add(stop.terminal, stop.orders, { vehicle, label: String(++number), colour, ink: '#1f2937' });
  }
  for (const stop of plan.unserved) add(stop.terminal, stop.orders, { vehicle: '', label: '!', colour: trayColour, ink: trayColour });
  return { type: 'FeatureCollection', features: [...plain, ...marked] };
}

/** The outlets that a plan is about, as rows of the table. */
export function outletRows(plans: readonly DeliveryPlan[], outlets: OutletTable, vehicle: string | null = null): Set<number> {
  const rows = new Set<number>();
  const add = (terminal: string) => {
    const index = outlets.indexOf(terminal);
    if (index >= 0) rows.add(index);
  };
  for (const plan of plans) {
    for (const route of plan.routes)
      if (vehicle === null || route.vehicle === vehicle) for (const trip of route.trips) for (const stop of trip.stops) add(stop.terminal);
    if (vehicle === null) for (const stop of plan.unserved) add(stop.terminal);
  }
  return rows;
}

export function boundsOf(rows: Iterable<number>, outlets: OutletTable): Bounds | null {
  const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const row of rows) {
    bounds.west = Math.min(bounds.west, outlets.longitude[row] - marginDegrees);
    bounds.east = Math.max(bounds.east, outlets.longitude[row] + marginDegrees);
    bounds.south = Math.min(bounds.south, outlets.latitude[row] - marginDegrees);
    bounds.north = Math.max(bounds.north, outlets.latitude[row] + marginDegrees);
  }
  return bounds.west === Infinity ? null : bounds;
}
