import { newCommandId, BadRequest, post } from '../../api/client';
import type { Candidates, KeptCensus } from '../../api/expansion';
import { labPath } from '../../api/lab';
import { explain } from '../../i18n/codes';
import { t } from '../../i18n/i18n';
import { useRemote, type Remote } from '../../ui/useRemote';
import { problemText } from '../problems';
import { textOf } from '../textOf';
import { isObject } from '../scenarios/scenarioPath';
import { regionsOfQuestion } from './candidates';

/** A census that lies on the server is named by its hash after this. */
export const censusPrefix = 'census:';

const shownProblems = 5;

/** Where a candidate's outlets come from. */
export type CensusSource =
  | { kind: 'kept'; name: string; outlets: number }
  | { kind: 'given'; outlets: number }
  | { kind: 'live'; region: string }
  | { kind: 'missing' };

/** Puts a census on the server, which names it by its content. */
export async function keepCensus(file: File): Promise<{ census: string; terminals: number }> {
  return post(`${labPath}/censuses`, { commandId: newCommandId(), name: file.name, csv: await textOf(file) });
}

export function useKnownCensuses(): Remote<KeptCensus[]> {
  return useRemote<KeptCensus[]>(`${labPath}/censuses`);
}

export function sourceOf({ scenario, censuses }: Candidates, index: number, known: readonly KeptCensus[]): CensusSource {
  const region = regionsOfQuestion(scenario)[index];
  if (!isObject(region)) return { kind: 'missing' };
  const given = censuses?.[String(region.id)];
  if (given) return { kind: 'given', outlets: given.length };
  const census = typeof region.census === 'string' ? region.census : '';
  if (census.startsWith('live:')) return { kind: 'live', region: census.slice('live:'.length) };
  const kept = known.find((each) => census === `${censusPrefix}${each.census}`);
  return kept ? { kind: 'kept', name: kept.name, outlets: kept.terminals } : { kind: 'missing' };
}

/** What is wrong with a census file, each with its line. */
export function fileProblems(file: string, error: unknown): string {
  if (!(error instanceof BadRequest)) return `${file}: ${explain(error)}`;
  const lines = error.problems.slice(0, shownProblems).map((problem) => t('lab.atLine', { line: problem.line ?? '', text: [problem.field, problemText(problem), problem.value].filter(Boolean).join(' · ') }));
  const rest = error.problems.length - lines.length;
  return [`${file}:`, ...lines, ...(rest > 0 ? [t('lab.moreProblems', { count: rest, value: rest })] : [])].join('\n');
}
