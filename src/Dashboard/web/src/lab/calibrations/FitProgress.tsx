import type { Calibration } from '../../api/calibration';
import { number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { isOver } from '../runs/runProgress';

/** Runs so far of the most there may be: a fit ends sooner where it comes no nearer. */
export function FitProgress({ calibration }: { calibration: Calibration }) {
  const over = isOver(calibration.state);
  return (
    <span class="lab-progress">
      {!over && <progress max={Math.max(1, calibration.mostRuns)} value={calibration.runs} aria-label={t('lab.progressOf', { name: calibration.name })} />}
      <span>{over ? t('lab.fitRuns', { value: number(calibration.runs) }) : t('lab.fitRunsOf', { value: number(calibration.runs), of: number(calibration.mostRuns) })}</span>
    </span>
  );
}
