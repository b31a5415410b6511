import type { OutletTable } from '../live/outlets';

export interface OutletFilter {
  text: string;
  rep: string;
  class: string;
  kind: string;
  only: 'all' | 'outOfStock' | 'lowCover' | 'notVisited';
}

export type OutletOrder = 'name' | 'cover' | 'visit' | 'outOfStock' | 'class';

export const noFilter: OutletFilter = { text: '', rep: '', class: '', kind: '', only: 'all' };

const lowCoverDays = 3;
const longSinceVisitDays = 28;

/** The outlets that pass the filter, in order: most urgent first for measures, by name otherwise. */
export function filterOutlets(
  outlets: OutletTable,
  filter: OutletFilter,
  order: OutletOrder,
  compareNames: (a: string, b: string) => number,
): number[] {
  const text = filter.text.trim().toLowerCase();
  const found: number[] = [];
  for (let index = 0; index < outlets.count; index++) {
    if (filter.rep !== '' && outlets.reps[index] !== filter.rep) continue;
    if (filter.class !== '' && outlets.classes[index] !== filter.class) continue;
    if (filter.kind !== '' && outlets.kinds[index] !== filter.kind) continue;
    if (filter.only === 'outOfStock' && outlets.outOfStock[index] === 0) continue;
    if (filter.only === 'lowCover' && !(outlets.coverDays[index] < lowCoverDays)) continue;
    if (filter.only === 'notVisited' && outlets.sinceVisitDays[index] <= longSinceVisitDays) continue;
    if (text !== '' && !outlets.names[index].toLowerCase().includes(text) && !outlets.ids[index].toLowerCase().includes(text)) continue;
    found.push(index);
  }
  const missing = (value: number) => (Number.isNaN(value) ? Infinity : value);
  const by: Record<OutletOrder, (a: number, b: number) => number> = {
    name: (a, b) => compareNames(outlets.names[a], outlets.names[b]),
    cover: (a, b) => difference(missing(outlets.coverDays[a]), missing(outlets.coverDays[b])),
    visit: (a, b) => difference(missing(outlets.sinceVisitDays[b]), missing(outlets.sinceVisitDays[a])),
    outOfStock: (a, b) => outlets.outOfStock[b] - outlets.outOfStock[a],
    class: (a, b) => (outlets.classes[a] < outlets.classes[b] ? -1 : outlets.classes[a] > outlets.classes[b] ? 1 : 0),
  };
  return found.sort((a, b) => by[order](a, b) || a - b);
}

function difference(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
