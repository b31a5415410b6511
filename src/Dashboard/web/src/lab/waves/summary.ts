import type { PlannedStart, WavePlan } from '../../api/expansion';

export interface PlannedWave {
  wave: number;
  week: number;
  date: string | null;
  names: readonly string[];
  reps: number;
  vehicles: number;
}

/** The starts wave by wave, in the order in which they come. */
export function wavesOf(starts: readonly PlannedStart[]): PlannedWave[] {
  const numbers = [...new Set(starts.map((start) => start.wave))].sort((a, b) => a - b);
  return numbers.map((wave) => {
    const own = starts.filter((start) => start.wave === wave);
    const first = own.reduce((least, start) => (start.week < least.week ? start : least));
    return { wave, week: first.week, date: first.date, names: own.map((start) => start.name), reps: sum(own, 'reps'), vehicles: sum(own, 'vehicles') };
  });
}

/** The week in which cash runs lowest in the bad cases: what must be there to begin with. */
export function tightestWeek(plan: WavePlan): WavePlan['cash'][number] | null {
  return plan.cash.reduce<WavePlan['cash'][number] | null>((least, band) => (least === null || band.low < least.low ? band : least), null);
}

function sum(starts: readonly PlannedStart[], name: 'reps' | 'vehicles'): number {
  return starts.reduce((total, start) => total + start[name], 0);
}
