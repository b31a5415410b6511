import { describe, expect, it } from 'vitest';
import type { DeliverySchedule } from '../../src/api/schedules';
import { coverOf, daysOf, fillRows, outletRows, riskCounts, riskOf } from '../../src/schedule/grid';
import { deliveryTable, stockTable } from '../../src/schedule/tables';
import { csvOf } from '../../src/ui/csv';

/**
 * Two outlets over four days, by hand. A has 3 cases, sells 2 a day and gets 5 on the third day: 1 left, then 1 short of 2, then 5 less 2, then 1.
 * B has 8, sells 1 a day and is never served.
 */
const schedule: DeliverySchedule = {
  distributor: 'D',
  from: '2026-12-30',
  days: 4,
  policy: 'MaximumLevel',
  trips: [
    { date: '2027-01-01', vehicle: 'V2', trip: 1, stops: [{ terminal: 'A', cases: 5 }], capacity: 10, distance: 1000, working: 600 },
    { date: '2027-01-01', vehicle: 'V2', trip: 2, stops: [], capacity: 10, distance: 0, working: 0 },
  ],
  outlets: [
    { terminal: 'B', maximum: 20, stock: 8, sales: [1, 1, 1, 1], left: [7, 6, 5, 4] },
    { terminal: 'A', maximum: 10, stock: 3, sales: [2, 2, 2, 2], left: [1, 0, 3, 1] },
  ],
  stockOuts: [{ terminal: 'A', date: '2026-12-31', cases: 1, cause: 'NotWorthIt' }],
  withoutSales: [],
  travelCost: 1,
  holdingCost: 2,
  stockOutCost: 3,
  engine: 'e',
  seed: 1,
  iterations: 1,
  travelTimes: 't',
};

describe('a schedule as a grid', () => {
  it('names days across the end of a year', () => {
    expect(daysOf('2026-12-30', 4)).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']);
  });

  it('puts outlets first that miss sales, and each day has what came, was sold, is left and is short', () => {
    const [a, b] = outletRows(schedule);
    expect([a.terminal, b.terminal]).toEqual(['A', 'B']);
    expect(a.days.map((cell) => [cell.delivered, cell.sold, cell.left, cell.short, cell.cover, cell.risk])).toEqual([
      [0, 2, 1, 0, 0.5, 'high'],
      [0, 1, 0, 1, 0, 'out'],
      [5, 2, 3, 0, 1.5, 'some'],
      [0, 2, 1, 0, 0.5, 'high'],
    ]);
    expect([a.short, a.delivered, a.cause]).toEqual([1, 5, 'NotWorthIt']);
    expect(b.days.every((cell) => cell.risk === 'none')).toBe(true);
  });

  it('balances: what was there and came is what was sold and is left', () => {
    for (const row of outletRows(schedule)) {
      const sold = row.days.reduce((sum, cell) => sum + cell.sold, 0);
      expect(row.stock + row.delivered).toBe(sold + row.days[row.days.length - 1].left);
    }
  });

  it('counts the outlets at each risk by day', () => {
    expect(riskCounts(outletRows(schedule), 4).map((count) => count.out)).toEqual([0, 1, 0, 0]);
    expect(riskCounts(outletRows(schedule), 4)[0]).toEqual({ out: 0, high: 1, some: 0, none: 1 });
  });

  it('calls a day without sales no risk, and the bounds belong to the better side', () => {
    expect(riskOf(0, null)).toBe('none');
    expect(riskOf(0, 1)).toBe('some');
    expect(riskOf(0, 2)).toBe('none');
    expect(riskOf(1, 5)).toBe('out');
  });

  it('adds up a vehicle’s trips of a day', () => {
    expect(fillRows(schedule)).toEqual([
      {
        vehicle: 'V2',
        days: [
          { trips: 0, stops: 0, load: 0, capacity: 0 },
          { trips: 0, stops: 0, load: 0, capacity: 0 },
          { trips: 2, stops: 1, load: 5, capacity: 20 },
          { trips: 0, stops: 0, load: 0, capacity: 0 },
        ],
      },
    ]);
  });
});

describe('days of cover', () => {
  it('count the days to come that a stock holds, the part of the one that it does not, and the mean beyond the last day', () => {
    expect(coverOf(0, [2, 2], 1)).toBe(0);
    expect(coverOf(0, [0, 0, 1], 1)).toBe(2);
    expect(coverOf(3, [2, 2, 2], 2)).toBe(1.5);
    expect(coverOf(6, [1, 1], 2)).toBe(4);
    expect(coverOf(5, [], 2)).toBe(2.5);
  });
});

describe('a schedule as a file', () => {
  const names = { outlet: (terminal: string) => `${terminal}, "shop"`, plate: (vehicle: string) => `湘${vehicle}` };

  it('has every cell of the grid', () => {
    const rows = outletRows(schedule);
    const table = stockTable(schedule, rows, names);
    expect(table.length).toBe(1 + 2 * 4);
    expect(table[2]).toEqual(['2026-12-31', 'A', 'A, "shop"', 0, 1, 0, 0, 1, 'out', 'NotWorthIt']);
    expect(table[1].at(-1)).toBe('');
  });

  it('lists deliveries and what could not be served', () => {
    expect(deliveryTable(schedule, names).slice(1)).toEqual([
      ['2027-01-01', 'D', '湘V2', 1, 1, 'A', 'A, "shop"', 5, 'delivery', ''],
      ['2026-12-31', 'D', '', '', '', 'A', 'A, "shop"', 1, 'stock-out', 'NotWorthIt'],
    ]);
  });

  it('quotes what would break a line or run as a formula, and nothing else', () => {
    expect(csvOf([['a,b', 'c"d', '=1+1', '@x', 'plain', -3]])).toBe('\ufeff"a,b","c""d",\'=1+1,\'@x,plain,-3\r\n');
  });
});
