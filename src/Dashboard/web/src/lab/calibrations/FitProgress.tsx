import type { Calibration } from '../../api/calibration';
import { number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { isOver } from '../jobs/jobState';

/** Runs so far of the most there may be: a fit ends sooner where it comes no nearer. */
export function FitProgress({ calibration }: { calibration: Calibration }) {
  const over = isOver(calibration.state);
  const { runs, mostRuns, phase, name } = calibration;
  const text = over ? t('lab.fitRuns', { value: number(runs) }) : phase === 'forecast' ? t('lab.fitForecasting', { value: number(runs) }) : t('lab.fitRunsOf', { value: number(runs), of: number(mostRuns) });
  return (
    <span class="lab-progress">
      {!over && <progress max={Math.max(1, mostRuns)} value={Math.min(runs, mostRuns)} aria-label={t('lab.progressOf', { name })} />}
      <span>{text}</span>
    </span>
  );
}
