import { newCommandId, post } from '../../api/client';
import type { Calibration } from '../../api/calibration';
import { labPath, type ScenarioContent } from '../../api/lab';
import { explain } from '../../i18n/codes';
import { dayAndTime, number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { navigate } from '../../shell/router';
import { Busy, Failed } from '../../ui/states';
import { useRemote } from '../../ui/useRemote';
import { useTask } from '../../ui/useTask';
import { isOver } from '../runs/runProgress';
import { StateChip } from '../runs/StateChip';
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
  const over = isOver(calibration.state);
  const { busy, run: act } = useTask();
  const path = `${labPath}/calibrations/${encodeURIComponent(calibration.calibration)}`;
  const title = t('lab.runOf', { name: calibration.name, version: calibration.version });
  const stop = () =>
    act(async () => {
      await post(`${path}/stop`, { commandId: newCommandId() });
      onChanged();
    });
  const again = () =>
    act(async () => {
      const next = await post<{ calibration: string }>(`${path}/again`, { commandId: newCommandId() });
      navigate(`/lab/calibrations/${encodeURIComponent(next.calibration)}`);
    });
  return (
    <section class="lab-monitor" aria-label={title} data-testid="lab-calibration" data-state={calibration.state}>
      <div class="page-head">
        <h1>{title}</h1>
        <StateChip state={calibration.state} />
        {!over && (
          <button type="button" class="button" disabled={busy} data-testid="lab-fit-stop" onClick={() => void stop()}>
            {t('lab.stop')}
          </button>
        )}
        {over && (
          <button type="button" class={`button ${calibration.state === 'interrupted' ? 'button-primary' : ''}`} disabled={busy} data-testid="lab-fit-again" onClick={() => void again()}>
            {t('lab.again')}
          </button>
        )}
        <a class="button button-quiet" href={`/lab/scenarios/${encodeURIComponent(calibration.scenario)}`}>
          {t('lab.scenario')}
        </a>
      </div>
      <FitProgress calibration={calibration} />
      <p class="muted">
        {[
          t(calibration.history === 'live' ? 'lab.deliveriesLive' : 'lab.deliveriesRows', { count: calibration.deliveries, value: number(calibration.deliveries) }),
          t('lab.heldOutOf', { count: calibration.holdOutWeeks, value: number(calibration.holdOutWeeks) }),
          t('lab.seedOf', { seed: calibration.seed }),
          t('lab.seconds', { value: number(Math.round(calibration.seconds)) }),
          dayAndTime(calibration.at),
        ].join(' · ')}
      </p>
      {calibration.state === 'interrupted' && <p class="lab-note">{t('lab.interruptedHint')}</p>}
      {calibration.error && (
        <p class="problem" role="alert">
          {t('lab.failedWith', { error: calibration.error })}
        </p>
      )}
      {!over && calibration.populations.length > 0 && <PopulationTable populations={calibration.populations} />}
    </section>
  );
}
