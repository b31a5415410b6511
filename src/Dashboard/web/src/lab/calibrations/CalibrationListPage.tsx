import type { Calibration } from '../../api/calibration';
import { dayAndTime, number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { navigate } from '../../shell/router';
import { JobList } from '../jobs/JobList';
import { StartFromScenario } from '../jobs/StartFromScenario';
import { StateChip } from '../jobs/StateChip';
import { StartCalibration } from './StartCalibration';
import { FitProgress } from './FitProgress';
import { useCalibrations } from './useCalibration';

/** Calibration (校准): fits a scenario to what its market really bought, and shows whether it can be trusted. */
export function CalibrationListPage({ wanted }: { wanted: string | null }) {
  const list = useCalibrations();
  return (
    <>
      <div class="page-head">
        <h1>{t('lab.area.calibrations')}</h1>
      </div>
      <p class="muted">{t('lab.calibrationsIntro')}</p>
      <StartFromScenario>
        {(scenarios) => <StartCalibration scenarios={scenarios} wanted={wanted} onStarted={(id) => navigate(`/lab/calibrations/${encodeURIComponent(id)}`)} />}
      </StartFromScenario>
      <JobList list={list} none={t('lab.noCalibrations')}>
        {(newestFirst) => <CalibrationTable list={newestFirst} />}
      </JobList>
    </>
  );
}

function CalibrationTable({ list }: { list: readonly Calibration[] }) {
  return (
    <div class="lab-scroll" tabIndex={0} role="group" aria-label={t('lab.area.calibrations')}>
      <table class="table lab-blocks" data-testid="lab-calibrations">
        <thead>
          <tr>
            <th scope="col">{t('lab.scenario')}</th>
            <th scope="col">{t('column.state')}</th>
            <th scope="col">{t('lab.progress')}</th>
            <th scope="col" class="right">
              {t('lab.parameters')}
            </th>
            <th scope="col" class="right">
              {t('lab.holdOutWeeks')}
            </th>
            <th scope="col" class="right">
              {t('lab.deliveries')}
            </th>
            <th scope="col">{t('lab.startedAt')}</th>
          </tr>
        </thead>
        <tbody>
          {list.map((each) => (
            <tr key={each.calibration} data-calibration={each.calibration}>
              <th scope="row">
                <a href={`/lab/calibrations/${encodeURIComponent(each.calibration)}`}>{t('lab.runOf', { name: each.name, version: each.version })}</a>
              </th>
              <td>
                <StateChip state={each.state} />
              </td>
              <td>
                <FitProgress calibration={each} />
              </td>
              <td class="right" data-name={t('lab.parameters')}>{number(each.parameters.length)}</td>
              <td class="right" data-name={t('lab.holdOutWeeks')}>{number(each.holdOutWeeks)}</td>
              <td class="right" data-name={t('lab.deliveries')}>{number(each.deliveries)}</td>
              <td>{dayAndTime(each.at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
