import type { DriverDay, DriverStop, TakenOffStop } from '../api/field';

/** What a driver does at a stop that a newer plan took off: report what was handed over all the same, leave it out, or nothing any more. */
export type TakenOffAdvice = 'onBoard' | 'leave' | 'reported';

export function adviceOf(gone: TakenOffStop): TakenOffAdvice {
  if (gone.stop.state !== 'planned') return 'reported';
  return gone.isOnBoard ? 'onBoard' : 'leave';
}

/** A day without the field is the copy of an older page. */
export function takenOffOf(day: DriverDay): readonly TakenOffStop[] {
  return day.takenOff ?? [];
}

/** Those of a trip; null: of trips that the day has no more. */
export function takenOffOfTrip(day: DriverDay, trip: number | null): readonly TakenOffStop[] {
  return takenOffOf(day).filter((gone) => (trip === null ? !day.trips.some((each) => each.trip === gone.trip) : gone.trip === trip));
}

/** The day with a change to one stop, whether it is still planned or was taken off. */
export function amendStop(day: DriverDay, trip: number, terminal: string, change: Partial<DriverStop>): DriverDay {
  const amended = (stop: DriverStop): DriverStop => (stop.terminal === terminal ? { ...stop, ...change } : stop);
  return {
    ...day,
    trips: day.trips.map((each) => (each.trip === trip ? { ...each, stops: each.stops.map(amended) } : each)),
    takenOff: takenOffOf(day).map((gone) => (gone.trip === trip ? { ...gone, stop: amended(gone.stop) } : gone)),
  };
}
