import { useState } from 'preact/hooks';
import { BadRequest, newCommandId, post } from '../../api/client';
import type { Expansion } from '../../api/expansion';
import { labPath, type ScenarioProblem } from '../../api/lab';
import { explain } from '../../i18n/codes';
import { dayAndTime, number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { navigate } from '../../shell/router';
import { CandidatesPanel } from '../candidates/CandidatesPanel';
import { goToQuestion } from '../candidates/goToQuestion';
import { draft } from '../candidates/useDraft';
import { ProblemList } from '../ProblemList';
import { JobList } from '../jobs/JobList';
import { StateChip } from '../jobs/StateChip';
import { objectiveText } from './objective';
import { useExpansions } from './useExpansion';

const usualIterations = 10_000;

/** Rolling replication (滚动复制): which regions next, in what order, with whom, and how sure that is. */
export function WavesPage({ template }: { template: string | null }) {
  const list = useExpansions();
  const [seed, setSeed] = useState(1);
  const [iterations, setIterations] = useState(usualIterations);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [problems, setProblems] = useState<readonly ScenarioProblem[]>([]);
  const start = async () => {
    if (draft.candidates.peek() === null) return;
    setBusy(true);
    setError(null);
    setProblems([]);
    try {
      const { expansion } = await post<{ expansion: string }>(`${labPath}/expansions`, { commandId: newCommandId(), ...draft.candidates.peek(), seed, iterations });
      navigate(`/lab/waves/${encodeURIComponent(expansion)}`);
    } catch (problem) {
      if (problem instanceof BadRequest) setProblems(problem.problems);
      else setError(problem);
      setBusy(false);
    }
  };
  return (
    <>
      <div class="page-head">
        <h1>{t('lab.area.waves')}</h1>
      </div>
      <p class="muted">{t('lab.wavesIntro')}</p>
      <CandidatesPanel template={template} problems={problems} />
      <form
        class="lab-start"
        aria-label={t('lab.startWaves')}
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <div class="lab-fields">
          <label class="labelled">
            <span>{t('lab.seed')}</span>
            <input type="number" required min={0} value={seed} onInput={(event) => setSeed(Number(event.currentTarget.value))} />
          </label>
          <label class="labelled">
            <span>{t('lab.iterations')}</span>
            <input type="number" required min={1} max={1_000_000} value={iterations} data-testid="lab-iterations" onInput={(event) => setIterations(Number(event.currentTarget.value))} />
          </label>
          <button type="submit" class="button button-primary" disabled={busy || draft.candidates.value === null} data-testid="lab-start-waves">
            {t('lab.startWaves')}
          </button>
        </div>
        {problems.length > 0 && <ProblemList problems={problems} onGo={goToQuestion} />}
        {error !== null && (
          <p class="problem" role="alert">
            {explain(error)}
          </p>
        )}
      </form>
      <JobList list={list} none={t('lab.noWaves')}>
        {(newestFirst) => <ExpansionTable expansions={newestFirst} />}
      </JobList>
    </>
  );
}

function ExpansionTable({ expansions }: { expansions: readonly Expansion[] }) {
  return (
    <div class="lab-scroll" tabIndex={0} role="group" aria-label={t('lab.area.waves')}>
      <table class="table lab-blocks" data-testid="lab-expansions">
        <thead>
          <tr>
            <th scope="col">{t('column.name')}</th>
            <th scope="col">{t('column.state')}</th>
            <th scope="col" class="right">
              {t('lab.regions')}
            </th>
            <th scope="col" class="right">
              {t('lab.objective')}
            </th>
            <th scope="col" class="right">
              {t('lab.seed')}
            </th>
            <th scope="col">{t('lab.startedAt')}</th>
          </tr>
        </thead>
        <tbody>
          {expansions.map((each) => (
            <tr key={each.expansion}>
              <th scope="row">
                <a href={`/lab/waves/${encodeURIComponent(each.expansion)}`}>{each.name}</a>
              </th>
              <td>
                <StateChip state={each.state} />
              </td>
              <td class="right" data-name={t('lab.regions')}>{number(each.regions)}</td>
              <td class="right" data-name={t('lab.objective')}>{objectiveText(each.goal, each.objective)}</td>
              <td class="right" data-name={t('lab.seed')}>{each.seed}</td>
              <td>{dayAndTime(each.at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
