import { beforeEach, describe, expect, it } from 'vitest';
import { newCommandId } from '../src/api/client';
import { isStraightLine } from '../src/api/plans';
import { ClockFace } from '../src/live/clockFace';
import { OutletTable } from '../src/live/outlets';
import { retryDelay } from '../src/live/liveClient';
import { FrameCost } from '../src/map/frameCost';
import { bucketOf, coverRamp, ramps, rgb, unknownBucket, visitRamp } from '../src/map/ramps';
import { filterOutlets, noFilter } from '../src/outlets/filter';
import { scopeBody } from '../src/people/ScopeFields';
import { nextWorkingDay } from '../src/region/workingDays';
import { draftKey, emptyDraft, keepDraft, readDraft } from '../src/rep/draft';
import { suggest } from '../src/rep/suggest';
import { same, select, selectedTerminal, selectedVehicle, selection, step } from '../src/selection/selection';
import { parse } from '../src/shell/router';
import { meanOf } from '../src/terminal/mean';
import { MemoryStorage } from './memoryStorage';

describe('selection', () => {
  beforeEach(() => select(null));

  it('gives the terminal of an outlet and of a stop alike', () => {
    select({ kind: 'outlet', terminal: 'T1' });
    expect(selectedTerminal.value).toBe('T1');
    expect(selectedVehicle.value).toBeNull();
    select({ kind: 'stop', distributor: 'D1', vehicle: 'V1', trip: 0, terminal: 'T2', order: 'O2' });
    expect(selectedTerminal.value).toBe('T2');
    expect(selectedVehicle.value).toBe('V1');
  });

  it('gives the vehicle of a route and of a moving vehicle, not of a rep', () => {
    select({ kind: 'route', distributor: 'D1', vehicle: 'V1' });
    expect(selectedVehicle.value).toBe('V1');
    select({ kind: 'mover', mover: 'V2', vehicle: true });
    expect(selectedVehicle.value).toBe('V2');
    select({ kind: 'mover', mover: 'R1', vehicle: false });
    expect(selectedVehicle.value).toBeNull();
  });

  it('does not tell anyone when the same is chosen again', () => {
    select({ kind: 'outlet', terminal: 'T1' });
    const before = selection.value;
    select({ kind: 'outlet', terminal: 'T1' });
    expect(selection.value).toBe(before);
    expect(same(null, null)).toBe(true);
    expect(same({ kind: 'outlet', terminal: 'T1' }, null)).toBe(false);
  });

  it('steps through a list and stops at its ends', () => {
    const items = ['a', 'b', 'c'];
    expect(step(items, () => false, 1)).toBe('a');
    expect(step(items, () => false, -1)).toBe('c');
    expect(step(items, (item) => item === 'b', 1)).toBe('c');
    expect(step(items, (item) => item === 'c', 1)).toBe('c');
    expect(step([], () => true, 1)).toBeNull();
  });
});

describe('addresses', () => {
  it('name their page', () => {
    expect(parse('/')).toEqual({ page: 'board' });
    expect(parse('/outlets/T%2F1')).toEqual({ page: 'terminal', id: 'T/1' });
    expect(parse('/join', '#abc')).toEqual({ page: 'join', token: 'abc' });
    expect(parse('/my/T1')).toEqual({ page: 'card', id: 'T1' });
    expect(parse('/compare/D%2F1/2026-03-04', '', '?left=2&right=x')).toEqual({ page: 'compare', distributor: 'D/1', date: '2026-03-04', left: 2, right: null });
    expect(parse('/nowhere')).toEqual({ page: 'missing' });
  });
});

