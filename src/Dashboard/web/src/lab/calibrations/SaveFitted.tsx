import { useState } from 'preact/hooks';
import type { Calibration } from '../../api/calibration';
import { newCommandId, post } from '../../api/client';
import { labPath, type ScenarioContent } from '../../api/lab';
import { explain } from '../../i18n/codes';
import { t } from '../../i18n/i18n';

interface Props {
  calibration: Calibration;
  scenario: ScenarioContent | null;
}

/** Keeps the scenario at the medians, as a scenario of its own or as the next version of the one that was fitted. */
export function SaveFitted({ calibration, scenario }: Props) {
  const [name, setName] = useState(t('lab.fittedName', { name: calibration.name }));
  const [saved, setSaved] = useState<{ id: string; version: number } | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const save = async (body: { name: string } | { baseVersion: number }) => {
    setBusy(true);
    setError(null);
    try {
      setSaved(await post<{ id: string; version: number }>(`${labPath}/calibrations/${encodeURIComponent(calibration.calibration)}/scenario`, { commandId: newCommandId(), ...body }));
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      class="lab-start"
      aria-label={t('lab.saveFitted')}
      onSubmit={(event) => {
        event.preventDefault();
        void save({ name: name.trim() });
      }}
    >
      <p>{t('lab.saveFittedHint')}</p>
      <div class="lab-bar">
        <label class="lab-inline">
          <span>{t('lab.path.name')}</span>
          <input type="text" required maxLength={200} value={name} data-testid="lab-fitted-name" onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <button type="submit" class="button button-primary" disabled={busy || name.trim() === ''} data-testid="lab-save-fitted">
          {t('lab.saveFitted')}
        </button>
        {scenario && (
          <button type="button" class="button" disabled={busy} data-testid="lab-save-fitted-version" onClick={() => void save({ baseVersion: scenario.version })}>
            {t('lab.saveFittedVersion', { name: scenario.name })}
          </button>
        )}
      </div>
      {saved && (
        <p role="status" data-testid="lab-fitted-saved">
          {t('lab.saved', { version: saved.version })} <a href={`/lab/scenarios/${encodeURIComponent(saved.id)}`}>{t('lab.openScenario')}</a>
          {' · '}
          <a href={`/lab/runs?left=${encodeURIComponent(saved.id)}`}>{t('lab.runThis')}</a>
        </p>
      )}
      {error !== null && (
        <p class="problem" role="alert">
          {explain(error)}
        </p>
      )}
    </form>
  );
}
