import { useMemo, useState } from 'preact/hooks';
import { BadRequest, newCommandId, post } from '../../api/client';
import { labPath, type AssumptionRange, type LabRun, type RunResult, type ScenarioCheck, type ScenarioProblem } from '../../api/lab';
import { explain } from '../../i18n/codes';
import { t } from '../../i18n/i18n';
import { navigate } from '../../shell/router';
import { Icon } from '../../ui/icons';
import { figureName } from '../figures';
import { pathName } from '../pathName';
import { ProblemList } from '../ProblemList';
import { placeOf } from '../scenarios/fieldOf';
import { knownPaths, numberPaths } from '../scenarios/knownPaths';
import { PathPicker } from '../scenarios/PathPicker';
import { rangeOf } from './range';

const usualReplications = 10;

const rangeId = (path: string) => `lab-range-${path}`;

/** Asks which assumption moves a figure most: each is set low and high while the others stay. */
export function SensitivityForm({ run, result }: { run: LabRun; result: RunResult }) {
  const figures = result.variants[0].kpis.map((each) => each.figure);
  const [check, setCheck] = useState<ScenarioCheck | null>(null);
  const [ranges, setRanges] = useState<readonly AssumptionRange[]>([]);
  const [figure, setFigure] = useState(figures.find((each) => each.endsWith('.contribution')) ?? figures[0]);
  const [replications, setReplications] = useState(usualReplications);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [problems, setProblems] = useState<readonly ScenarioProblem[]>([]);
  const paths = useMemo(() => numberPaths(knownPaths(result.scenario, check?.assumptions ?? [])), [result, check]);
  const open = async () => {
    if (check) return;
    try {
      setCheck(await post<ScenarioCheck>(`${labPath}/scenarios/check`, { scenario: result.scenario }));
    } catch (problem) {
      setError(problem);
    }
  };
  const start = async () => {
    setBusy(true);
    setError(null);
    setProblems([]);
    try {
      const body = { commandId: newCommandId(), scenario: run.scenario, version: run.version, paths: ranges, figure, replications, seed: run.seed, antithetic: run.antithetic };
      const answer = await post<{ run: string }>(`${labPath}/sensitivities`, body);
      navigate(`/lab/runs/${encodeURIComponent(answer.run)}`);
    } catch (problem) {
      if (problem instanceof BadRequest) setProblems(problem.problems);
      else setError(problem);
      setBusy(false);
    }
  };
  const change = (path: string, next: Partial<AssumptionRange>) => setRanges((old) => old.map((each) => (each.path === path ? { ...each, ...next } : each)));
  return (
    <details class="lab-part" onToggle={(event) => event.currentTarget.open && void open()} data-testid="lab-ask-sensitivity">
      <summary>{t('lab.askSensitivity')}</summary>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <p class="muted">{t('lab.sensitivityHint')}</p>
        {ranges.map((range) => (
          <div key={range.path} class="lab-row" role="group" aria-label={pathName(range.path, result.scenario)}>
            <div class="lab-change-name">
              {pathName(range.path, result.scenario)} <code>{range.path}</code>
            </div>
            <label class="labelled">
              <span>{t('lab.lowValue')}</span>
              <input id={rangeId(range.path)} type="number" step="any" required value={range.low} onInput={(event) => change(range.path, { low: Number(event.currentTarget.value) })} />
            </label>
            <label class="labelled">
              <span>{t('lab.highValue')}</span>
              <input type="number" step="any" required value={range.high} onInput={(event) => change(range.path, { high: Number(event.currentTarget.value) })} />
            </label>
            <button type="button" class="icon-button" aria-label={t('lab.dropChange', { path: range.path })} onClick={() => setRanges((old) => old.filter((each) => each.path !== range.path))}>
              <Icon name="close" />
            </button>
          </div>
        ))}
        <PathPicker
          label={t('lab.addAssumption')}
          scenario={result.scenario}
          paths={paths.filter((known) => !ranges.some((range) => range.path === known.path))}
          onPick={(path, value) => setRanges((old) => (old.some((each) => each.path === path) ? old : [...old, { path, ...rangeOf(typeof value === 'number' ? value : 0) }]))}
        />
        <div class="lab-fields">
          <label class="labelled">
            <span>{t('lab.figureHead')}</span>
            <select value={figure} onChange={(event) => setFigure(event.currentTarget.value)}>
              {figures.map((each) => (
                <option key={each} value={each}>
                  {figureName(each)}
                </option>
              ))}
            </select>
          </label>
          <label class="labelled">
            <span>{t('lab.replications')}</span>
            <input type="number" required min={2} value={replications} onInput={(event) => setReplications(Number(event.currentTarget.value))} />
          </label>
          <button type="submit" class="button button-primary" disabled={busy || ranges.length === 0} data-testid="lab-start-sensitivity">
            {t('lab.startSensitivity')}
          </button>
        </div>
        {problems.length > 0 && <ProblemList problems={problems} onGo={(problem) => document.getElementById(rangeId(placeOf(problem.field).path))?.focus()} />}
        {error !== null && (
          <p class="problem" role="alert">
            {explain(error)}
          </p>
        )}
      </form>
    </details>
  );
}
