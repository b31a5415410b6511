import type { ScenarioProblem } from '../api/lab';
import { knows, t } from '../i18n/i18n';

/** What is wrong, in the reader's language; the limits that the server names stand in its rule. */
export function problemText(problem: ScenarioProblem): string {
  const key = `lab.problem.${problem.code}`;
  if (!knows(key)) return problem.rule;
  const [first = '', second = ''] = problem.rule.match(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi) ?? [];
  // What is expected of a kind or a name is written after the rule's colon.
  const known = problem.rule.includes(':') ? problem.rule.slice(problem.rule.indexOf(':') + 1).replace(/\.$/, '').trim() : '';
  const date = /\d{4}-\d{2}-\d{2}/.exec(problem.rule)?.[0] ?? '';
  return t(key, { first, second, known, date });
}
