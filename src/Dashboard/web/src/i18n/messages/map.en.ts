import type { Message } from '../message';

export const map = {
  'map.areas': 'Territories',
  'map.colourBy': 'Colour outlets by',
  'map.cover': 'Stock cover',
  'map.home': 'Show the whole region',
  'map.label': 'Map',
  'map.noGraphics': 'This browser cannot draw the map (WebGL 2 is missing). The outlet table shows the same.',
  'map.routes': 'Routes',
  'map.visit': 'Last visit',
  'map.zoomIn': 'Zoom in',
  'map.zoomOut': 'Zoom out',

  'ramp.cover.1': 'Under 1 day',
  'ramp.cover.14': '7 to 14 days',
  'ramp.cover.3': '1 to 3 days',
  'ramp.cover.7': '3 to 7 days',
  'ramp.cover.more': '14 days or more',
  'ramp.visit.14': '8 to 14 days',
  'ramp.visit.21': '15 to 21 days',
  'ramp.visit.28': '22 to 28 days',
  'ramp.visit.7': 'Up to 7 days',
  'ramp.visit.more': 'Over 28 days',

  'tip.cover': 'Cover {days} days',
  'tip.never': 'Never',
  'tip.neverVisited': 'Never visited',
  'tip.noSales': 'No sales yet',
  'tip.outOfStock': { one: '{count} of {listed} products out of stock', other: '{count} of {listed} products out of stock' },
  'tip.sinceVisit': { one: 'Visited {value} day ago', other: 'Visited {value} days ago' },
} as const satisfies Record<string, Message>;
