import type { LabRun } from '../../api/lab';
import { dayAndTime, number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { navigate } from '../../shell/router';
import { ProgressBar } from './ProgressBar';
import { StartForm } from './StartForm';
import { JobList } from '../jobs/JobList';
import { StartFromScenario } from '../jobs/StartFromScenario';
import { StateChip } from '../jobs/StateChip';
import { useRuns } from './useRun';

/** Runs (仿真运行): start one, and see those that there are. */
export function RunListPage({ wanted }: { wanted: string | null }) {
  const runs = useRuns();
  return (
    <>
      <div class="page-head">
        <h1>{t('lab.area.runs')}</h1>
      </div>
      <p class="muted">{t('lab.runsIntro')}</p>
      <StartFromScenario>
        {(scenarios) => <StartForm scenarios={scenarios} wanted={wanted} onStarted={(run) => navigate(`/lab/runs/${encodeURIComponent(run)}`)} />}
      </StartFromScenario>
      <JobList list={runs} none={t('lab.noRuns')}>
        {(newestFirst) => <RunTable runs={newestFirst} />}
      </JobList>
    </>
  );
}

function RunTable({ runs }: { runs: readonly LabRun[] }) {
  return (
    <div class="lab-scroll" tabIndex={0} role="group" aria-label={t('lab.area.runs')}>
      <table class="table lab-blocks" data-testid="lab-runs">
        <thead>
          <tr>
            <th scope="col">{t('lab.scenario')}</th>
            <th scope="col">{t('column.state')}</th>
            <th scope="col">{t('lab.progress')}</th>
            <th scope="col" class="right">
              {t('lab.replications')}
            </th>
            <th scope="col" class="right">
              {t('lab.seed')}
            </th>
            <th scope="col">{t('lab.startedAt')}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.run} data-run={run.run}>
              <th scope="row">
                <a href={`/lab/runs/${encodeURIComponent(run.run)}`}>{t('lab.runOf', { name: run.name, version: run.version })}</a>
                {run.sensitivity && <span class="chip">{t('lab.sensitivity')}</span>}
              </th>
              <td>
                <StateChip state={run.state} />
              </td>
              <td>
                <ProgressBar run={run} />
              </td>
              <td class="right" data-name={t('lab.replications')}>{number(run.replications)}</td>
              <td class="right" data-name={t('lab.seed')}>{run.seed}</td>
              <td>{dayAndTime(run.at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
