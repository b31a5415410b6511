import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MovementPace } from '../../src/map/movementPace';
import { AfterRest } from '../../src/today/map/afterRest';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function press(page: EventTarget, type: string, buttons = 0): void {
  page.dispatchEvent(Object.assign(new Event(type), { buttons }));
}

test('what is wanted is done once the hands have rested, and inputs in between put it off', () => {
  const page = new EventTarget();
  let done = 0;
  const after = new AfterRest(() => done++, undefined, page);
  after.want();
  vi.advanceTimersByTime(150);
  press(page, 'keydown');
  vi.advanceTimersByTime(150);
  expect(done).toBe(0);
  press(page, 'pointermove', 1);
  vi.advanceTimersByTime(199);
  expect(done).toBe(0);
  vi.advanceTimersByTime(1);
  expect(done).toBe(1);
  after.destroy();
});

test('a pointer that only passes over puts nothing off, and an input alone wants nothing', () => {
  const page = new EventTarget();
  let done = 0;
  const heard: string[] = [];
  const after = new AfterRest(() => done++, (input) => heard.push(input.type), page);
  press(page, 'pointerdown', 1);
  press(page, 'pointerup');
  vi.advanceTimersByTime(1000);
  expect(done).toBe(0);
  after.want();
  vi.advanceTimersByTime(150);
  press(page, 'pointermove', 0);
  vi.advanceTimersByTime(50);
  expect(done).toBe(1);
  expect(heard).toEqual(['pointerdown']);
  after.destroy();
});

test('nothing is done after the end', () => {
  const page = new EventTarget();
  let done = 0;
  const after = new AfterRest(() => done++, undefined, page);
  after.want();
  after.destroy();
  press(page, 'keydown');
  vi.advanceTimersByTime(1000);
  expect(done).toBe(0);
});

/** A map whose frames come when the test says. */
class Frames {
  now = 0;
  moving = false;
  private readonly heard = { movestart: [] as (() => void)[], render: [] as (() => void)[] };

  on(type: 'movestart' | 'render', listener: () => void): void {
    this.heard[type].push(listener);
  }

  isMoving(): boolean {
    return this.moving;
  }

  start(): void {
    this.moving = true;
    for (const each of this.heard.movestart) each();
  }

  render(after: number): void {
    this.now += after;
    for (const each of this.heard.render) each();
  }
}

test('a map that has not moved yet may glide, one with slow frames may not, and quick ones let it again', () => {
  const frames = new Frames();
  const pace = new MovementPace(frames, () => frames.now);
  expect(pace.isFluent).toBe(true);
  frames.start();
  frames.render(120);
  // The first frame of a movement has none before it.
  expect(pace.isFluent).toBe(true);
  frames.render(120);
  expect(pace.isFluent).toBe(false);
  for (let frame = 0; frame < 10; frame++) frames.render(16);
  expect(pace.isFluent).toBe(true);
});

test('frames of a map at rest and pauses between movements say nothing of its pace', () => {
  const frames = new Frames();
  const pace = new MovementPace(frames, () => frames.now);
  frames.render(300);
  frames.render(300);
  frames.start();
  frames.render(900);
  frames.moving = false;
  frames.render(400);
  frames.start();
  frames.render(5000);
  expect(pace.isFluent).toBe(true);
});
