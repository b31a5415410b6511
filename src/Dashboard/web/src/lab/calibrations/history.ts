import type { HistoryRow } from '../../api/calibration';
import { readCsv } from '../csvRows';

const headers: Readonly<Record<string, keyof HistoryRow>> = {
  date: 'date',
  day: 'date',
  日期: 'date',
  送货日期: 'date',
  terminal: 'terminal',
  outlet: 'terminal',
  id: 'terminal',
  终端: 'terminal',
  终端编号: 'terminal',
  客户编号: 'terminal',
  cases: 'cases',
  箱数: 'cases',
  数量: 'cases',
};

export interface ReadHistory {
  rows: readonly HistoryRow[];
  /** Columns that are not there. */
  missing: readonly (keyof HistoryRow)[];
  /** Lines, from 2 on, that hold no date, terminal and whole number of cases. */
  wrongLines: readonly number[];
}

/** A market's deliveries as it has them on paper: day, terminal, cases, with Chinese or English headers. */
export function readHistory(text: string): ReadHistory {
  const [head = [], ...lines] = readCsv(text.replace(/^\ufeff/, ''));
  const columns = new Map<keyof HistoryRow, number>();
  head.forEach((name, index) => {
    const column = headers[name.trim().toLowerCase()];
    if (column && !columns.has(column)) columns.set(column, index);
  });
  const missing = (['date', 'terminal', 'cases'] as const).filter((column) => !columns.has(column));
  if (missing.length > 0) return { rows: [], missing, wrongLines: [] };
  const rows: HistoryRow[] = [];
  const wrongLines: number[] = [];
  lines.forEach((line, index) => {
    const cell = (column: keyof HistoryRow) => (line[columns.get(column)!] ?? '').trim();
    const [date, terminal, cases] = [isoDate(cell('date')), cell('terminal'), cell('cases')];
    if (date === null || terminal === '' || !/^\d+$/.test(cases)) wrongLines.push(index + 2);
    else rows.push({ date, terminal, cases: Number(cases) });
  });
  return { rows, missing, wrongLines };
}

/** A day as spreadsheets write it, 2026-11-02 or 2026/11/2. */
function isoDate(text: string): string | null {
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (!match) return null;
  const date = `${match[1]}-${match[2].padStart(2, '0')}-${match[3].padStart(2, '0')}`;
  return Number.isNaN(Date.parse(`${date}T00:00:00Z`)) ? null : date;
}
