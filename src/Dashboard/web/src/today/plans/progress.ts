import { effect, signal } from '@preact/signals';
import { get } from '../../api/client';
import type { DeliveryStop, StopProgress, TripProgress } from '../../api/deliveryPlans';
import { dayPath, planDate, planRows, today } from './planDay';

// How far the published day has come, as drivers report it.

export type StopState = 'planned' | 'onTime' | 'late' | 'refused';

export const progress = signal<ReadonlyMap<string, StopProgress>>(new Map());
export const tripProgress = signal<readonly TripProgress[]>([]);

export function stopState(vehicle: string, stop: DeliveryStop): StopState {
  const seen = progress.value.get(progressKey(vehicle, stop.terminal));
  if (!seen?.arrivedAt) return 'planned';
  if (seen.refusal && seen.refusal !== 'None') return 'refused';
  return seen.onTime === false ? 'late' : 'onTime';
}

export function progressKey(vehicle: string, terminal: string): string {
  return `${vehicle}\n${terminal}`;
}

/** How many trips of a vehicle have left: what is on them cannot be planned anew. */
export function departedTrips(distributor: string, vehicle: string): number {
  const row = (planRows.value ?? []).find((each) => each.distributor === distributor);
  return row?.progress?.routes.find((route) => route.vehicle === vehicle)?.departures.length ?? 0;
}

export async function loadProgress(): Promise<void> {
  const date = planDate.peek();
  const published = (planRows.peek() ?? []).filter((row) => row.published);
  if (!date || published.length === 0 || (today.peek() ?? '') < date) return;
  const trips = (await Promise.all(published.map((row) => get<TripProgress[]>(dayPath(row.distributor, date, 'progress')).catch(() => [])))).flat();
  // Asked every few seconds: screens hear of it only when something happened.
  if (planDate.peek() !== date || JSON.stringify(trips) === JSON.stringify(tripProgress.peek())) return;
  tripProgress.value = trips;
  progress.value = new Map(trips.flatMap((trip) => trip.stops.map((stop) => [progressKey(trip.vehicle, stop.terminal), stop] as const)));
}

effect(() => {
  planDate.value;
  progress.value = new Map();
  tripProgress.value = [];
});

let shownRows: unknown = null;
effect(() => {
  const rows = planRows.value;
  if (rows === null || rows === shownRows) return;
  shownRows = rows;
  void loadProgress();
});
