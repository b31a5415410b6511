import { describe, expect, it } from 'vitest';
import { NoAnswer } from '../../src/api/client';
import type { DriverDay, DriverStop } from '../../src/api/field';
import { adviceOf, amendStop, takenOffOf, takenOffOfTrip } from '../../src/driver/takenOff';
import { keepCopy, readCopy } from '../../src/offline/copies';
import { CommandQueue } from '../../src/offline/queue';
import { MemoryStorage } from '../memoryStorage';

const path = '/api/my/day';

describe('a stop that a newer plan took off', () => {
  it('is to be reported where its goods are on board, and else left out', () => {
    expect(adviceOf({ trip: 0, planVersion: 2, isOnBoard: true, stop: stop('T1') })).toBe('onBoard');
    expect(adviceOf({ trip: 0, planVersion: 2, isOnBoard: false, stop: stop('T1') })).toBe('leave');
  });

  it('is dealt with once it was handed over or refused', () => {
    for (const state of ['done', 'refused'] as const) expect(adviceOf({ trip: 0, planVersion: 2, isOnBoard: true, stop: { ...stop('T1'), state } })).toBe('reported');
  });

  it('stands with its trip, and apart where the day has that trip no more', () => {
    const now = day(['T2'], [['T1', 0], ['T3', 1]]);
    expect(terminals(takenOffOfTrip(now, 0))).toEqual(['T1']);
    expect(terminals(takenOffOfTrip(now, null))).toEqual(['T3']);
  });

  it('is in no day that an older page kept', () => {
    const { takenOff, ...older } = day(['T1'], []);
    expect(takenOff).toEqual([]);
    expect(takenOffOf(older)).toEqual([]);
    expect(takenOffOfTrip(older, 0)).toEqual([]);
  });

  it('changes alone when a drop is made there, and other stops of the list as before', () => {
    const before = day(['T2'], [['T1', 0]]);
    const after = amendStop(before, 0, 'T1', { state: 'done' });
    expect(after.takenOff?.map((gone) => gone.stop.state)).toEqual(['done']);
    expect(after.trips).toEqual(before.trips);
    expect(amendStop(before, 0, 'T2', { state: 'refused' }).trips[0].stops[0].state).toBe('refused');
    expect(amendStop(before, 1, 'T1', { state: 'done' })).toEqual(before);
  });

  // The phone hears of version 2 in passing, is out of reach again, and the goods of the stop that is gone are handed over.
  it('stays on the phone without a network, with what was reported of it, and the report waits to be sent', async () => {
    const storage = new MemoryStorage();
    keepCopy(path, day(['T1', 'T2'], []), storage);
    keepCopy(path, day(['T2'], [['T1', 0]]), storage);

    const offline = readCopy<DriverDay>(path, storage)!.value;
    expect(terminals(takenOffOfTrip(offline, 0))).toEqual(['T1']);
    let isReachable = false;
    const sent: string[] = [];
    const send = async (to: string) => {
      await Promise.resolve();
      if (!isReachable) throw new NoAnswer(null);
      sent.push(to);
      return {};
    };
    const queue = new CommandQueue('driver', send, storage, () => 0 as unknown as ReturnType<typeof setTimeout>);
    void queue.add('/api/terminals/T1/receive-delivery', 'drop', {});
    keepCopy(path, amendStop(offline, 0, 'T1', { state: 'done' }), storage);
    await Promise.resolve();

    const reloaded = readCopy<DriverDay>(path, storage)!.value;
    expect(takenOffOf(reloaded).map(adviceOf)).toEqual(['reported']);
    isReachable = true;
    await queue.flush();
    await queue.flush();
    expect(sent).toEqual(['/api/terminals/T1/receive-delivery']);
  });
});

function terminals(stops: readonly { stop: DriverStop }[]): string[] {
  return stops.map((gone) => gone.stop.terminal);
}

function day(planned: readonly string[], takenOff: readonly (readonly [string, number])[]): DriverDay {
  return {
    vehicle: 'V1',
    date: '2026-03-03',
    plan: null,
    trips: [{ trip: 0, departure: 25_200, return: 36_000, departedAt: null, returnedAt: null, stops: planned.map(stop) }],
    takenOff: takenOff.map(([terminal, trip]) => ({ trip, planVersion: 2, isOnBoard: true, stop: stop(terminal) })),
  };
}

function stop(terminal: string): DriverStop {
  return {
    sequence: 1,
    terminal,
    name: terminal,
    address: null,
    phone: null,
    lon: 113,
    lat: 29,
    arrival: 30_000,
    window: { start: 28_800, end: 36_000 },
    cases: 2,
    value: 4_800,
    orders: [],
    lines: [],
    state: 'planned',
    arrivedAt: null,
    onTime: null,
    refusal: null,
  };
}
