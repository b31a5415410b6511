import { useState } from 'preact/hooks';
import { get, newCommandId, post } from '../../api/client';
import { labPath } from '../../api/lab';
import type { ClockState } from '../../api/live';
import { explain } from '../../i18n/codes';
import { dateOf } from '../../i18n/format';
import { localized, t } from '../../i18n/i18n';
import { regionId, regions } from '../../region/regionStore';
import { navigate } from '../../shell/router';
import { Dialog } from '../../ui/Dialog';
import { daysBefore } from './daysBefore';

const usualDays = 182;
const usualWeeks = 6;
const moments = ['now', 'weeks', 'day', 'position'] as const;

/** A live region, as it is now or was at a position of the journal, as a scenario to start from. */
export function BranchDialog({ onClose }: { onClose: () => void }) {
  const known = regions.value;
  const [region, setRegion] = useState(regionId.value ?? known[0]?.id ?? '');
  const [name, setName] = useState('');
  const [days, setDays] = useState(usualDays);
  const [moment, setMoment] = useState<(typeof moments)[number]>('now');
  const [weeks, setWeeks] = useState(usualWeeks);
  const [day, setDay] = useState('');
  const [position, setPosition] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [command] = useState(newCommandId);
  const send = async () => {
    setBusy(true);
    setError(null);
    try {
      const began = async (on: string) => (await get<{ position: number }>(`${labPath}/past?${new URLSearchParams({ region, day: on })}`)).position;
      const today = async () => dateOf((await get<ClockState>(`/api/regions/${encodeURIComponent(region)}/clock`)).now);
      const then = moment === 'weeks' ? await began(daysBefore(await today(), 7 * weeks)) : moment === 'day' ? await began(day) : moment === 'position' ? position : null;
      const branched = await post<{ id: string }>(`${labPath}/scenarios/branch`, { commandId: command, region, position: then, name: name.trim(), days: moment === 'weeks' ? 7 * weeks : days });
      onClose();
      navigate(`/lab/scenarios/${encodeURIComponent(branched.id)}`);
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('lab.branch')} onClose={onClose} testId="lab-branch-dialog">
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p class="muted">{t('lab.branchHint')}</p>
        <label class="labelled">
          <span>{t('region.label')}</span>
          <select value={region} data-testid="lab-branch-region" onChange={(event) => setRegion(event.currentTarget.value)}>
            {known.map((each) => (
              <option key={each.id} value={each.id}>
                {localized(each.name)}
              </option>
            ))}
          </select>
        </label>
        <label class="labelled">
          <span>{t('lab.path.name')}</span>
          <input type="text" required maxLength={200} autofocus value={name} data-testid="lab-branch-name" onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        {moment !== 'weeks' && (
          <label class="labelled">
            <span>{t('lab.path.days')}</span>
            <input type="number" required min={1} max={3650} value={days} data-testid="lab-branch-days" onInput={(event) => setDays(Number(event.currentTarget.value))} />
          </label>
        )}
        <label class="labelled">
          <span>{t('lab.branchMoment')}</span>
          <select value={moment} data-testid="lab-branch-moment" onChange={(event) => setMoment(event.currentTarget.value as (typeof moments)[number])}>
            {moments.map((each) => (
              <option key={each} value={each}>
                {t(`lab.moment.${each}`)}
              </option>
            ))}
          </select>
        </label>
        {moment === 'weeks' && (
          <label class="labelled">
            <span>{t('lab.momentWeeks')}</span>
            <input type="number" required min={4} max={520} value={weeks} aria-describedby="lab-weeks-hint" data-testid="lab-branch-weeks" onInput={(event) => setWeeks(Number(event.currentTarget.value))} />
            <span class="hint" id="lab-weeks-hint">
              {t('lab.momentWeeksHint')}
            </span>
          </label>
        )}
        {moment === 'day' && (
          <label class="labelled">
            <span>{t('lab.momentDay')}</span>
            <input type="date" required value={day} aria-describedby="lab-day-hint" data-testid="lab-branch-day" onInput={(event) => setDay(event.currentTarget.value)} />
            <span class="hint" id="lab-day-hint">
              {t('lab.momentDayHint')}
            </span>
          </label>
        )}
        {moment === 'position' && (
          <label class="labelled">
            <span>{t('lab.position')}</span>
            <input type="number" required min={1} value={position ?? ''} data-testid="lab-branch-position" onInput={(event) => setPosition(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))} />
          </label>
        )}
        {error !== null && (
          <p class="problem" role="alert">
            {explain(error)}
          </p>
        )}
        <div class="lab-actions">
          <button type="button" class="button" onClick={onClose}>
            {t('action.cancel')}
          </button>
          <button type="submit" class="button button-primary" disabled={busy || name.trim() === ''} data-testid="lab-branch-send">
            {t('lab.branchSend')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
