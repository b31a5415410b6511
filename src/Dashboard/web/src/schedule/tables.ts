import type { DeliverySchedule } from '../api/schedules';
import { daysOf, type OutletRow } from './grid';

/** How things are called in a file. */
export interface TableNames {
  outlet: (terminal: string) => string;
  plate: (vehicle: string) => string;
}

/** The grid as lines: a line an outlet and day, with the figures of its cell. */
export function stockTable(schedule: DeliverySchedule, rows: readonly OutletRow[], names: TableNames): (string | number)[][] {
  const dates = daysOf(schedule.from, schedule.days);
  return [
    ['date', 'terminal', 'name', 'delivered', 'sold', 'left', 'coverDays', 'short', 'risk', 'cause'],
    ...rows.flatMap((row) =>
      row.days.map((cell, day) => [
        dates[day],
        row.terminal,
        names.outlet(row.terminal),
        cell.delivered,
        cell.sold,
        cell.left,
        cell.cover === null ? '' : Math.round(cell.cover * 10) / 10,
        cell.short,
        cell.risk,
        cell.short > 0 ? (row.cause ?? '') : '',
      ]),
    ),
  ];
}

/** The deliveries as lines, in the order in which vehicles drive them, then what could not be served; the columns of `territory plan schedule`. */
export function deliveryTable(schedule: DeliverySchedule, names: TableNames): (string | number)[][] {
  return [
    ['date', 'distributor', 'plate', 'trip', 'sequence', 'terminal', 'name', 'cases', 'status', 'cause'],
    ...schedule.trips.flatMap((trip) =>
      trip.stops.map((stop, at) => [trip.date, schedule.distributor, names.plate(trip.vehicle), trip.trip, at + 1, stop.terminal, names.outlet(stop.terminal), stop.cases, 'delivery', '']),
    ),
    ...schedule.stockOuts.map((out) => [out.date, schedule.distributor, '', '', '', out.terminal, names.outlet(out.terminal), out.cases, 'stock-out', out.cause]),
  ];
}
