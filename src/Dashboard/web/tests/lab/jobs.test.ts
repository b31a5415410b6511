import { describe, expect, it } from 'vitest';
import type { RunState } from '../../src/api/lab';
import { afterNews } from '../../src/lab/jobs/useJob';

interface Search {
  state: RunState;
  done: number;
  plan: string | null;
}

const search = (state: RunState, done: number, plan: string | null = null): Search => ({ state, done, plan });

describe('a job of the lab and the live feed', () => {
  it('follows what the feed tells while it goes on', () => {
    expect(afterNews(search('running', 3), search('running', 7))).toEqual(search('running', 7));
    expect(afterNews(search('running', 7), search('done', 10))).toEqual(search('done', 10));
  });

  it('stays as it is where the feed tells of others', () => {
    const job = search('running', 3);
    expect(afterNews(job, undefined)).toBe(job);
  });

  it('keeps what it came to when the end is told once more, without it', () => {
    const job = search('done', 10, 'three regions');
    expect(afterNews(job, search('done', 10))).toBe(job);
    expect(afterNews(job, search('running', 9))).toBe(job);
  });
});
