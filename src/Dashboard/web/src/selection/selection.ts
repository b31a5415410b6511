import { computed, signal } from '@preact/signals';

/** What is chosen, in the map, the lists, the tray and the timetable alike. A stop is named by its first order: an outlet may have several. */
export type Selection =
  | { kind: 'outlet'; terminal: string }
  | { kind: 'route'; distributor: string; vehicle: string }
  | { kind: 'stop'; distributor: string; vehicle: string; trip: number; terminal: string; order: string }
  | { kind: 'tray'; distributor: string; terminal: string; order: string }
  | { kind: 'mover'; mover: string; vehicle: boolean };

export type StopSelection = Extract<Selection, { order: string }>;

const nothing: ReadonlySet<string> = new Set();

export const selection = signal<Selection | null>(null);

/** Stops chosen together, on routes or in the tray, each by its first order. */
export const picked = signal<ReadonlySet<string>>(nothing);

/** Whether a plain click adds to what is chosen, for hands that have no Ctrl key. */
export const picksMany = signal(false);

export const selectedTerminal = computed(() => {
  const chosen = selection.value;
  return chosen?.kind === 'outlet' || chosen?.kind === 'stop' || chosen?.kind === 'tray' ? chosen.terminal : null;
});

export const selectedVehicle = computed(() => {
  const chosen = selection.value;
  if (chosen?.kind === 'route' || chosen?.kind === 'stop') return chosen.vehicle;
  return chosen?.kind === 'mover' && chosen.vehicle ? chosen.mover : null;
});

export const selectedOrder = computed(() => orderOf(selection.value));

let anchor: string | null = null;

export function select(next: Selection | null): void {
  const order = orderOf(next);
  anchor = order;
  if (!same(selection.peek(), next)) selection.value = next;
  if (order === null ? picked.peek().size > 0 : picked.peek().size !== 1 || !picked.peek().has(order)) picked.value = order === null ? nothing : new Set([order]);
}

/** Adds a stop to those chosen, or takes it from them. */
export function togglePick(stop: StopSelection): void {
  const next = new Set(picked.peek());
  if (!next.delete(stop.order)) next.add(stop.order);
  anchor = stop.order;
  selection.value = next.has(stop.order) ? stop : next.size === 0 ? null : selection.peek();
  picked.value = next;
}

/** Chooses the stops of a list from the one chosen last to this one. */
export function pickTo(stop: StopSelection, list: readonly string[]): void {
  const from = anchor === null ? -1 : list.indexOf(anchor);
  const to = list.indexOf(stop.order);
  if (from < 0 || to < 0) {
    select(stop);
    return;
  }
  selection.value = stop;
  picked.value = new Set(list.slice(Math.min(from, to), Math.max(from, to) + 1));
}

/** Chooses a set of stops at once; with `add`, beside those chosen already. */
export function pickAll(orders: Iterable<string>, add: boolean): void {
  picked.value = new Set(add ? [...picked.peek(), ...orders] : orders);
  const chosen = orderOf(selection.peek());
  if (chosen !== null && !picked.peek().has(chosen)) selection.value = null;
}

/** A click on a stop, with the keys held: Shift chooses up to it, Ctrl adds it. */
export function clickStop(stop: StopSelection, list: readonly string[], held: { ctrlKey: boolean; metaKey: boolean; shiftKey: boolean }): void {
  if (held.shiftKey) pickTo(stop, list);
  else if (held.ctrlKey || held.metaKey || picksMany.peek()) togglePick(stop);
  else select(stop);
}

export function same(a: Selection | null, b: Selection | null): boolean {
  if (a === null || b === null) return a === b;
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The neighbour of the current item in a list, for J and K; the first one where nothing is chosen yet. */
export function step<T>(items: readonly T[], current: (item: T) => boolean, by: 1 | -1): T | null {
  if (items.length === 0) return null;
  const at = items.findIndex(current);
  if (at < 0) return by === 1 ? items[0] : items[items.length - 1];
  return items[Math.min(items.length - 1, Math.max(0, at + by))];
}

function orderOf(chosen: Selection | null): string | null {
  return chosen?.kind === 'stop' || chosen?.kind === 'tray' ? chosen.order : null;
}
