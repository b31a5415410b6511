import type { Map as MapLibreMap } from 'maplibre-gl';
import { labelFont, labelLayers } from './mapStyle';
import type { OutletLayer } from './outletLayer';

export interface FeatureCollection {
  type: 'FeatureCollection';
  features: { type: 'Feature'; properties: Record<string, unknown>; geometry: unknown }[];
}

export const emptyCollection: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** The layers that are shown and hidden together. */
export const layersOf = {
  areas: ['area-fill', 'area-line', 'area-name'],
  routes: ['route-casing', 'routes', 'route-chosen-casing', 'route-chosen', 'stop-dots', 'stop-dot-numbers', 'stop-points', 'stop-numbers'],
} as const;

/** What goes by its vehicle, so that the choice of one is a state of its features: a filter would send the whole source through the worker again. */
export const sourcesByVehicle = ['routes', 'stops'] as const;
const isChosen = ['boolean', ['feature-state', 'chosen'], false];
const isShownLarge = ['any', ['==', ['get', 'vehicle'], ''], isChosen];

/** Lays what a day is about over the base map, from below upwards: areas, routes, outlets, depots, names, stops. */
export function addPlanLayers(map: MapLibreMap, outlets: OutletLayer): void {
  for (const id of ['areas', 'depots']) map.addSource(id, { type: 'geojson', data: emptyCollection as never });
  for (const id of sourcesByVehicle) map.addSource(id, { type: 'geojson', data: emptyCollection as never, promoteId: 'vehicle' });
  map.addLayer({ id: 'area-fill', type: 'fill', source: 'areas', paint: { 'fill-color': '#1f5fbf', 'fill-opacity': 0.035 } });
  map.addLayer({
    id: 'area-line',
    type: 'line',
    source: 'areas',
    paint: { 'line-color': '#51617a', 'line-width': 1.4, 'line-dasharray': [3, 2], 'line-opacity': 0.75 },
  });
  const wide = ['interpolate', ['linear'], ['zoom'], 9, 2, 14, 4, 17, 6] as never;
  const wider = ['interpolate', ['linear'], ['zoom'], 9, 5, 14, 8.5, 17, 11] as never;
  // Nothing of a width of zero is drawn: a line of the routes that are not chosen costs its corners only.
  const chosenWide = (thin: number, middle: number, thick: number) =>
    ['interpolate', ['linear'], ['zoom'], 9, ['case', isChosen, thin, 0], 14, ['case', isChosen, middle, 0], 17, ['case', isChosen, thick, 0]] as never;
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
  map.addLayer({ id: 'route-casing', type: 'line', source: 'routes', layout: round, paint: { 'line-color': '#ffffff', 'line-width': wider, 'line-opacity': 0.55 } });
  map.addLayer({ id: 'routes', type: 'line', source: 'routes', layout: round, paint: { 'line-color': ['get', 'colour'], 'line-width': wide, 'line-opacity': 0.85 } });
  map.addLayer({ id: 'route-chosen-casing', type: 'line', source: 'routes', layout: round, paint: { 'line-color': '#ffffff', 'line-width': chosenWide(5, 8.5, 11) } });
  map.addLayer({ id: 'route-chosen', type: 'line', source: 'routes', layout: round, paint: { 'line-color': ['get', 'colour'], 'line-width': chosenWide(3, 5.5, 8) } });
  map.addLayer(outlets);
  map.addLayer({
    id: 'area-name',
    type: 'symbol',
    source: 'areas',
    minzoom: 10,
    layout: { 'text-field': ['get', 'name'], 'text-font': labelFont, 'text-size': 12, 'text-padding': 10 },
    paint: { 'text-color': '#24508f', 'text-halo-color': '#ffffff', 'text-halo-width': 1.6 },
  });
  map.addLayer({
    id: 'depot-points',
    type: 'circle',
    source: 'depots',
    paint: { 'circle-radius': 6.5, 'circle-color': '#111827', 'circle-stroke-color': '#ffffff', 'circle-stroke-width': 2.5 },
  });
  map.addLayer({
    id: 'depot-names',
    type: 'symbol',
    source: 'depots',
    layout: { 'text-field': ['get', 'name'], 'text-font': labelFont, 'text-size': 12, 'text-offset': [0, 1.2], 'text-anchor': 'top' },
    paint: { 'text-color': '#111827', 'text-halo-color': '#ffffff', 'text-halo-width': 1.8 },
  });
  // Later layers win where names collide: where one is matters more than whose depot or area it is.
  for (const layer of labelLayers) map.addLayer(layer);
  // Every route's stops are dots that get their numbers as one comes nearer; those of the chosen route and of the tray have them always.
  map.addLayer({
    id: 'stop-dots',
    type: 'circle',
    source: 'stops',
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 10, 2.5, 12.5, 4, 13, 8],
      'circle-color': ['get', 'fill'],
      'circle-stroke-color': ['get', 'colour'],
      'circle-stroke-width': 1.5,
    },
  });
  map.addLayer({
    id: 'stop-dot-numbers',
    type: 'symbol',
    source: 'stops',
    minzoom: 13,
    layout: { 'text-field': ['get', 'label'], 'text-font': labelFont, 'text-size': 10, 'text-allow-overlap': true, 'text-ignore-placement': true },
    paint: { 'text-color': ['get', 'ink'] },
  });
  map.addLayer({
    id: 'stop-points',
    type: 'circle',
    source: 'stops',
    paint: {
      'circle-radius': ['case', isShownLarge, 9.5, 0] as never,
      'circle-color': ['get', 'fill'],
      'circle-stroke-color': ['get', 'colour'],
      'circle-stroke-width': ['case', isShownLarge, 2.5, 0] as never,
    },
  });
  map.addLayer({
    id: 'stop-numbers',
    type: 'symbol',
    source: 'stops',
    layout: { 'text-field': ['get', 'label'], 'text-font': labelFont, 'text-size': 11, 'text-allow-overlap': true, 'text-ignore-placement': true },
    paint: { 'text-color': ['get', 'ink'], 'text-opacity': ['case', isShownLarge, 1, 0] as never },
  });
}
