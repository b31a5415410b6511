import { signal } from '@preact/signals';
import type { StopPlace } from '../../api/dispatch';

/** The sheet that is open above the board, and what it is about. */
export type Panel =
  | { kind: 'move'; distributor: string; orders: readonly string[]; vehicle?: string; place?: StopPlace | null }
  | { kind: 'hold' | 'lock-time'; distributor: string; orders: readonly string[] }
  | { kind: 'cancel' | 'split' | 'urgent' | 'why' | 'allow-lateness'; distributor: string; order: string }
  | { kind: 'allow-overtime' | 'allow-overload' | 'exchange' | 'crew' | 'break-down'; distributor: string; vehicle: string }
  | { kind: 'reoptimise'; distributor: string; vehicles: readonly string[] }
  | { kind: 'publish' | 'versions'; distributor: string };

export const panel = signal<Panel | null>(null);

export function openPanel(next: Panel): void {
  panel.value = next;
}

export function closePanel(): void {
  panel.value = null;
}
