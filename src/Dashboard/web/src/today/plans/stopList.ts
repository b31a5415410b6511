import { computed, effect, signal } from '@preact/signals';
import type { Selection, StopSelection } from '../../selection/selection';
import { picked, same, selection } from '../../selection/selection';
import { planRows } from './planDay';
import { placedStops, tray, trayStops } from './stopIndex';

/** Every stop in the order of the lists: along the routes, then the tray. Shift chooses ranges of it. */
export const stopList = computed<readonly string[]>(() => [...placedStops.value.keys(), ...tray.value.map((stop) => stop.orders[0])]);

export function stopSelection(order: string): StopSelection | null {
  const placed = placedStops.value.get(order);
  if (placed) {
    const { plan, route } = placed.shown;
    return { kind: 'stop', distributor: plan.distributor, vehicle: route.vehicle, trip: placed.trip, terminal: placed.stop.terminal, order };
  }
  const waiting = trayStops.value.get(order);
  return waiting ? { kind: 'tray', distributor: waiting.distributor, terminal: waiting.terminal, order } : null;
}

/** The distributor that was chosen last: the bar stays with it while nothing, or a rep, is chosen. */
const chosenLast = signal<string | null>(null);
effect(() => {
  const chosen = distributorIn(selection.value) ?? firstOf(picked.value);
  if (chosen !== null) chosenLast.value = chosen;
});

/** The distributor whose plan the board's bar is about: that of the choice, else the first. */
export const currentDistributor = computed<string | null>(() => {
  const rows = planRows.value ?? [];
  return rows.find((row) => row.distributor === chosenLast.value)?.distributor ?? rows[0]?.distributor ?? null;
});

// A stop that a change has put elsewhere stays chosen where it is now; one that is gone is let go.
effect(() => {
  const known = new Set(stopList.value);
  const chosen = selection.peek();
  if (chosen?.kind === 'stop' || chosen?.kind === 'tray') {
    const now = stopSelection(chosen.order);
    if (!same(now, chosen)) selection.value = now;
  }
  const left = [...picked.peek()].filter((order) => known.has(order));
  if (left.length !== picked.peek().size) picked.value = new Set(left);
});

function distributorIn(chosen: Selection | null): string | null {
  return chosen?.kind === 'stop' || chosen?.kind === 'route' || chosen?.kind === 'tray' ? chosen.distributor : null;
}

function firstOf(orders: ReadonlySet<string>): string | null {
  for (const order of orders) return stopSelection(order)?.distributor ?? null;
  return null;
}

/** The stops that an action on one of them is about: all those chosen with it, of the same distributor, in the order of the lists. */
export function together(order: string): string[] {
  const distributor = stopSelection(order)?.distributor ?? null;
  const chosen = picked.peek();
  if (!chosen.has(order)) return [order];
  return stopList.peek().filter((each) => chosen.has(each) && stopSelection(each)?.distributor === distributor);
}
