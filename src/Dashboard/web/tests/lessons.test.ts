import { expect, it } from 'vitest';
import { lessonsAddress } from '../src/lessons/address';
import { byMissedTime, ratioOf } from '../src/lessons/order';
import { parse } from '../src/shell/router';

const lesson = (terminal: string, deliveries: number, rule: number, taken: number) => ({ terminal, deliveries, rule, taken, next: rule, isLearned: false });

it('outlets come by the time that plans missed in all', () => {
  // 10 deliveries a minute out are more than one that is five minutes out; being too early counts as being too late does.
  const sorted = byMissedTime([lesson('one', 1, 300, 600), lesson('many', 10, 300, 360), lesson('early', 4, 500, 380), lesson('none', 9, 300, 300)]);
  expect(sorted.map((each) => each.terminal)).toEqual(['many', 'early', 'one', 'none']);
});

it('a ratio needs both times', () => {
  expect(ratioOf(200, 300)).toBe(1.5);
  expect(ratioOf(0, 300)).toBeNull();
  expect(ratioOf(200, 0)).toBeNull();
});

it('an outlet’s lessons have an address of their own', () => {
  const address = new URL(lessonsAddress('D 1', 'T/2'), 'http://here');
  expect(parse(address.pathname, '', address.search)).toEqual({ page: 'lessons', distributor: 'D 1', terminal: 'T/2' });
  expect(parse('/lessons')).toEqual({ page: 'lessons', distributor: null, terminal: null });
});
