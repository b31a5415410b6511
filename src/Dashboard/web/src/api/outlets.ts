// Outlets in lists and on the map.

export type TerminalClass = 'A' | 'B' | 'C';
export type TerminalKind = 'Grocery' | 'Convenience' | 'Supermarket' | 'Restaurant' | 'Special' | 'Wholesale' | 'Nightlife';
export type TerminalStatus = 'Active' | 'Paused' | 'NonCooperating' | 'Closed' | 'Prospect';

export interface OutletColumns {
  position: number;
  day: string;
  /** Each outlet's number in live frames; it has gaps where outlets are out of scope. */
  index?: number[];
  ids: string[];
  names: string[];
  lon: number[];
  lat: number[];
  kind: TerminalKind[];
  class: TerminalClass[];
  rep: (string | null)[];
  distributor: (string | null)[];
  coverDays: (number | null)[];
  sinceVisitDays: (number | null)[];
  outOfStock: number[];
  listed: number[];
  status: TerminalStatus[];
}

export interface UnvisitedTerminal {
  terminal: string;
  name: string;
  class: TerminalClass;
  rep: string | null;
  lastVisitOn: string | null;
  dueOn: string | null;
  nextPlannedOn: string | null;
  reason: string | null;
}
