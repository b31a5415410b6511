import { signal } from '@preact/signals';
import type { Candidates, CandidateTerminal, TemplateContent } from '../api/expansion';
import type { JsonObject } from '../api/lab';
import type { RegionSummary } from '../api/region';
import { localized } from '../i18n/i18n';

/** The candidate regions that were last loaded: the scorecard and the wave plan ask of the same. */
export const candidates = signal<Candidates | null>(null);

const usualWeeks = 104;

/** A question to start from: a template, the live regions as candidates, and amounts that a planner replaces. */
export function candidatesOf(template: TemplateContent, regions: readonly RegionSummary[]): Candidates {
  const scenario: JsonObject = {
    name: template.name,
    weeks: usualWeeks,
    template: template.template.market,
    resources: { trainedReps: 20, cash: { opening: 2_000_000 } },
    regions: regions.map((region) => ({ id: region.id, name: localized(region.name), census: `live:${region.id}` })),
  };
  return { scenario, censuses: {} };
}

const classes = ['A', 'B', 'C'];

/** A census as `territory expand` reads it: id, name, lon, lat, class, volume, cell, ours, rivals ("X:0.3;Y:0.1"). */
export function readCensus(text: string): CandidateTerminal[] {
  const [head = [], ...rows] = readCsv(text.replace(/^\ufeff/, ''));
  const columns = head.map((name) => name.trim().toLowerCase());
  const at = (row: readonly string[], name: string) => (row[columns.indexOf(name)] ?? '').trim();
  return rows.map((row) => {
    const [own, cell] = [at(row, 'ours'), at(row, 'cell')];
    const rivals = at(row, 'rivals')
      .split(';')
      .filter((part) => part.includes(':'))
      .map((part) => ({ rival: part.slice(0, part.lastIndexOf(':')).trim(), share: Number(part.slice(part.lastIndexOf(':') + 1)) }));
    const size = at(row, 'class').toUpperCase();
    return {
      id: at(row, 'id'),
      name: at(row, 'name') || at(row, 'id'),
      longitude: Number(at(row, 'lon')),
      latitude: Number(at(row, 'lat')),
      class: classes.includes(size) ? size : at(row, 'class'),
      casesPerMonth: Number(at(row, 'volume')),
      ...(cell === '' ? {} : { cell }),
      ...(own === '' ? {} : { ownShare: Number(own) }),
      ...(rivals.length === 0 ? {} : { rivals }),
    };
  });
}

/** Lines of RFC 4180: cells may be quoted and hold commas and line ends. Empty lines are left out. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let index = 0; index <= text.length; index++) {
    const char = text[index];
    if (quoted && char !== undefined) {
      if (char !== '"') cell += char;
      else if (text[index + 1] === '"') {
        cell += '"';
        index++;
      } else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ',') {
      row.push(cell);
      cell = '';
    } else if (char === '\n' || char === undefined) {
      row.push(cell.replace(/\r$/, ''));
      if (row.some((each) => each !== '')) rows.push(row);
      row = [];
      cell = '';
    } else cell += char;
  }
  return rows;
}
