import { useState } from 'preact/hooks';
import { BadRequest, newCommandId, post } from '../../api/client';
import { labPath, type ScenarioProblem, type ScenarioSummary } from '../../api/lab';
import { explain } from '../../i18n/codes';
import { t } from '../../i18n/i18n';
import { navigate } from '../../shell/router';
import { ScenarioChoice } from '../jobs/ScenarioChoice';
import { ProblemList } from '../ProblemList';

interface Props {
  scenarios: readonly ScenarioSummary[];
  wanted: string | null;
  onStarted: (run: string) => void;
}

const usualReplications = 20;
const mostReplications = 10_000;

export function StartForm({ scenarios, wanted, onStarted }: Props) {
  const [id, setId] = useState(wanted ?? scenarios[0].id);
  const [replications, setReplications] = useState(usualReplications);
  const [seed, setSeed] = useState(1);
  const [antithetic, setAntithetic] = useState(false);
  const [within, setWithin] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [problems, setProblems] = useState<readonly ScenarioProblem[]>([]);
  const scenario = scenarios.find((each) => each.id === id) ?? scenarios[0];
  const start = async () => {
    setBusy(true);
    setError(null);
    setProblems([]);
    try {
      const { run } = await post<{ run: string }>(`${labPath}/runs`, {
        commandId: newCommandId(),
        scenario: scenario.id,
        version: scenario.version,
        replications,
        seed,
        antithetic,
        within: within === null ? null : within / 100,
      });
      onStarted(run);
    } catch (problem) {
      if (problem instanceof BadRequest) setProblems(problem.problems);
      else setError(problem);
      setBusy(false);
    }
  };
  return (
    <form
      class="lab-start"
      aria-label={t('lab.startRun')}
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <div class="lab-fields">
        <ScenarioChoice scenarios={scenarios} chosen={scenario.id} testId="lab-run-scenario" onChoose={setId} />
        <label class="labelled">
          <span>{t('lab.replications')}</span>
          <input type="number" required min={1} max={mostReplications} value={replications} data-testid="lab-run-replications" onInput={(event) => setReplications(Number(event.currentTarget.value))} />
        </label>
        <label class="labelled">
          <span>{t('lab.seed')}</span>
          <input type="number" required min={0} step={1} value={seed} aria-describedby="lab-seed-hint" data-testid="lab-run-seed" onInput={(event) => setSeed(Number(event.currentTarget.value))} />
        </label>
        <label class="labelled">
          <span>{t('lab.within')}</span>
          <input
            type="number"
            min={0.1}
            max={99}
            step="any"
            placeholder={t('lab.withinNone')}
            value={within ?? ''}
            data-testid="lab-run-within"
            onInput={(event) => setWithin(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
          />
        </label>
        <label class="check">
          <input type="checkbox" checked={antithetic} data-testid="lab-run-antithetic" onChange={(event) => setAntithetic(event.currentTarget.checked)} />
          {t('lab.antithetic')}
        </label>
        <button type="submit" class="button button-primary" disabled={busy} data-testid="lab-run-start">
          {t('lab.startRun')}
        </button>
      </div>
      <p class="hint" id="lab-seed-hint">
        {t('lab.seedHint')}
      </p>
      {problems.length > 0 && <ProblemList problems={problems} onGo={() => navigate(`/lab/scenarios/${encodeURIComponent(scenario.id)}`)} />}
      {error !== null && (
        <p class="problem" role="alert">
          {explain(error)}
        </p>
      )}
    </form>
  );
}
