import { useState } from 'preact/hooks';
import { newCommandId, post } from '../../api/client';
import { labPath, type RunResult } from '../../api/lab';
import { explain } from '../../i18n/codes';
import { dayAndTime } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { navigate } from '../../shell/router';
import { Dialog } from '../../ui/Dialog';
import { useRemote } from '../../ui/useRemote';
import { regionName } from '../figures';
import { hasResult } from '../runs/runProgress';
import { useRuns } from '../runs/useRun';

/** Freezes a region of a finished run. */
export function FreezeDialog({ run: wanted, onClose }: { run: string | null; onClose: () => void }) {
  const runs = (useRuns().value ?? []).filter((each) => hasResult(each) && each.sensitivity === null);
  const [picked, setPicked] = useState(wanted);
  const run = runs.find((each) => each.run === picked)?.run ?? runs.at(-1)?.run ?? null;
  const result = useRemote<RunResult>(run ? `${labPath}/runs/${encodeURIComponent(run)}/result` : null);
  const regions = result.value?.inputs.map((each) => each.region) ?? [];
  const [chosen, setChosen] = useState('');
  const region = regions.includes(chosen) ? chosen : (regions[0] ?? '');
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [command] = useState(newCommandId);
  const send = async () => {
    setBusy(true);
    setError(null);
    try {
      const { id } = await post<{ id: string }>(`${labPath}/templates`, { commandId: command, run, region, name: name.trim() });
      navigate(`/lab/templates/${encodeURIComponent(id)}`);
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('lab.freezeRegion')} onClose={onClose} testId="lab-freeze-dialog">
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p class="muted">{t(runs.length === 0 ? 'lab.nothingToFreeze' : 'lab.freezeHint')}</p>
        <label class="labelled">
          <span>{t('lab.fromRun')}</span>
          <select value={run ?? ''} onChange={(event) => setPicked(event.currentTarget.value)}>
            {runs.map((each) => (
              <option key={each.run} value={each.run}>
                {t('lab.runOf', { name: each.name, version: each.version })} · {dayAndTime(each.at)}
              </option>
            ))}
          </select>
        </label>
        <label class="labelled">
          <span>{t('region.label')}</span>
          <select value={region} data-testid="lab-freeze-region" onChange={(event) => setChosen(event.currentTarget.value)}>
            {regions.map((each) => (
              <option key={each} value={each}>
                {regionName(each)}
              </option>
            ))}
          </select>
        </label>
        <label class="labelled">
          <span>{t('column.name')}</span>
          <input type="text" required maxLength={200} autofocus value={name} data-testid="lab-freeze-name" onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        {error !== null && (
          <p class="problem" role="alert">
            {explain(error)}
          </p>
        )}
        <div class="lab-actions">
          <button type="button" class="button" onClick={onClose}>
            {t('action.cancel')}
          </button>
          <button type="submit" class="button button-primary" disabled={busy || name.trim() === '' || region === ''} data-testid="lab-freeze-send">
            {t(busy ? 'lab.freezing' : 'lab.freezeSend')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
