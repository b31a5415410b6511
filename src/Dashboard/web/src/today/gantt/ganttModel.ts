import type { StopProgress, TripProgress } from '../../api/deliveryPlans';
import { lockOfStop } from '../plans/locks';
import type { ShownRoute } from '../plans/stopIndex';

/** What a vehicle does in a piece of its day. */
export const Doing = { Loading: 0, Driving: 1, Service: 2, Waiting: 3 } as const;

/** What has been heard of a stop. */
export const Seen = { No: 0, OnTime: 1, Late: 2, Refused: 3 } as const;

export interface GanttRow {
  distributor: string;
  vehicle: string;
  colour: string;
  isOut: boolean;
}

export interface IdleRow {
  distributor: string;
  vehicle: string;
  isOut: boolean;
}

/**
 * The day as arrays: pieces of each row from `pieceStart[row]` to `pieceStart[row + 1]`, and so for stops and trips.
 * Times are seconds of the day; NaN: has not happened.
 */
export interface GanttModel {
  rows: readonly GanttRow[];
  pieceStart: Uint32Array;
  doing: Uint8Array;
  from: Float64Array;
  until: Float64Array;
  stopStart: Uint32Array;
  orders: readonly string[];
  terminals: readonly string[];
  tripOfStop: Uint16Array;
  serviceFrom: Float64Array;
  serviceUntil: Float64Array;
  windowFrom: Float64Array;
  windowUntil: Float64Array;
  arrived: Float64Array;
  seen: Uint8Array;
  /** 0 none, 1 against the optimiser, 2 against everyone. */
  lock: Uint8Array;
  tripStart: Uint32Array;
  tripFrom: Float64Array;
  tripUntil: Float64Array;
  left: Float64Array;
  back: Float64Array;
  /** First and last moment that is drawn. */
  first: number;
  last: number;
}

export interface GanttSources {
  routes: readonly ShownRoute[];
  idle: readonly IdleRow[];
  progressOf: (vehicle: string, terminal: string) => StopProgress | undefined;
  trips: readonly TripProgress[];
  secondsOf: (instant: string) => number;
}

const hour = 3600;

export function ganttModel({ routes, idle, progressOf, trips, secondsOf }: GanttSources): GanttModel {
  const rows: GanttRow[] = [];
  const doing: number[] = [];
  const from: number[] = [];
  const until: number[] = [];
  const pieceStart: number[] = [0];
  const orders: string[] = [];
  const terminals: string[] = [];
  const numbers: { trip: number; service: [number, number]; window: [number, number]; arrived: number; seen: number; lock: number }[] = [];
  const stopStart: number[] = [0];
  const ways: { from: number; until: number; left: number; back: number }[] = [];
  const tripStart: number[] = [0];
  const reported = new Map(trips.map((trip) => [`${trip.vehicle} ${trip.trip}`, trip]));
  let first = Infinity;
  let last = -Infinity;
  const piece = (what: number, start: number, end: number) => {
    if (end <= start) return;
    doing.push(what);
    from.push(start);
    until.push(end);
  };

  for (const { plan, route, colour } of routes) {
    rows.push({ distributor: plan.distributor, vehicle: route.vehicle, colour, isOut: plan.overrides.outages.some((outage) => outage.vehicle === route.vehicle) });
    route.trips.forEach((trip, number) => {
      first = Math.min(first, trip.loadingStart);
      last = Math.max(last, trip.return);
      piece(Doing.Loading, trip.loadingStart, trip.departure);
      let at = trip.departure;
      for (const stop of trip.stops) {
        piece(Doing.Driving, at, stop.arrival);
        piece(Doing.Waiting, stop.arrival, stop.serviceStart);
        piece(Doing.Service, stop.serviceStart, stop.departure);
        at = stop.departure;
        const done = progressOf(route.vehicle, stop.terminal);
        const lock = lockOfStop(plan.overrides, stop.orders, route.vehicle);
        orders.push(stop.orders[0]);
        terminals.push(stop.terminal);
        numbers.push({
          trip: number,
          service: [stop.serviceStart, stop.departure],
          window: [stop.window.start, stop.window.end],
          arrived: done?.arrivedAt ? secondsOf(done.arrivedAt) : NaN,
          seen: !done?.arrivedAt ? Seen.No : done.refusal && done.refusal !== 'None' ? Seen.Refused : done.onTime === false ? Seen.Late : Seen.OnTime,
          lock: lock === null ? 0 : lock.strength === 'Everyone' ? 2 : 1,
        });
      }
      piece(Doing.Driving, at, trip.return);
      const seen = reported.get(`${route.vehicle} ${number}`);
      ways.push({
        from: trip.loadingStart,
        until: trip.return,
        left: seen?.departedAt ? secondsOf(seen.departedAt) : NaN,
        back: seen?.returnedAt ? secondsOf(seen.returnedAt) : NaN,
      });
    });
    pieceStart.push(doing.length);
    stopStart.push(orders.length);
    tripStart.push(ways.length);
  }
  for (const { distributor, vehicle, isOut } of idle) {
    rows.push({ distributor, vehicle, colour: '#b6bcc6', isOut });
    pieceStart.push(doing.length);
    stopStart.push(orders.length);
    tripStart.push(ways.length);
  }
  if (first > last) {
    first = 8 * hour;
    last = 18 * hour;
  }
  return {
    rows,
    pieceStart: Uint32Array.from(pieceStart),
    doing: Uint8Array.from(doing),
    from: Float64Array.from(from),
    until: Float64Array.from(until),
    stopStart: Uint32Array.from(stopStart),
    orders,
    terminals,
    tripOfStop: Uint16Array.from(numbers, (each) => each.trip),
    serviceFrom: Float64Array.from(numbers, (each) => each.service[0]),
    serviceUntil: Float64Array.from(numbers, (each) => each.service[1]),
    windowFrom: Float64Array.from(numbers, (each) => each.window[0]),
    windowUntil: Float64Array.from(numbers, (each) => each.window[1]),
    arrived: Float64Array.from(numbers, (each) => each.arrived),
    seen: Uint8Array.from(numbers, (each) => each.seen),
    lock: Uint8Array.from(numbers, (each) => each.lock),
    tripStart: Uint32Array.from(tripStart),
    tripFrom: Float64Array.from(ways, (each) => each.from),
    tripUntil: Float64Array.from(ways, (each) => each.until),
    left: Float64Array.from(ways, (each) => each.left),
    back: Float64Array.from(ways, (each) => each.back),
    first: Math.floor(first / hour) * hour,
    last: Math.ceil(last / hour) * hour,
  };
}

export function rowOf(model: GanttModel, stop: number): number {
  let row = 0;
  while (model.stopStart[row + 1] <= stop) row++;
  return row;
}
