import type { Json } from '../../api/lab';

const mostHeldOut = 4;
const daysPerWeek = 7;

/** How many of the scenario's last weeks are held out unless somebody says otherwise: a third of them, and four at most. */
export function usualHoldOut(days: Json | undefined): number {
  if (typeof days !== 'number') return mostHeldOut;
  return Math.max(1, Math.min(mostHeldOut, Math.floor(days / daysPerWeek / 3)));
}
