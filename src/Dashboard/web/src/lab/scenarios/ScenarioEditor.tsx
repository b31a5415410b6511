import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { BadRequest, newCommandId, post, put, Refusal } from '../../api/client';
import { labPath, type Json, type JsonObject, type ScenarioCheck, type ScenarioContent, type ScenarioProblem } from '../../api/lab';
import { explain } from '../../i18n/codes';
import { dayAndTime } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { tell } from '../../shell/noticeList';
import { ProblemList } from '../ProblemList';
import { UnsavedGuard } from '../UnsavedGuard';
import { EditingContext, usualAt, type Editing } from './editing';
import { focusPath, offsetOf, placeOf } from './fieldOf';
import { InputsView } from './InputsView';
import { knownPaths } from './knownPaths';
import { KnownPathsContext } from './PathPicker';
import { ScenarioForm } from './ScenarioForm';
import { isObject, withValue } from './scenarioPath';

const write = (scenario: JsonObject) => JSON.stringify(scenario, null, 2);

/** A scenario as fields and as JSON, which are the same thing: what either does not show it keeps. */
export function ScenarioEditor({ content, onNewer }: { content: ScenarioContent; onNewer: () => void }) {
  const [scenario, setScenario] = useState(content.scenario);
  const [text, setText] = useState(() => write(content.scenario));
  const [version, setVersion] = useState(content.version);
  const [saved, setSaved] = useState(() => write(content.scenario));
  const [isJson, setIsJson] = useState(true);
  const [problems, setProblems] = useState<readonly ScenarioProblem[]>([]);
  const [check, setCheck] = useState<ScenarioCheck | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const changed = text !== saved;

  const set = (path: string, value: Json | undefined) =>
    setScenario((old) => {
      const next = withValue(old, path, value);
      setText(write(next));
      setIsJson(true);
      return next;
    });
  const type = (typed: string) => {
    setText(typed);
    const read = parse(typed);
    setIsJson(read !== null);
    if (read) setScenario(read);
  };

  const ask = async (task: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await task();
      setProblems([]);
    } catch (problem) {
      if (problem instanceof BadRequest) setProblems(problem.problems);
      else setError(problem);
    } finally {
      setBusy(false);
    }
  };
  const checkNow = async () => setCheck(await post<ScenarioCheck>(`${labPath}/scenarios/check`, { scenario }));
  const save = () =>
    ask(async () => {
      const answer = await put<{ version: number }>(`${labPath}/scenarios/${encodeURIComponent(content.id)}`, { commandId: newCommandId(), baseVersion: version, scenario });
      setVersion(answer.version);
      setSaved(text);
      tell('done', t('lab.saved', { version: answer.version }));
      await checkNow();
    });
  useEffect(() => void ask(checkNow), []);

  const usual = useMemo(() => new Map((check?.assumptions ?? []).map(({ path, value }) => [path, value])), [check]);
  const editing = useMemo<Editing>(() => ({ scenario, set, usual: (path) => usualAt(usual, path), problems }), [scenario, usual, problems]);
  const paths = useMemo(() => knownPaths(scenario, check?.assumptions ?? []), [scenario, check]);
  const go = (problem: ScenarioProblem) => {
    if (focusPath(problem.field) || !area.current) return;
    const at = offsetOf(text, placeOf(problem.field).path);
    area.current.focus();
    area.current.setSelectionRange(at, text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at));
    area.current.scrollIntoView({ block: 'center' });
  };

  return (
    <EditingContext.Provider value={editing}>
      <KnownPathsContext.Provider value={paths}>
        <div class="page-head">
          <h1>{typeof scenario.name === 'string' ? scenario.name : content.name}</h1>
          <span class="chip">{t('lab.versionOf', { version })}</span>
          {changed && <span class="chip chip-late">{t('lab.unsaved')}</span>}
          <span class="muted">{dayAndTime(content.at)}</span>
        </div>
        <div class="lab-bar">
          <button type="button" class="button" disabled={busy || !isJson} data-testid="lab-check" onClick={() => void ask(checkNow)}>
            {t('lab.check')}
          </button>
          <button type="button" class="button button-primary" disabled={busy || !isJson || !changed} data-testid="lab-save" onClick={() => void save()}>
            {t('lab.save')}
          </button>
          {changed ? (
            // What would be run is the last saved, and what was changed since would be lost.
            <button type="button" class="button" disabled>
              {t('lab.runThis')}
            </button>
          ) : (
            <a class="button" href={`/lab/runs?left=${encodeURIComponent(content.id)}`} data-testid="lab-to-run">
              {t('lab.runThis')}
            </a>
          )}
          <span class="muted" role="status">
            {busy ? t('lab.checking') : problems.length === 0 && check !== null && !changed ? t('lab.checked') : ''}
          </span>
        </div>
        {problems.length > 0 && <ProblemList problems={problems} onGo={go} />}
        {error !== null && (
          <p class="problem" role="alert">
            {explain(error)}{' '}
            {error instanceof Refusal && error.code === 'lab.changed-since' && (
              <button type="button" class="button" onClick={onNewer}>
                {t('lab.loadNewer')}
              </button>
            )}
          </p>
        )}
        <div class="lab-editor">
          <ScenarioForm />
          <div class="lab-aside">
            {check && <InputsView inputs={check.inputs} assumptions={check.assumptions} scenario={scenario} />}
            <div class="lab-json">
              <label for="lab-json">{t('lab.json')}</label>
              <p class="hint" id="lab-json-hint">
                {t('lab.jsonHint')}
              </p>
              <textarea
                id="lab-json"
                ref={area}
                class="mono"
                spellcheck={false}
                aria-describedby="lab-json-hint"
                aria-invalid={!isJson}
                value={text}
                data-testid="lab-json"
                onInput={(event) => type(event.currentTarget.value)}
              />
              {!isJson && (
                <p class="problem" role="alert">
                  {t('lab.noJson')}
                </p>
              )}
            </div>
          </div>
        </div>
        <UnsavedGuard unsaved={changed} />
      </KnownPathsContext.Provider>
    </EditingContext.Provider>
  );
}

function parse(text: string): JsonObject | null {
  try {
    const read = JSON.parse(text) as Json;
    return isObject(read) ? read : null;
  } catch {
    return null;
  }
}
