import type { DeliverySchedule, StockOutCause } from '../api/schedules';

/** How near an outlet is to running out in the evening of a day. */
export type Risk = 'out' | 'high' | 'some' | 'none';

export interface Cell {
  delivered: number;
  sold: number;
  left: number;
  short: number;
  /** Days that what is left lasts, by the sales of the days to come and beyond them by the mean; null: it sells nothing. */
  cover: number | null;
  risk: Risk;
}

export interface OutletRow {
  terminal: string;
  maximum: number;
  stock: number;
  days: Cell[];
  /** Cases not sold over all days. */
  short: number;
  delivered: number;
  cause: StockOutCause | null;
}

export interface FillCell {
  trips: number;
  stops: number;
  load: number;
  capacity: number;
}

export interface FillRow {
  vehicle: string;
  days: FillCell[];
}

const highCoverDays = 1;
const someCoverDays = 2;
const dayMilliseconds = 86_400_000;

/** The days of a schedule as `yyyy-MM-dd`. */
export function daysOf(from: string, count: number): string[] {
  const first = Date.parse(`${from}T00:00:00Z`);
  return Array.from({ length: count }, (_, at) => new Date(first + at * dayMilliseconds).toISOString().slice(0, 10));
}

/** Every scheduled outlet with its days; those that miss most sales come first, then those that are near it on most days. */
export function outletRows(schedule: DeliverySchedule): OutletRow[] {
  const dates = daysOf(schedule.from, schedule.days);
  const at = new Map(dates.map((date, index) => [date, index]));
  const delivered = new Map<string, number[]>();
  const short = new Map<string, number[]>();
  const put = (into: Map<string, number[]>, terminal: string, date: string, cases: number) => {
    const index = at.get(date);
    if (index === undefined) return;
    const row = into.get(terminal) ?? dates.map(() => 0);
    row[index] += cases;
    into.set(terminal, row);
  };
  for (const trip of schedule.trips) for (const stop of trip.stops) put(delivered, stop.terminal, trip.date, stop.cases);
  for (const out of schedule.stockOuts) put(short, out.terminal, out.date, out.cases);
  const causes = new Map(schedule.stockOuts.map((out) => [out.terminal, out.cause]));
  const rows = schedule.outlets.map(({ terminal, maximum, stock, sales, left }): OutletRow => {
    const mean = sum(sales) / Math.max(1, sales.length);
    const days = dates.map((_, day): Cell => {
      const missing = short.get(terminal)?.[day] ?? 0;
      const cover = mean > 0 ? coverOf(left[day], sales.slice(day + 1), mean) : null;
      return { delivered: delivered.get(terminal)?.[day] ?? 0, sold: sales[day] - missing, left: left[day], short: missing, cover, risk: riskOf(missing, cover) };
    });
    return { terminal, maximum, stock, days, short: sum(days.map((cell) => cell.short)), delivered: sum(days.map((cell) => cell.delivered)), cause: causes.get(terminal) ?? null };
  });
  return rows.sort((a, b) => b.short - a.short || daysAtRisk(b) - daysAtRisk(a) || a.terminal.localeCompare(b.terminal));
}

/** How many days a stock lasts without deliveries: whole days that it holds, and the part of the next one. */
export function coverOf(stock: number, sales: readonly number[], mean: number): number {
  let left = stock;
  for (let day = 0; day < sales.length; day++) {
    if (sales[day] > left) return day + left / sales[day];
    left -= sales[day];
  }
  return sales.length + left / mean;
}

export function riskOf(short: number, cover: number | null): Risk {
  if (short > 0) return 'out';
  if (cover === null || cover >= someCoverDays) return 'none';
  return cover < highCoverDays ? 'high' : 'some';
}

/** How full each vehicle goes out on each day; vehicles that never go out are left away. */
export function fillRows(schedule: DeliverySchedule): FillRow[] {
  const dates = daysOf(schedule.from, schedule.days);
  const rows = new Map<string, FillCell[]>();
  for (const trip of schedule.trips) {
    const days = rows.get(trip.vehicle) ?? dates.map(() => ({ trips: 0, stops: 0, load: 0, capacity: 0 }));
    const cell = days[dates.indexOf(trip.date)];
    if (!cell) continue;
    cell.trips++;
    cell.stops += trip.stops.length;
    cell.load += sum(trip.stops.map((stop) => stop.cases));
    cell.capacity += trip.capacity;
    rows.set(trip.vehicle, days);
  }
  return [...rows].map(([vehicle, days]) => ({ vehicle, days })).sort((a, b) => a.vehicle.localeCompare(b.vehicle));
}

/** The outlets at each risk, day by day. */
export function riskCounts(rows: readonly OutletRow[], days: number): Record<Risk, number>[] {
  return Array.from({ length: days }, (_, day) => {
    const counts: Record<Risk, number> = { out: 0, high: 0, some: 0, none: 0 };
    for (const row of rows) counts[row.days[day].risk]++;
    return counts;
  });
}

function daysAtRisk(row: OutletRow): number {
  return row.days.filter((cell) => cell.risk === 'out' || cell.risk === 'high').length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
