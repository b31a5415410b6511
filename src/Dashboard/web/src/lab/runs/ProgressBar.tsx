import type { LabRun } from '../../api/lab';
import { percent } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { partDone } from './runProgress';

export function ProgressBar({ run }: { run: LabRun }) {
  const part = partDone(run);
  return (
    <span class="lab-progress">
      <progress max={1} value={part} aria-label={t('lab.progressOf', { name: run.name })} />
      <span>{percent(part)}</span>
    </span>
  );
}
