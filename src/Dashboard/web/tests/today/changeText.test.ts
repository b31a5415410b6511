import { afterEach, describe, expect, it } from 'vitest';
import type { PlanEdit, PlanOrigin, PlanVersion } from '../../src/api/dispatch';
import { locale } from '../../src/i18n/i18n';
import { editText, whatChanged } from '../../src/today/versions/changeText';

afterEach(() => {
  locale.value = 'en';
});

const names = { stop: (order: string) => `shop ${order}`, vehicle: (vehicle: string) => `plate ${vehicle}` };

function made(origin: Partial<PlanOrigin>): PlanVersion {
  const whole: PlanOrigin = { kind: 'Edited', base: 1, by: 'ann', at: '2026-12-01T08:00:00+08:00', edits: null, run: null, adopted: null, reverted: null, ...origin };
  return { version: 2, status: 'Proposed', isAside: false, origin: whole, vehicles: 1, stops: 2, unserved: 0, distance: 0, cost: 0, breaches: 0, lateStops: 0, lateness: 0 };
}

describe('what a version changed', () => {
  it('tells each edit in its order', () => {
    locale.value = 'en';
    const edits: PlanEdit[] = [
      { kind: 'move-stops', stops: ['a', 'b', 'c'], vehicle: 'v', place: null },
      { kind: 'lock-vehicle', vehicle: 'v', strength: 'Optimizer', isOrderKept: true },
    ];
    expect(whatChanged(made({ edits }), names)).toBe('shop a and 2 more stops to plate v; Locked plate v');
  });

  it('tells undo, redo, runs and adoptions by what they go back to', () => {
    locale.value = 'en';
    expect(whatChanged(made({ kind: 'Undone', reverted: 7 }), names)).toBe('Took back version 7');
    expect(whatChanged(made({ kind: 'Redone', reverted: 7 }), names)).toBe('Brought version 7 back');
    expect(whatChanged(made({ kind: 'Adopted', adopted: [{ vehicle: 'v', version: 3 }, { vehicle: 'w', version: 1 }, { vehicle: 'x', version: 3 }] }), names)).toBe('Mixed the routes of versions 1, 3');
    expect(whatChanged(made({ kind: 'Adopted', adopted: [{ vehicle: 'v', version: 3 }] }), names)).toBe('Took over the routes of version 3');
    const run = { scope: 'Unserved' as const, vehicles: [], seed: 1, iterations: 1, timeLimit: null, movePrice: 0, byTimeOfDay: false };
    expect(whatChanged(made({ kind: 'Reoptimised', base: 4, run }), names)).toBe('Re-optimised version 4: Only the tray');
  });

  it('has words of both languages for every kind of edit', () => {
    const edits: PlanEdit[] = [
      { kind: 'move-stops', stops: ['a'], vehicle: 'v', place: null },
      { kind: 'hold-stops', stops: ['a'], reason: 'NoGoods', note: null },
      { kind: 'lock-stops', stops: ['a'], strength: null, isPlaceKept: false, window: null },
      { kind: 'lock-stops', stops: ['a'], strength: 'Everyone', isPlaceKept: false, window: null },
      { kind: 'lock-day', strength: null },
      { kind: 'exchange-vehicles', vehicle: 'v', with: 'w' },
      { kind: 'change-crew', crew: { vehicle: 'v' } as never },
      { kind: 'keep-apart', order: 'a', isApart: true },
      { kind: 'keep-apart', order: 'a', isApart: false },
      { kind: 'allow-overtime', vehicle: 'v', most: 1, perHour: 1 },
      { kind: 'allow-lateness', order: 'a', most: 1, perHour: 1 },
      { kind: 'allow-overload', vehicle: 'v', permille: 1, perCase: 1 },
      { kind: 'break-down', vehicle: 'v', from: 1, note: null },
      { kind: 'return-to-service', vehicle: 'v' },
      { kind: 'take-in-orders' },
    ];
    for (const language of ['en', 'zh'] as const) {
      locale.value = language;
      const texts = edits.map((edit) => editText(edit, names));
      expect(new Set(texts).size).toBe(edits.length);
      for (const text of texts) expect(text).not.toMatch(/[{}]/);
    }
  });
});
