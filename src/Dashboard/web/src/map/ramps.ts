import type { MessageKey } from '../i18n/en';

/** What the outlets' colour says. */
export type ColourMode = 'cover' | 'visit';

export interface RampStep {
  /** Below this many days; the last step has none. */
  below: number | null;
  colour: string;
  label: MessageKey;
}

// One hue for each measure and fixed breaks, so that two days can be compared; darker asks for more attention.
export const coverRamp: readonly RampStep[] = [
  { below: 1, colour: '#7a1f08', label: 'ramp.cover.1' },
  { below: 3, colour: '#b8430f', label: 'ramp.cover.3' },
  { below: 7, colour: '#e07c33', label: 'ramp.cover.7' },
  { below: 14, colour: '#f1b077', label: 'ramp.cover.14' },
  { below: null, colour: '#fadcbd', label: 'ramp.cover.more' },
];

export const visitRamp: readonly RampStep[] = [
  { below: 8, colour: '#e2d8f3', label: 'ramp.visit.7' },
  { below: 15, colour: '#bfa7e0', label: 'ramp.visit.14' },
  { below: 22, colour: '#9570c8', label: 'ramp.visit.21' },
  { below: 29, colour: '#6a3ca6', label: 'ramp.visit.28' },
  { below: null, colour: '#3d1370', label: 'ramp.visit.more' },
];

export const unknownColour = '#ffffff';
export const unknownBucket = 5;

export const ramps: Record<ColourMode, readonly RampStep[]> = { cover: coverRamp, visit: visitRamp };

/** The step a value falls into; no value (NaN) is its own step. */
export function bucketOf(days: number, ramp: readonly RampStep[]): number {
  if (Number.isNaN(days)) return unknownBucket;
  for (let step = 0; step < ramp.length - 1; step++) {
    if (days < (ramp[step].below as number)) return step;
  }
  return ramp.length - 1;
}

export function rgb(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

/** Colours of routes, told apart also with colour-blind eyes; the list repeats them as a swatch beside the plate. */
export const routeColours = ['#0b62a4', '#c2410c', '#15803d', '#7c3aed', '#be185d', '#0e7490', '#8a6100', '#475569'] as const;
