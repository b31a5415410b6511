import { signal } from '@preact/signals';

/** Vehicles whose routes stay open in the list, beside the one that is chosen. */
export const expanded = signal<ReadonlySet<string>>(new Set());
