import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Candidates } from '../../src/api/expansion';
import { withCensusFile } from '../../src/lab/candidates/candidates';
import { sourceOf } from '../../src/lab/candidates/censuses';
import { Draft } from '../../src/lab/candidates/draft';
import { planningFields, usualOf } from '../../src/lab/candidates/questionFields';
import { readCsv } from '../../src/lab/csvRows';
import { MemoryStorage } from '../memoryStorage';

const question = (...regions: Record<string, string>[]): Candidates => ({ scenario: { name: 'x', regions } });

describe('a draft of candidates', () => {
  it('is there again after the page was closed', () => {
    const storage = new MemoryStorage();
    const before = new Draft(storage);
    before.open('li');
    before.put(question({ id: 'a' }));
    const after = new Draft(storage);
    after.open('li');
    expect(after.candidates.value).toEqual(question({ id: 'a' }));
    expect(after.kept.value).toBe(true);
  });

  it('is nobody else’s', () => {
    const storage = new MemoryStorage();
    const draft = new Draft(storage);
    draft.open('li');
    draft.put(question({ id: 'a' }));
    draft.open('wang');
    expect(draft.candidates.value).toBeNull();
    draft.put(question({ id: 'b' }));
    draft.open('li');
    expect(draft.candidates.value).toEqual(question({ id: 'a' }));
  });

  it('says so where the browser keeps nothing', () => {
    const storage = new MemoryStorage();
    storage.limit = 10;
    const draft = new Draft(storage);
    draft.open('li');
    draft.put(question({ id: 'a' }));
    expect(draft.kept.value).toBe(false);
    expect(draft.candidates.value).not.toBeNull();
    // Nothing older comes back instead of it.
    const after = new Draft(storage);
    after.open('li');
    expect(after.candidates.value).toBeNull();
  });

  it('goes when it is cleared', () => {
    const storage = new MemoryStorage();
    const draft = new Draft(storage);
    draft.open('li');
    draft.put(question({ id: 'a' }));
    draft.put(null);
    expect(storage.length).toBe(0);
  });
});

describe('a census', () => {
  it('is of the region whose scenario names its file, else of the one it is called after, else of a new one', () => {
    const asked = question({ id: 'a', census: 'east.csv' }, { id: 'b' });
    expect(withCensusFile(asked, 'east.csv', 'census:1').scenario.regions).toEqual([{ id: 'a', census: 'census:1' }, { id: 'b' }]);
    expect(withCensusFile(asked, 'b.CSV', 'census:1').scenario.regions).toEqual([{ id: 'a', census: 'east.csv' }, { id: 'b', census: 'census:1' }]);
    expect(withCensusFile(asked, 'c.csv', 'census:1').scenario.regions).toEqual([{ id: 'a', census: 'east.csv' }, { id: 'b' }, { id: 'c', name: 'c', census: 'census:1' }]);
  });

  it('takes the place of terminals that came with the question', () => {
    const asked: Candidates = { ...question({ id: 'a' }, { id: 'b' }), censuses: { a: [{}], b: [{}, {}] } };
    const next = withCensusFile(asked, 'a.csv', 'census:1');
    expect(next.censuses).toEqual({ b: [{}, {}] });
    const known = [{ census: '1', name: 'a.csv', terminals: 7, bytes: 1, by: 'li', at: '' }];
    expect([0, 1].map((index) => sourceOf(next, index, known))).toEqual([
      { kind: 'kept', name: 'a.csv', outlets: 7 },
      { kind: 'given', outlets: 2 },
    ]);
    expect(sourceOf(question({ id: 'a', census: 'live:yunxi' }), 0, known)).toEqual({ kind: 'live', region: 'yunxi' });
    expect(sourceOf(question({ id: 'a', census: 'a.csv' }), 0, known)).toEqual({ kind: 'missing' });
  });
});

describe('a file of rows', () => {
  it('has cells with commas, quotes and line ends', () => {
    expect(readCsv('a,"b, ""c""\nd"\r\n\r\n,e')).toEqual([['a', 'b, "c"\nd'], ['', 'e']]);
  });
});

describe('the usual values of a question', () => {
  // The server's own, as they stand in its sources.
  it('are those of the server', () => {
    const folder = fileURLToPath(new URL('../../../../Simulation/Expansion/Scenarios/', import.meta.url));
    const code = ['ExpansionScenario.cs', 'PlanningScenario.cs'].map((file) => readFileSync(folder + file, 'utf8')).join('\n');
    const paths = planningFields.flatMap(({ fields }) => fields.map((field) => field.tail)).filter((path) => usualOf(path) !== undefined);
    expect(paths.length).toBeGreaterThan(12);
    for (const path of paths) {
      const last = path.split('.').at(-1)!;
      const name = last[0].toUpperCase() + last.slice(1);
      const found = new RegExp(` ${name} \\{ get; init; \\}(?: = ([\\w.]+);)?`).exec(code);
      const given = found?.[1] ?? '0';
      const wanted = usualOf(path)!;
      expect(typeof wanted === 'number' ? Number(given) : given.split('.').at(-1)!.toLowerCase(), path).toBe(typeof wanted === 'number' ? wanted : String(wanted).toLowerCase());
    }
  });
});
