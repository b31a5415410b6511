import { useMemo, useState } from 'preact/hooks';
import type { PriorRange } from '../../api/calibration';
import { BadRequest, newCommandId, post } from '../../api/client';
import { labPath, type Json, type ScenarioContent, type ScenarioProblem, type ScenarioSummary } from '../../api/lab';
import { explain } from '../../i18n/codes';
import { t } from '../../i18n/i18n';
import { navigate } from '../../shell/router';
import { useRemote } from '../../ui/useRemote';
import { ScenarioChoice } from '../jobs/ScenarioChoice';
import { ProblemList } from '../ProblemList';
import { placeOf } from '../scenarios/fieldOf';
import { knownPaths, numberPaths } from '../scenarios/knownPaths';
import { PathPicker } from '../scenarios/PathPicker';
import { HistoryChoice, type ChosenHistory } from './HistoryChoice';
import { PriorRow, priorId } from './PriorRow';
import { usualHoldOut } from './holdOut';
import { usualPriors, priorOf } from './priors';
import { useUsualValues } from './useUsualValues';

interface Props {
  scenarios: readonly ScenarioSummary[];
  wanted: string | null;
  onStarted: (calibration: string) => void;
}

const usualPopulation = 200;
const usualRuns = 10_000;

/** Which scenario, which of its numbers are not known and within what, and what is held against it. */
export function StartCalibration({ scenarios, wanted, onStarted }: Props) {
  const [id, setId] = useState(scenarios.some((each) => each.id === wanted) ? wanted! : scenarios[0].id);
  const scenario = scenarios.find((each) => each.id === id) ?? scenarios[0];
  const content = useRemote<ScenarioContent>(`${labPath}/scenarios/${encodeURIComponent(scenario.id)}`);
  const check = useUsualValues(content.value?.scenario ?? null);
  const paths = useMemo(() => (content.value ? numberPaths(knownPaths(content.value.scenario, check?.assumptions ?? [])) : []), [content.value, check]);
  const [chosen, setChosen] = useState<{ scenario: string; priors: readonly PriorRange[] } | null>(null);
  // Until something is chosen for this scenario, what is mostly not known.
  const priors = chosen?.scenario === scenario.id ? chosen.priors : usualPriors(paths);
  const change = (next: readonly PriorRange[]) => setChosen({ scenario: scenario.id, priors: next });
  const [history, setHistory] = useState<ChosenHistory>({ kind: 'live' });
  const [held, setHoldOutWeeks] = useState<number | null>(null);
  const holdOutWeeks = held ?? usualHoldOut(content.value?.scenario.days);
  const [seed, setSeed] = useState(1);
  const [population, setPopulation] = useState(usualPopulation);
  const [runs, setRuns] = useState(usualRuns);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [problems, setProblems] = useState<readonly ScenarioProblem[]>([]);
  const start = async () => {
    setBusy(true);
    setError(null);
    setProblems([]);
    try {
      const body = { commandId: newCommandId(), scenario: scenario.id, version: scenario.version, parameters: priors, holdOutWeeks, seed, population, runs };
      const { calibration } = await post<{ calibration: string }>(`${labPath}/calibrations`, history.kind === 'rows' ? { ...body, history: { rows: history.rows } } : body);
      onStarted(calibration);
    } catch (problem) {
      if (problem instanceof BadRequest) setProblems(problem.problems);
      else setError(problem);
      setBusy(false);
    }
  };
  const go = (problem: ScenarioProblem) => {
    const field = document.getElementById(priorId(placeOf(problem.field).path));
    if (field) field.focus();
    else navigate(`/lab/scenarios/${encodeURIComponent(scenario.id)}`);
  };
  const whole = (label: string, value: number, set: (value: number) => void, [min, max]: readonly [number, number], testId: string) => (
    <label class="labelled">
      <span>{label}</span>
      <input type="number" required min={min} max={max} step={1} value={value} data-testid={testId} onInput={(event) => set(Number(event.currentTarget.value))} />
    </label>
  );
  return (
    <form
      class="lab-start"
      aria-label={t('lab.startCalibration')}
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <div class="lab-fields">
        <ScenarioChoice scenarios={scenarios} chosen={scenario.id} testId="lab-fit-scenario" onChoose={setId} />
        {whole(t('lab.holdOutWeeks'), holdOutWeeks, setHoldOutWeeks, [0, 520], 'lab-fit-held-out')}
        {whole(t('lab.seed'), seed, setSeed, [0, Number.MAX_SAFE_INTEGER], 'lab-fit-seed')}
        {whole(t('lab.population'), population, setPopulation, [20, 2000], 'lab-fit-population')}
        {whole(t('lab.mostRuns'), runs, setRuns, [5 * population, 1_000_000], 'lab-fit-runs')}
      </div>
      <p class="hint">{t('lab.holdOutHint')}</p>
      <HistoryChoice chosen={history} onChoose={setHistory} />
      <fieldset class="lab-set">
        <legend>{t('lab.notKnown')}</legend>
        <p class="hint">{t('lab.notKnownHint')}</p>
        {priors.map((prior) => (
          <PriorRow
            key={prior.path}
            prior={prior}
            scenario={content.value?.scenario ?? null}
            now={paths.find((known) => known.path === prior.path)?.value ?? null}
            onChange={(next) => change(priors.map((each) => (each.path === prior.path ? next : each)))}
            onDrop={() => change(priors.filter((each) => each.path !== prior.path))}
          />
        ))}
        <PathPicker
          label={t('lab.addAssumption')}
          scenario={content.value?.scenario ?? null}
          paths={paths.filter((known) => !known.path.includes('[*]') && !priors.some((prior) => prior.path === known.path))}
          onPick={(path, value: Json | undefined) => change([...priors.filter((each) => each.path !== path), priorOf(path, typeof value === 'number' ? value : 0)])}
        />
      </fieldset>
      <div class="lab-bar">
        <button type="submit" class="button button-primary" disabled={busy || priors.length === 0 || (history.kind === 'rows' && history.rows.length === 0)} data-testid="lab-fit-start">
          {t('lab.startCalibration')}
        </button>
        <span class="muted" role="status">
          {busy ? t('lab.checking') : ''}
        </span>
      </div>
      {problems.length > 0 && <ProblemList problems={problems} onGo={go} />}
      {error !== null && (
        <p class="problem" role="alert">
          {explain(error)}
        </p>
      )}
    </form>
  );
}
