import { describe, expect, it } from 'vitest';
import type { PlannedStart, WavePlan } from '../../src/api/expansion';
import { textOf } from '../../src/lab/textOf';
import { merged } from '../../src/lab/jobs/usePolled';
import { tightestWeek, wavesOf } from '../../src/lab/waves/summary';

const start = (name: string, wave: number, week: number, reps: number, vehicles: number) => ({ region: name, name, wave, week, date: null, reps, vehicles }) as unknown as PlannedStart;

describe('a plan in words', () => {
  it('goes wave by wave, each from its first week', () => {
    const waves = wavesOf([start('c', 2, 14, 2, 1), start('a', 1, 0, 3, 2), start('d', 2, 12, 1, 1), start('b', 1, 0, 4, 0)]);
    expect(waves).toEqual([
      { wave: 1, week: 0, date: null, names: ['a', 'b'], reps: 7, vehicles: 2 },
      { wave: 2, week: 12, date: null, names: ['c', 'd'], reps: 3, vehicles: 2 },
    ]);
    expect(wavesOf([])).toEqual([]);
  });

  it('names the week in which a bad case leaves least cash', () => {
    const cash = [{ week: 0, mean: 9, low: 8, high: 9 }, { week: 1, mean: 5, low: 4, high: 7 }, { week: 2, mean: 4, low: 4.5, high: 8 }];
    expect(tightestWeek({ cash } as unknown as WavePlan)?.week).toBe(1);
    expect(tightestWeek({ cash: [] } as unknown as WavePlan)).toBeNull();
  });
});

describe('news of jobs', () => {
  const idOf = (each: { id: string }) => each.id;

  it('take their places in a list, and new ones are added', () => {
    const list = [{ id: 'a', n: 1 }, { id: 'b', n: 1 }];
    expect(merged(list, [{ id: 'b', n: 2 }, { id: 'c', n: 1 }], idOf)).toEqual([{ id: 'a', n: 1 }, { id: 'b', n: 2 }, { id: 'c', n: 1 }]);
  });

  it('leave the very list where there are none', () => {
    const list = [{ id: 'a' }];
    expect(merged(list, [], idOf)).toBe(list);
  });
});

describe('a file', () => {
  it('is read as UTF-8, or as spreadsheets in China write', async () => {
    expect(await textOf(new File([new TextEncoder().encode('\ufeff终端,1')], 'a.csv'))).toBe('终端,1');
    // 终端 in GB 18030.
    expect(await textOf(new File([new Uint8Array([0xd6, 0xd5, 0xb6, 0xcb, 0x2c, 0x31])], 'a.csv'))).toBe('终端,1');
  });
});
