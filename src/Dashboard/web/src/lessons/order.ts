import type { OutletLesson } from '../api/following';

/** Outlets with those first that cost the plan most time in all: the difference of each delivery times their number. */
export function byMissedTime(lessons: readonly OutletLesson[]): OutletLesson[] {
  const missed = ({ taken, rule, deliveries }: OutletLesson) => Math.abs(taken - rule) * deliveries;
  return [...lessons].sort((a, b) => missed(b) - missed(a) || a.terminal.localeCompare(b.terminal));
}

/** How long something took for each second planned; null where nothing was planned or made. */
export function ratioOf(planned: number, actual: number): number | null {
  return planned > 0 && actual > 0 ? actual / planned : null;
}
