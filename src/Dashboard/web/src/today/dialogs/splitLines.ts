import type { OrderLine } from '../../api/terminal';

/** What is taken off an order, without the products of which nothing is. */
export function linesOf(taken: Readonly<Record<string, number>>): OrderLine[] {
  return Object.entries(taken)
    .filter(([, cases]) => cases > 0)
    .map(([product, cases]) => ({ product, cases }));
}

/** Why an order cannot be split so: nothing is taken off, or nothing is left. */
export function splitProblem(lines: readonly OrderLine[], taken: Readonly<Record<string, number>>): 'nothing' | 'everything' | null {
  const off = linesOf(taken).reduce((sum, line) => sum + line.cases, 0);
  if (off === 0) return 'nothing';
  return off >= lines.reduce((sum, line) => sum + line.cases, 0) ? 'everything' : null;
}
