import type { Gap } from './places';

// What lies under the pointer of a drag: where a drop would go, what shows it, and what scrolls.

export type DropTarget = { kind: 'gap'; vehicle: string; gap: Gap } | { kind: 'vehicle'; vehicle: string } | { kind: 'tray' };

/** A box of the window that shows where a drop would go: the line between two stops, or all of what takes it. */
export interface DropMark {
  isLine: boolean;
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Aim {
  target: DropTarget;
  /** Null where what takes the drop shows it by itself. */
  mark: DropMark | null;
}

const edgePixels = 36;
const scrollPixels = 14;
const linePixels = 3;

/** Where a drop would go, for a surface that draws itself; asked with a point of the window. */
const surfaces = new Map<string, (x: number, y: number) => DropTarget | null>();

export function dropSurface(name: string, resolve: (x: number, y: number) => DropTarget | null): () => void {
  surfaces.set(name, resolve);
  return () => surfaces.delete(name);
}

export function aimAt(under: Element | null, x: number, y: number): Aim | null {
  const element = under?.closest<HTMLElement>('[data-drop]');
  if (!element) return null;
  const { drop: kind = '', vehicle = '', trip, before } = element.dataset;
  if (kind === 'tray') return { target: { kind }, mark: null };
  if (kind !== 'gap' && kind !== 'vehicle') {
    const target = surfaces.get(kind)?.(x, y) ?? null;
    return target && { target, mark: null };
  }
  const box = element.getBoundingClientRect();
  const { left, width } = box;
  // What the list has scrolled away is not marked beyond its edge.
  const frame = element.closest('[data-scrolls]')?.getBoundingClientRect() ?? box;
  const top = Math.max(box.top, frame.top);
  const bottom = Math.min(box.bottom, frame.bottom);
  const whole = { isLine: false, left, top, width, height: bottom - top };
  if (kind === 'vehicle') return { target: { kind, vehicle }, mark: whole };
  // The lower half of a stop means after it; a trip's head and the place for a new trip have only one side.
  const hasHalves = element.hasAttribute('data-halves');
  const after = hasHalves && y > box.top + box.height / 2 ? 1 : 0;
  const line = { isLine: true, left, top: after === 1 ? bottom - linePixels : top, width, height: linePixels };
  return { target: { kind, vehicle, gap: { trip: Number(trip), before: Number(before) + after } }, mark: hasHalves ? line : whole };
}

/** What a pointer near the edge of a list scrolls, and by how much. */
export function edgeScroll(under: Element | null, y: number): { box: HTMLElement; by: number } | null {
  const box = under?.closest<HTMLElement>('[data-scrolls]');
  if (!box) return null;
  const { top, bottom } = box.getBoundingClientRect();
  return y < top + edgePixels ? { box, by: -scrollPixels } : y > bottom - edgePixels ? { box, by: scrollPixels } : null;
}
