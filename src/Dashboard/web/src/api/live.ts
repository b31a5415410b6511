// The clock, and the frames of the live connection.

import type { Metrics } from './metrics';

export interface ClockState {
  now: string;
  speed: number;
  trueSpeed: number;
  running: boolean;
  live: boolean;
  /** Whether a simulated market keeps the clock. */
  simulated: boolean;
}

export interface LiveFrame extends ClockState {
  sequence: number;
  snapshot: boolean;
  position: number;
  movers?: string | null;
  moverIds?: string[] | null;
  outlets?: string | null;
  totals?: Metrics | null;
  plans?: { kind: 'deliveries' | 'visits'; party: string; date: string }[] | null;
  /** Outlets, reps or vehicles were added, taken away or changed hands: the lists are loaded again. */
  directory?: boolean;
}
