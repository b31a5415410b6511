import { describe, expect, it } from 'vitest';
import { moveCursor } from '../../src/today/gantt/ganttKeys';
import { Doing, ganttModel, rowOf, Seen } from '../../src/today/gantt/ganttModel';
import { fitted, headPixels, hit, labelPixels, panned, rowPixels, secondsAt, tickSeconds, xOf, zoomed, type GanttView } from '../../src/today/gantt/ganttView';
import { LatestOnly } from '../../src/today/edits/latest';
import { plan, route, stop, trip } from './days';

const at = (hours: number, minutes = 0) => hours * 3600 + minutes * 60;
const day = plan([
  route('V1', trip(stop('a', at(9)), stop('b', at(9, 30), [at(9, 45), at(12)])), trip(stop('c', at(13)))),
  route('V2', trip(stop('d', at(9, 20)))),
]);
const model = ganttModel({
  routes: day.routes.map((each) => ({ plan: day, route: each, colour: '#000000' })),
  idle: [{ distributor: 'D1', vehicle: 'V3', isOut: false }],
  progressOf: (_, terminal) => (terminal === 'Ta' ? { terminal, plannedArrival: 0, arrivedAt: String(at(9, 7)), onTime: true } : undefined),
  trips: [{ vehicle: 'V1', trip: 0, departedAt: String(at(8, 55)), stops: [] }],
  secondsOf: Number,
});
const view: GanttView = fitted({ start: 0, secondsPerPixel: 1, scrollTop: 0, width: 1120, height: 240 }, model.first, model.last);

describe('the arrays of the timetable', () => {
  it('have a row for each vehicle, those without a route last', () => {
    expect(model.rows.map((row) => row.vehicle)).toEqual(['V1', 'V2', 'V3']);
    expect([...model.stopStart]).toEqual([0, 3, 4, 4]);
    expect([1, 2, 3].map((each) => rowOf(model, each))).toEqual([0, 0, 1]);
  });

  it('cover each trip from loading to return without a gap or an overlap', () => {
    for (let row = 0; row < 2; row++) {
      let total = 0;
      for (let piece = model.pieceStart[row]; piece < model.pieceStart[row + 1]; piece++) total += model.until[piece] - model.from[piece];
      expect(total).toBe(day.routes[row].trips.reduce((sum, each) => sum + each.return - each.loadingStart, 0));
    }
  });

  it('show the wait before a window opens, and what was heard from the road', () => {
    const waits = [...model.doing].flatMap((doing, piece) => (doing === Doing.Waiting ? [[model.from[piece], model.until[piece]]] : []));
    expect(waits).toEqual([[at(9, 30), at(9, 45)]]);
    expect(model.seen[0]).toBe(Seen.OnTime);
    expect(model.arrived[0]).toBe(at(9, 7));
    expect(model.arrived[1]).toBeNaN();
    expect(model.left[0]).toBe(at(8, 55));
    expect(model.back[0]).toBeNaN();
  });

  it('begin and end on the hour', () => {
    expect(model.first).toBe(at(8));
    expect(model.last).toBe(at(14));
  });
});

describe('the view of the timetable', () => {
  it('maps moments to pixels and back', () => {
    expect(secondsAt(view, xOf(view, at(10)))).toBeCloseTo(at(10));
    expect(xOf(view, model.first)).toBe(labelPixels);
  });

  it('keeps the moment under the pointer when it zooms, and never leaves the day', () => {
    const x = 600;
    const near = zoomed(view, x, 0.25, model.first, model.last);
    expect(secondsAt(near, x)).toBeCloseTo(secondsAt(view, x));
    expect(panned(near, -1e6, model.first, model.last).start).toBe(model.first);
    expect(zoomed(near, x, 100, model.first, model.last).secondsPerPixel).toBeCloseTo(view.secondsPerPixel);
  });

  it('finds the stop under a point, the name of a row, and nothing beside', () => {
    const y = headPixels + rowPixels / 2;
    expect(hit(model, view, xOf(view, at(9, 5)), y)?.stop).toBe(0);
    expect(hit(model, view, xOf(view, at(11, 30)), y)).toMatchObject({ row: 0, stop: -1 });
    expect(hit(model, view, 20, y + rowPixels)).toEqual({ row: 1, seconds: null, stop: -1 });
    expect(hit(model, view, 300, headPixels + rowPixels * 3 + 5)).toBeNull();
    expect(hit(model, view, 300, 5)).toBeNull();
  });

  it('marks hours so that their names have room', () => {
    for (const scale of [2, 10, 30, 60, 200]) expect(tickSeconds(scale) / scale).toBeGreaterThanOrEqual(scale === 200 ? 50 : 52);
  });
});

describe('the keyboard in the timetable', () => {
  it('goes along a row and to the stop at about the same time beside it', () => {
    expect(moveCursor(model, { row: 0, stop: -1 }, 'ArrowRight')).toEqual({ row: 0, stop: 0 });
    expect(moveCursor(model, { row: 0, stop: 2 }, 'ArrowRight')).toEqual({ row: 0, stop: 2 });
    expect(moveCursor(model, { row: 0, stop: 0 }, 'ArrowLeft')).toEqual({ row: 0, stop: -1 });
    expect(moveCursor(model, { row: 0, stop: 1 }, 'ArrowDown')).toEqual({ row: 1, stop: 3 });
    expect(moveCursor(model, { row: 1, stop: 3 }, 'ArrowUp')).toEqual({ row: 0, stop: 0 });
    expect(moveCursor(model, { row: 1, stop: 3 }, 'ArrowDown')).toEqual({ row: 2, stop: -1 });
    expect(moveCursor(model, { row: 2, stop: -1 }, 'End')).toEqual({ row: 2, stop: -1 });
    expect(moveCursor(model, { row: 0, stop: 1 }, 'x')).toBeNull();
  });
});

describe('previews', () => {
  it('ask one thing at a time, and only the newest of those that waited', async () => {
    const asked: number[] = [];
    const told: number[] = [];
    const answers: (() => void)[] = [];
    const latest = new LatestOnly<number, number>(
      (question) => {
        asked.push(question);
        return new Promise((resolve) => answers.push(() => resolve(question)));
      },
      (_, answer) => told.push(answer),
      () => undefined,
      0,
    );
    latest.want(1);
    latest.want(2);
    latest.want(3);
    expect(asked).toEqual([1]);
    answers[0]();
    await expect.poll(() => asked).toEqual([1, 3]);
    answers[1]();
    await expect.poll(() => told).toEqual([3]);
    latest.want(4);
    latest.forget();
    answers[2]();
    await Promise.resolve();
    expect(told).toEqual([3]);
  });
});