describe('the 1.5x rule', () => {
  const line = { product: 'P', lastCount: 10, receivedSince: 20, counted: 12, onOrder: 0, unitsPerCase: 1 };

  // Worked example of the trade source: 10 + 20 − 12 = 18 sold, target 27, order 15.
  it('agrees with the worked example', () => {
    expect(suggest(line).suggested).toBe(15);
  });

  it('takes what is on order into account and rounds up to whole cases', () => {
    expect(suggest({ ...line, onOrder: 5 }).suggested).toBe(10);
    expect(suggest({ ...line, unitsPerCase: 12 }).suggested).toBe(2);
  });

  it('proposes nothing where stock covers the target or nothing is known', () => {
    expect(suggest({ ...line, counted: 30 }).suggested).toBe(0);
    expect(suggest({ ...line, lastCount: null }).suggested).toBe(0);
  });
});

describe('working days', () => {
  const calendar = { workingWeekdays: 'MondayToSaturday', holidays: ['2026-03-09'], extraWorkingDays: ['2026-03-15'] };

  it('skip Sundays and holidays and take make-up days', () => {
    expect(nextWorkingDay('2026-03-04', calendar)).toBe('2026-03-05');
    expect(nextWorkingDay('2026-03-07', calendar)).toBe('2026-03-10');
    expect(nextWorkingDay('2026-03-14', calendar)).toBe('2026-03-15');
    expect(nextWorkingDay('2026-03-06', { ...calendar, workingWeekdays: 'Monday, Wednesday' })).toBe('2026-03-11');
  });
});

describe('ramps', () => {
  it('put every value into the step whose label says so', () => {
    expect([0, 0.99, 1, 2.99, 3, 6.9, 7, 13.9, 14, 90].map((days) => bucketOf(days, coverRamp))).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
    expect([0, 7, 8, 14, 15, 21, 22, 28, 29].map((days) => bucketOf(days, visitRamp))).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4]);
    expect(bucketOf(NaN, coverRamp)).toBe(unknownBucket);
  });

  // Relative luminance by WCAG 2.2, section 1.4.3.
  const luminance = (hex: string) => {
    const [red, green, blue] = rgb(hex).map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  it('grow steadily lighter or darker, so that order shows without hue', () => {
    const cover = coverRamp.map((each) => luminance(each.colour));
    const visit = visitRamp.map((each) => luminance(each.colour));
    expect([...cover].sort((a, b) => a - b)).toEqual(cover);
    expect([...visit].sort((a, b) => b - a)).toEqual(visit);
    expect(ramps.cover).toHaveLength(5);
  });
});

describe('the outlet table’s filter', () => {
  const outlets = new OutletTable();
  outlets.load({
    position: 1,
    day: '2026-03-04',
    ids: ['T1', 'T2', 'T3', 'T4'],
    names: ['东风超市', '新华商店', '东方饭店', '老王副食'],
    lon: [1, 2, 3, 4],
    lat: [1, 2, 3, 4],
    kind: ['Supermarket', 'Grocery', 'Restaurant', 'Grocery'],
    class: ['A', 'B', 'C', 'B'],
    rep: ['R1', 'R1', 'R2', 'R2'],
    distributor: ['D', 'D', 'D', 'D'],
    coverDays: [5, 0.5, null, 12],
    sinceVisitDays: [3, null, 40, 10],
    outOfStock: [0, 2, 0, 1],
    listed: [9, 9, 9, 9],
    status: ['Active', 'Active', 'Active', 'Active'],
  });
  const ids = (filter: Partial<typeof noFilter>, order: Parameters<typeof filterOutlets>[2]) =>
    filterOutlets(outlets, { ...noFilter, ...filter }, order, (a, b) => (a < b ? -1 : 1)).map((index) => outlets.ids[index]);

  it('orders by urgency, with the unknown where it belongs', () => {
    expect(ids({}, 'cover')).toEqual(['T2', 'T1', 'T4', 'T3']);
    expect(ids({}, 'visit')).toEqual(['T2', 'T3', 'T4', 'T1']);
    expect(ids({}, 'outOfStock')).toEqual(['T2', 'T4', 'T1', 'T3']);
  });

  it('keeps what passes every condition', () => {
    expect(ids({ text: '东' }, 'class')).toEqual(['T1', 'T3']);
    expect(ids({ rep: 'R2', kind: 'Grocery' }, 'class')).toEqual(['T4']);
    expect(ids({ only: 'lowCover' }, 'class')).toEqual(['T2']);
    expect(ids({ only: 'notVisited' }, 'class')).toEqual(['T2', 'T3']);
    expect(ids({ text: 't4' }, 'class')).toEqual(['T4']);
  });
});

