import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { MapInfo } from '../api/region';

export const localFonts = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif';
export const labelFont = ['Noto Sans CJK SC', 'sans-serif'];

// Tiles may write "primary_link" or "PrimaryLink"; both are compared in lower case.
const roadClass: ExpressionSpecification = ['downcase', ['to-string', ['get', 'class']]];

const ranks: readonly { id: string; classes: readonly string[]; minZoom: number; colour: string; casing: string; width: readonly [number, number][] }[] = [
  {
    id: 'path',
    classes: ['footway', 'path', 'steps', 'cycleway', 'track', 'pedestrian'],
    minZoom: 14,
    colour: '#ffffff',
    casing: '#dad6cd',
    width: [[14, 0.6], [18, 3]],
  },
  {
    id: 'street',
    classes: ['residential', 'living_street', 'livingstreet', 'service', 'unclassified'],
    minZoom: 12,
    colour: '#ffffff',
    casing: '#d5d1c8',
    width: [[12, 0.6], [15, 3], [18, 10]],
  },
  {
    id: 'tertiary',
    classes: ['tertiary', 'tertiary_link', 'tertiarylink'],
    minZoom: 10,
    colour: '#ffffff',
    casing: '#cfcabf',
    width: [[10, 0.7], [13, 2], [18, 13]],
  },
  {
    id: 'secondary',
    classes: ['secondary', 'secondary_link', 'secondarylink'],
    minZoom: 8,
    colour: '#fdfaf0',
    casing: '#c9c2b0',
    width: [[8, 0.6], [12, 2], [18, 15]],
  },
  {
    id: 'primary',
    classes: ['primary', 'primary_link', 'primarylink'],
    minZoom: 6,
    colour: '#fbeecb',
    casing: '#c9b78b',
    width: [[6, 0.7], [12, 2.8], [18, 18]],
  },
  {
    id: 'trunk',
    classes: ['trunk', 'trunk_link', 'trunklink', 'motorway', 'motorway_link', 'motorwaylink'],
    minZoom: 4,
    colour: '#f6d9a0',
    casing: '#bf9f5f',
    width: [[4, 0.8], [12, 3.4], [18, 20]],
  },
];

/** The base map from the region's own tiles: calm, so that outlets and routes stand out. */
export function baseStyle(region: string, info: MapInfo): StyleSpecification {
  const layers: LayerSpecification[] = [
    { id: 'land', type: 'background', paint: { 'background-color': '#f3f2ed' } },
    { id: 'built-up', type: 'fill', source: 'base', 'source-layer': 'built', paint: { 'fill-color': '#eae7e0' } },
    { id: 'green', type: 'fill', source: 'base', 'source-layer': 'green', paint: { 'fill-color': '#dde8d3' } },
    {
      id: 'water',
      type: 'fill',
      source: 'base',
      'source-layer': 'water',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': '#b7d2e6' },
    },
    {
      id: 'rivers',
      type: 'line',
      source: 'base',
      'source-layer': 'water',
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': '#b7d2e6', 'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 8, 1, 12, 2, 18, 12] },
    },
  ];
  for (const part of ['casing', 'fill'] as const) {
    for (const rank of ranks) {
      const extra = part === 'casing' ? 1.6 : 0;
      layers.push({
        id: `road-${rank.id}-${part}`,
        type: 'line',
        source: 'base',
        'source-layer': 'roads',
        minzoom: rank.minZoom,
        filter: ['in', roadClass, ['literal', [...rank.classes]]],
        layout: { 'line-cap': part === 'fill' ? 'round' : 'butt', 'line-join': 'round' },
        paint: {
          'line-color': part === 'casing' ? rank.casing : rank.colour,
          'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], ...rank.width.flatMap(([zoom, width]) => [zoom, width + extra])] as ExpressionSpecification,
        },
      });
    }
  }
  return {
    version: 8,
    sources: {
      base: {
        type: 'vector',
        tiles: [`${location.origin}/tiles/${encodeURIComponent(region)}/{z}/{x}/{y}.mvt`],
        minzoom: info.minZoom,
        maxzoom: info.maxZoom,
        bounds: [info.bounds.west, info.bounds.south, info.bounds.east, info.bounds.north],
      },
    },
    layers,
  };
}

/** Names above everything else. */
export const labelLayers: readonly LayerSpecification[] = [
  {
    id: 'road-names',
    type: 'symbol',
    source: 'base',
    'source-layer': 'roads',
    minzoom: 13.5,
    filter: ['has', 'name'],
    layout: { 'symbol-placement': 'line', 'text-field': ['get', 'name'], 'text-font': labelFont, 'text-size': 11, 'symbol-spacing': 380 },
    paint: { 'text-color': '#6b665c', 'text-halo-color': '#ffffff', 'text-halo-width': 1.4 },
  },
  {
    id: 'place-names',
    type: 'symbol',
    source: 'base',
    'source-layer': 'places',
    filter: ['<=', ['coalesce', ['get', 'rank'], 5], ['step', ['zoom'], 4, 9, 5, 12, 6, 13, 9]],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': labelFont,
      'text-size': ['interpolate', ['linear'], ['coalesce', ['get', 'rank'], 5], 1, 19, 4, 15, 7, 12],
      'symbol-sort-key': ['coalesce', ['get', 'rank'], 9],
      'text-padding': 6,
    },
    paint: { 'text-color': '#3b4250', 'text-halo-color': '#ffffff', 'text-halo-width': 1.6 },
  },
];
