import type { BacktestCell } from '../../api/calibration';

/** Fixed classes of error, one hue from light to dark, so that maps of two fits can be held against each other. */
export const errorClasses: readonly { from: number; below: number | null; fill: string; ink: string }[] = [
  { from: 0, below: null, fill: '#ffffff', ink: '#56606e' },
  { from: 0, below: 0.1, fill: '#deebf7', ink: '#18202c' },
  { from: 0.1, below: 0.25, fill: '#9ecae1', ink: '#18202c' },
  { from: 0.25, below: 0.5, fill: '#4292c6', ink: '#0b1622' },
  { from: 0.5, below: Infinity, fill: '#08306b', ink: '#ffffff' },
];

export function errorClassOf(mape: number | null): number {
  return mape === null ? 0 : errorClasses.findIndex((each) => each.below !== null && mape < each.below);
}

export interface PlacedCell {
  cell: BacktestCell;
  x: number;
  y: number;
  size: number;
}

const wide = 100;

/** The squares as they lie, north above, in a picture a hundred units wide; null where no place is known. */
export function layOut(cells: readonly BacktestCell[]): { cells: PlacedCell[]; width: number; height: number } | null {
  const known = cells.flatMap((cell) => (cell.longitude === null || cell.latitude === null ? [] : [{ cell, longitude: cell.longitude, latitude: cell.latitude }]));
  if (known.length === 0) return null;
  const middle = known.reduce((sum, each) => sum + each.latitude, 0) / known.length;
  const eastward = Math.cos((middle * Math.PI) / 180);
  const points = known.map(({ cell, longitude, latitude }) => ({ cell, east: longitude * eastward, north: latitude }));
  const [west, east] = [Math.min(...points.map((each) => each.east)), Math.max(...points.map((each) => each.east))];
  const [south, north] = [Math.min(...points.map((each) => each.north)), Math.max(...points.map((each) => each.north))];
  const step = pitch(points.map((each) => each.east)) ?? pitch(points.map((each) => each.north)) ?? 1;
  const scale = wide / (east - west + step);
  const size = step * scale;
  return {
    cells: points.map((each) => ({ cell: each.cell, x: (each.east - west) * scale, y: (north - each.north) * scale, size })),
    width: wide,
    height: (north - south) * scale + size,
  };
}

/** How far rows or columns of squares lie apart: the least step between middles that is more than rounding. */
function pitch(places: readonly number[]): number | null {
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  const span = sorted[sorted.length - 1] - sorted[0];
  const steps = sorted.slice(1).map((place, index) => place - sorted[index]).filter((step) => step > span / 500);
  return steps.length === 0 ? null : Math.min(...steps);
}
