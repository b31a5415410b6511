import type { LabRun } from '../../api/lab';
import { dayAndTime } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { navigate } from '../../shell/router';
import { useRuns } from '../runs/useRun';
import { comparable } from './comparable';

/** Another run of the same seed to hold this one against. */
export function CompareWith({ run }: { run: LabRun }) {
  const runs = useRuns();
  const others = comparable(run, runs.value ?? []);
  return (
    <label class="lab-inline">
      <span>{t('lab.compareWith')}</span>
      <select
        value=""
        disabled={others.length === 0}
        data-testid="lab-compare-with"
        onChange={(event) => event.currentTarget.value && navigate(`/lab/compare?left=${encodeURIComponent(run.run)}&right=${encodeURIComponent(event.currentTarget.value)}`)}
      >
        <option value="">{t(others.length === 0 ? 'lab.noOther' : 'lab.chooseRun')}</option>
        {others.map((other) => (
          <option key={other.run} value={other.run}>
            {t('lab.runOf', { name: other.name, version: other.version })} · {dayAndTime(other.at)}
          </option>
        ))}
      </select>
    </label>
  );
}
