import { describe, expect, it } from 'vitest';
import { undoOf } from '../../src/today/versions/history';
import { withPoint } from '../../src/today/runs/runs';
import type { RunProgress } from '../../src/api/dispatch';
import { version } from './days';

describe('what can be taken back', () => {
  it('is nothing of a plan that was only made', () => {
    const { undo, redo } = undoOf([version(1, 'me', 'Planned')], 'me');
    expect(undo).toEqual({ available: false, reason: 'undo.nothing', by: null });
    expect(redo).toEqual({ available: false, reason: 'redo.nothing', by: null });
  });

  it('is the own change, and after taking it back it can be brought again', () => {
    const line = [version(1, 'me', 'Planned'), version(2, 'me', 'Edited')];
    expect(undoOf(line, 'me').undo.available).toBe(true);
    line.push(version(3, 'me', 'Undone'));
    expect(undoOf(line, 'me').undo.available).toBe(false);
    expect(undoOf(line, 'me').redo.available).toBe(true);
    line.push(version(4, 'me', 'Redone'));
    expect(undoOf(line, 'me').undo.available).toBe(true);
    expect(undoOf(line, 'me').redo.available).toBe(false);
  });

  it('is closed by a change of somebody else, who is named, until they take it back themselves', () => {
    const line = [version(1, 'me', 'Planned'), version(2, 'me', 'Edited'), version(3, 'li', 'Edited')];
    expect(undoOf(line, 'me').undo).toEqual({ available: false, reason: 'undo.changedSince', by: 'li' });
    expect(undoOf(line, 'li').undo.available).toBe(true);
  });

  it('does not count what lies aside of the line', () => {
    const line = [version(1, 'me', 'Planned'), version(2, 'me', 'Edited'), version(3, 'li', 'Reoptimised', { isAside: true })];
    expect(undoOf(line, 'me').undo.available).toBe(true);
  });

  it('begins anew after a plan was discarded', () => {
    const line = [version(1, 'me', 'Planned'), version(2, 'me', 'Edited', { status: 'Discarded' })];
    expect(undoOf(line, 'me').undo.reason).toBe('undo.nothing');
  });

  it('forgets what was taken back once something new is done', () => {
    const line = [version(1, 'me', 'Planned'), version(2, 'me', 'Edited'), version(3, 'me', 'Undone'), version(4, 'me', 'Edited')];
    expect(undoOf(line, 'me').redo.reason).toBe('redo.nothing');
  });
});

describe('the line of a run', () => {
  const look = (elapsed: number, cost: number | null) => ({ elapsed, cost }) as RunProgress;

  it('has a point for what is new, and none before there is a plan', () => {
    let points = withPoint([], look(0, null));
    points = withPoint(points, look(1, 900));
    points = withPoint(points, look(1, 900));
    points = withPoint(points, look(1, 880));
    points = withPoint(points, look(2, 880));
    expect(points).toEqual([
      { seconds: 1, cost: 900 },
      { seconds: 1, cost: 880 },
      { seconds: 2, cost: 880 },
    ]);
  });
});
