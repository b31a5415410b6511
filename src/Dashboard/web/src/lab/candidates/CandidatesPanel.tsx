import { useMemo, useState } from 'preact/hooks';
import type { Candidates } from '../../api/expansion';
import type { Json, ScenarioProblem } from '../../api/lab';
import { number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { EditingContext, type Editing } from '../scenarios/editing';
import { isObject, withValue } from '../scenarios/scenarioPath';
import { UnsavedGuard } from '../UnsavedGuard';
import { regionsOfQuestion, withCensus, withCensusFile } from './candidates';
import { CandidateSources } from './CandidateSources';
import { censusPrefix, fileProblems, keepCensus, sourceOf, useKnownCensuses } from './censuses';
import { QuestionForm } from './QuestionForm';
import { usualOf } from './questionFields';
import { useDraft } from './useDraft';

interface Props {
  template: string | null;
  problems: readonly ScenarioProblem[];
}

const write = (scenario: Candidates['scenario']) => JSON.stringify(scenario, null, 2);

/** The question of the scorecard and the wave plan: a scenario as fields and as JSON, and the terminals of its regions as files beside it or as live regions. */
export function CandidatesPanel({ template, problems }: Props) {
  const draft = useDraft();
  const loaded = draft.candidates.value;
  const [error, setError] = useState<string | null>(null);
  // What is typed and no JSON yet; the fields show the last that was.
  const [typed, setTyped] = useState<string | null>(null);
  // Open where there is something to choose; what was left before is mostly only asked again.
  const [opened] = useState(loaded === null);
  const known = useKnownCensuses();
  const put = (next: Candidates | null) => {
    setTyped(null);
    setError(null);
    draft.put(next);
  };
  const editing = useMemo<Editing | null>(
    () =>
      loaded && {
        scenario: loaded.scenario,
        set: (path, value) => {
          const now = draft.candidates.peek()!;
          put({ ...now, scenario: withValue(now.scenario, path, value) });
        },
        usual: usualOf,
        problems: problems.map((each) => ({ ...each, field: each.field?.replace(/^\$\./, '') })),
      },
    [loaded, problems],
  );
  const type = (text: string) => {
    const scenario = parse(text);
    if (scenario) put({ ...draft.candidates.peek(), scenario });
    setTyped(scenario === null ? text : null);
    setError(scenario === null && text.trim() !== '' ? t('lab.noJson') : null);
  };
  const keep = async (files: readonly File[], into: (candidates: Candidates, file: string, census: string) => Candidates) => {
    const wrong: string[] = [];
    for (const file of files) {
      try {
        const kept = await keepCensus(file);
        put(into(draft.candidates.peek()!, file.name, `${censusPrefix}${kept.census}`));
      } catch (problem) {
        wrong.push(fileProblems(file.name, problem));
      }
    }
    known.reload();
    if (wrong.length > 0) setError(wrong.join('\n'));
  };
  const take = async (files: readonly File[]) => {
    const [censuses, others] = [files.filter((file) => /\.csv$/i.test(file.name)), files.filter((file) => !/\.csv$/i.test(file.name))];
    // The scenario first, as it says which region a census is of.
    for (const file of others) {
      const scenario = parse(await file.text());
      if (scenario) put({ scenario });
      else setError(t('lab.fileNoJson', { file: file.name }));
    }
    if (draft.candidates.peek() === null) setError(t('lab.needScenario'));
    else await keep(censuses, withCensusFile);
  };
  const name = typeof loaded?.scenario.name === 'string' ? loaded.scenario.name : '';
  return (
    <>
      <details class="lab-part" open={opened || problems.length > 0} data-testid="lab-candidates">
        <summary>
          {loaded ? t('lab.candidatesOf', { name }) : t('lab.candidates')}
          {loaded && (
            <span class="lab-thin">
              {' '}
              {t('lab.regionCount', { count: regionsOfQuestion(loaded.scenario).length, value: number(regionsOfQuestion(loaded.scenario).length) })}
            </span>
          )}
        </summary>
        <p class="muted">{t('lab.candidatesHint')}</p>
        <CandidateSources template={template} loaded={loaded} onTake={put} onFiles={(files) => void take([...(files ?? [])])} onError={setError} />
        {error && (
          <p class="problem lab-lines" role="alert">
            {error}
          </p>
        )}
        {editing && loaded && (
          <EditingContext.Provider value={editing}>
            <QuestionForm
              sourceOf={(index) => sourceOf(loaded, index, known.value ?? [])}
              onCensus={(index, file) => void keep([file], (candidates, _name, census) => withCensus(candidates, index, census))}
            />
          </EditingContext.Provider>
        )}
        <details class="lab-raw">
          <summary>{t('lab.expansionJson')}</summary>
          <textarea class="mono lab-text" spellcheck={false} aria-label={t('lab.expansionJson')} value={typed ?? (loaded ? write(loaded.scenario) : '')} data-testid="lab-expansion-json" onInput={(event) => type(event.currentTarget.value)} />
        </details>
        {loaded && (
          <div class="lab-bar">
            <button type="button" class="button" data-testid="lab-candidates-clear" onClick={() => put(null)}>
              {t('lab.candidatesClear')}
            </button>
            <span class={draft.kept.value ? 'muted' : 'warning-text'} role="status">
              {t(draft.kept.value ? 'lab.draftKept' : 'lab.draftLost')}
            </span>
          </div>
        )}
      </details>
      <UnsavedGuard unsaved={typed !== null || !draft.kept.value} />
    </>
  );
}

function parse(text: string): Candidates['scenario'] | null {
  try {
    const read = JSON.parse(text) as Json;
    return isObject(read) ? read : null;
  } catch {
    return null;
  }
}