describe('the clock face', () => {
  const state = { now: '2026-03-04T10:00:00+08:00', speed: 600, trueSpeed: 300, running: true, live: true, simulated: true };
  const start = Date.parse(state.now);

  it('runs at the true speed between two frames', () => {
    const face = new ClockFace();
    face.set(state, 1000);
    expect(face.at(3000)).toBe(start + 2000 * 300);
  });

  it('stands still when paused and stops running ahead when nothing is heard', () => {
    const face = new ClockFace();
    face.set({ ...state, running: false }, 0);
    expect(face.at(9000)).toBe(start);
    face.set(state, 0);
    expect(face.at(3_600_000)).toBe(start + 15_000 * 300);
  });

  it('runs at real speed without a simulated market', () => {
    const face = new ClockFace();
    face.set({ ...state, simulated: false, trueSpeed: 0 }, 0);
    expect(face.at(1000)).toBe(start + 1000);
  });
});

describe('drafts of a visit', () => {
  it('are kept for the day and let go after it', () => {
    const storage = new MemoryStorage();
    const key = draftKey('u', 'T1', '2026-03-04');
    keepDraft(key, { ...emptyDraft, started: true, counts: { P1: 4 } }, '2026-03-04', storage);
    expect(readDraft(key, storage)?.counts).toEqual({ P1: 4 });
    keepDraft(draftKey('u', 'T2', '2026-03-05'), emptyDraft, '2026-03-05', storage);
    expect(readDraft(key, storage)).toBeNull();
  });
});

describe('the rest', () => {
  it('reconnects within 0.3 to 5 seconds', () => {
    expect([0, 1, 2, 3, 4, 5, 9].map(retryDelay)).toEqual([300, 600, 1200, 2400, 4800, 5000, 5000]);
  });

  it('makes command ids that are version 4 UUIDs (RFC 9562) with and without randomUUID', () => {
    const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(newCommandId()).toMatch(pattern);
    const descriptor = Object.getOwnPropertyDescriptor(crypto, 'randomUUID');
    Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
    try {
      expect(newCommandId()).toMatch(pattern);
    } finally {
      delete (crypto as { randomUUID?: unknown }).randomUUID;
      if (descriptor) Object.defineProperty(crypto, 'randomUUID', descriptor);
    }
  });

  it('sends only the scope a role uses', () => {
    const scope = { role: 'rep' as const, region: 'demo', distributor: 'D1', rep: 'R1', vehicle: 'V1' };
    expect(scopeBody(scope)).toEqual({ role: 'rep', region: 'demo', distributor: null, rep: 'R1', vehicle: null });
    expect(scopeBody({ ...scope, role: 'administrator' })).toEqual({ role: 'administrator', region: null, distributor: null, rep: null, vehicle: null });
  });

  it('takes the seven-day mean once a week is there', () => {
    expect(meanOf([7, 7, 7, 7, 7, 7, 7, 14])).toEqual([null, null, null, null, null, null, 7, 8]);
  });

  it('tells travel times along straight lines from those of roads by the beginning of their label', () => {
    expect(isStraightLine('straight-line x 1.35 at 35 km/h (osrm driving at host: no answer)')).toBe(true);
    expect(isStraightLine('roads van')).toBe(false);
    expect(isStraightLine('osrm driving at straight-line.example')).toBe(false);
  });

  it('summarises frame cost', () => {
    let frame = 0;
    const cost = new FrameCost(() => frame);
    for (frame = 1; frame <= 100; frame++) {
      // Two layers drawn in one frame count together.
      cost.add(frame - 0.5);
      cost.add(0.5);
    }
    expect(cost.summary()).toEqual({ frames: 100, mean: 50.5, p95: 96, max: 100 });
  });
});
