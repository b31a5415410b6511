import { computed, signal } from '@preact/signals';

/** What is chosen, in the map, the lists and the timetable alike. */
export type Selection =
  | { kind: 'outlet'; terminal: string }
  | { kind: 'route'; distributor: string; vehicle: string }
  | { kind: 'stop'; distributor: string; vehicle: string; trip: number; terminal: string }
  | { kind: 'mover'; mover: string; vehicle: boolean };

export const selection = signal<Selection | null>(null);

export const selectedTerminal = computed(() => {
  const chosen = selection.value;
  return chosen?.kind === 'outlet' || chosen?.kind === 'stop' ? chosen.terminal : null;
});

export const selectedVehicle = computed(() => {
  const chosen = selection.value;
  if (chosen?.kind === 'route' || chosen?.kind === 'stop') return chosen.vehicle;
  return chosen?.kind === 'mover' && chosen.vehicle ? chosen.mover : null;
});

export function select(next: Selection | null): void {
  if (!same(selection.peek(), next)) selection.value = next;
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
