import type { RunState } from '../../api/lab';

export function isOver(state: RunState): boolean {
  return state !== 'waiting' && state !== 'running';
}
