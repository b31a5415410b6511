import { BadRequest, NoAnswer, Refusal } from '../api/client';
import type { InputProblem } from '../api/client';
import type { UnservedReason } from '../api/plans';
import type { RefusalReason } from '../api/terminal';
import { knows, t } from './i18n';

/** What went wrong, in the reader's language, from the server's code and figures. */
export function explain(error: unknown): string {
  if (error instanceof Refusal) return explainCode(error.code, error.detail);
  if (error instanceof BadRequest) return error.problems.map(explainProblem).join(' ');
  if (error instanceof NoAnswer) return t('error.noAnswer');
  return t('error.unexpected', { detail: error instanceof Error ? error.message : String(error) });
}

/** A rule an entry breaks; the server's English where the catalogue has no words for it. */
function explainProblem(problem: InputProblem): string {
  const key = `refusal.${problem.code}`;
  return knows(key) ? t(key, { value: problem.value ?? '' }) : t('error.badRequest', { detail: problem.rule });
}

export function explainCode(code: string, detail: Readonly<Record<string, string>>): string {
  const key = `refusal.${code}`;
  if (knows(key)) return t(key, detail);
  const figures = Object.entries(detail)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
  return t('refusal.unknown', { code: figures === '' ? code : `${code} (${figures})` });
}

export function unservedReason(reason: UnservedReason | string): string {
  const key = `unserved.${reason}`;
  return knows(key) ? t(key) : reason;
}

/** The figures behind an unserved order or a postponed visit, each named in the reader's language. */
export function figures(detail: Readonly<Record<string, string>> | null | undefined): string {
  return Object.entries(detail ?? {})
    .map(([name, value]) => {
      const key = `figure.${name}`;
      return knows(key) ? t(key, { value }) : `${name}: ${value}`;
    })
    .join(' · ');
}

export function refusalReason(reason: RefusalReason): string {
  return t(`goods.${reason}`);
}
