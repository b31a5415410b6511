import type { Calibration } from '../../api/calibration';
import { labPath, type ScenarioContent } from '../../api/lab';
import { explain } from '../../i18n/codes';
import { dayAndTime, number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { Busy, Failed } from '../../ui/states';
import { useRemote } from '../../ui/useRemote';
import { JobMonitor } from '../jobs/JobMonitor';
import { FitProgress } from './FitProgress';
import { FitView } from './FitView';
import { PopulationTable } from './PopulationTable';
import { useCalibration } from './useCalibration';

/** A fit while it goes on, and what came of it. */
export function CalibrationPage({ id }: { id: string }) {
  const found = useCalibration(id);
  // For the regions' names only: a scenario that was removed since leaves their places.
  const scenario = useRemote<ScenarioContent>(found.value ? `${labPath}/scenarios/${encodeURIComponent(found.value.scenario)}` : null);
  if (found.value === null) return found.error === null ? <Busy /> : <Failed text={explain(found.error)} onRetry={found.reload} />;
  const each = found.value;
  return (
    <>
      <Monitor calibration={each} onChanged={found.reload} />
      {found.error !== null && <Failed text={explain(found.error)} onRetry={found.reload} />}
      {each.fit && <FitView calibration={each} fit={each.fit} scenario={scenario.value} />}
    </>
  );
}

function Monitor({ calibration, onChanged }: { calibration: Calibration; onChanged: () => void }) {
  const facts = [
    t(calibration.history === 'live' ? 'lab.deliveriesLive' : 'lab.deliveriesRows', { count: calibration.deliveries, value: number(calibration.deliveries) }),
    t('lab.heldOutOf', { count: calibration.holdOutWeeks, value: number(calibration.holdOutWeeks) }),
    t('lab.seedOf', { seed: calibration.seed }),
    t('lab.seconds', { value: number(Math.round(calibration.seconds)) }),
    dayAndTime(calibration.at),
  ];
  return (
    <JobMonitor kind="calibration" id={calibration.calibration} job={calibration} progress={<FitProgress calibration={calibration} />} facts={facts} onChanged={onChanged}>
      {calibration.populations.length > 0 && <PopulationTable populations={calibration.populations} />}
    </JobMonitor>
  );
}
