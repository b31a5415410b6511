import type { GanttModel } from './ganttModel';

export const rowPixels = 28;
export const headPixels = 22;
export const labelPixels = 112;

/** What part of the day the canvas shows. */
export interface GanttView {
  /** The moment at the left edge of the time field, in seconds of the day. */
  start: number;
  secondsPerPixel: number;
  scrollTop: number;
  width: number;
  height: number;
}

export interface GanttHit {
  row: number;
  /** A moment of the day; null over the names. */
  seconds: number | null;
  /** The stop under the point, or -1. */
  stop: number;
}

const closestSecondsPerPixel = 3;
const reachPixels = 4;

export function xOf(view: GanttView, seconds: number): number {
  return labelPixels + (seconds - view.start) / view.secondsPerPixel;
}

export function secondsAt(view: GanttView, x: number): number {
  return view.start + (x - labelPixels) * view.secondsPerPixel;
}

/** Shows the whole day. */
export function fitted(view: GanttView, first: number, last: number): GanttView {
  return { ...view, start: first, secondsPerPixel: (last - first) / Math.max(100, view.width - labelPixels - 8) };
}

/** Zooms so that the moment under `x` stays under it, and keeps the day in view. */
export function zoomed(view: GanttView, x: number, factor: number, first: number, last: number): GanttView {
  const widest = (last - first) / Math.max(100, view.width - labelPixels - 8);
  const secondsPerPixel = Math.min(widest, Math.max(closestSecondsPerPixel, view.secondsPerPixel * factor));
  const at = secondsAt(view, x);
  return panned({ ...view, secondsPerPixel, start: at - (x - labelPixels) * secondsPerPixel }, 0, first, last);
}

export function panned(view: GanttView, pixels: number, first: number, last: number): GanttView {
  const span = (view.width - labelPixels - 8) * view.secondsPerPixel;
  const start = view.start + pixels * view.secondsPerPixel;
  return { ...view, start: Math.max(first, Math.min(start, Math.max(first, last - span))) };
}

export function hit(model: GanttModel, view: GanttView, x: number, y: number): GanttHit | null {
  if (y < headPixels) return null;
  const row = Math.floor((y - headPixels + view.scrollTop) / rowPixels);
  if (row < 0 || row >= model.rows.length) return null;
  if (x < labelPixels) return { row, seconds: null, stop: -1 };
  const seconds = secondsAt(view, x);
  const reach = reachPixels * view.secondsPerPixel;
  let best = -1;
  let bestDistance = Infinity;
  for (let stop = model.stopStart[row]; stop < model.stopStart[row + 1]; stop++) {
    const distance = Math.max(model.serviceFrom[stop] - seconds, seconds - model.serviceUntil[stop], 0);
    if (distance <= reach && distance < bestDistance) {
      best = stop;
      bestDistance = distance;
    }
  }
  return { row, seconds, stop: best };
}

/** How far apart the marked hours are, in seconds, for a scale. */
export function tickSeconds(secondsPerPixel: number): number {
  for (const seconds of [300, 600, 900, 1800, 3600, 7200]) if (seconds / secondsPerPixel >= 52) return seconds;
  return 4 * 3600;
}
