import type { FeatureCollection } from '../../map/planLayers';
import { live } from '../../region/regionStore';
import { stopState } from '../plans/progress';
import { placedStops, tray } from '../plans/stopIndex';

const stopInk = { planned: '#1f2937', onTime: '#ffffff', late: '#ffffff', refused: '#ffffff' } as const;
const stopFill = { planned: '#ffffff', onTime: '#15803d', late: '#b45309', refused: '#b91c1c' } as const;

/** Every stop of the day with its number on the vehicle's day, and what waits in the tray. */
export function stopFeatures(): FeatureCollection {
  const features: FeatureCollection['features'] = [];
  const add = (terminal: string, properties: Record<string, unknown>) => {
    const index = live.outlets.indexOf(terminal);
    if (index < 0) return;
    features.push({ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [live.outlets.longitude[index], live.outlets.latitude[index]] } });
  };
  for (const [order, { shown, stop, number }] of placedStops.value) {
    const state = stopState(shown.route.vehicle, stop);
    const late = state === 'planned' && stop.serviceStart > stop.window.end;
    add(stop.terminal, { order, vehicle: shown.route.vehicle, label: String(number), colour: shown.colour, fill: late ? '#fdeee2' : stopFill[state], ink: late ? '#a63a00' : stopInk[state] });
  }
  for (const stop of tray.value) add(stop.terminal, { order: stop.orders[0], vehicle: '', label: '!', colour: '#a63a00', fill: stop.held ? '#e9ecf1' : '#fdeee2', ink: '#a63a00' });
  return { type: 'FeatureCollection', features };
}

/** The stops of the day whose place passes a test of longitude and latitude. */
export function stopsWhere(test: (longitude: number, latitude: number) => boolean): string[] {
  const found: string[] = [];
  const check = (order: string, terminal: string) => {
    const index = live.outlets.indexOf(terminal);
    if (index >= 0 && test(live.outlets.longitude[index], live.outlets.latitude[index])) found.push(order);
  };
  for (const [order, { stop }] of placedStops.peek()) check(order, stop.terminal);
  for (const stop of tray.peek()) check(stop.orders[0], stop.terminal);
  return found;
}
