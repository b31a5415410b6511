import { useState } from 'preact/hooks';
import type { ReplenishmentPolicy, ScheduleOptions } from '../api/schedules';
import { t } from '../i18n/i18n';
import { NumberInput } from '../today/dialogs/fields';
import { useTask } from '../ui/useTask';
import { daysOf } from './grid';

interface Props {
  today: string;
  /** The options of the run on screen, to begin with. */
  like: ScheduleOptions | null;
  isBusy: boolean;
  onStart: (options: ScheduleOptions) => Promise<void>;
}

const policies: readonly ReplenishmentPolicy[] = ['MaximumLevel', 'OrderUpTo'];
const mostDays = 62;
const mostCoverDays = 366;
const mostSeconds = 600;

/** What to schedule: the days, how much a delivery brings, how long to search. */
export function ScheduleForm({ today, like, isBusy, onStart }: Props) {
  const [from, setFrom] = useState(daysOf(today, 2)[1]);
  const [days, setDays] = useState(like?.days ?? 14);
  const [policy, setPolicy] = useState<ReplenishmentPolicy>(like?.policy ?? 'MaximumLevel');
  const [coverDays, setCoverDays] = useState(like?.coverDays ?? 14);
  const [seconds, setSeconds] = useState(like?.timeLimit ?? 20);
  const [seed, setSeed] = useState(like?.seed ?? 1);
  const task = useTask();
  return (
    <form
      class="schedule-form"
      data-testid="schedule-form"
      onSubmit={(event) => {
        event.preventDefault();
        void task.run(() => onStart({ from, days: Math.round(days), policy, coverDays: Math.round(coverDays), seed: Math.round(seed), iterations: null, timeLimit: Math.round(seconds) }));
      }}
    >
      <label class="labelled">
        <span>{t('schedule.from')}</span>
        <input type="date" required min={today} value={from} data-testid="schedule-from" onInput={(event) => event.currentTarget.value && setFrom(event.currentTarget.value)} />
      </label>
      <NumberInput label={t('schedule.days')} value={days} min={1} max={mostDays} onValue={setDays} testId="schedule-days" />
      <label class="labelled">
        <span>{t('schedule.policy')}</span>
        <select value={policy} data-testid="schedule-policy" onChange={(event) => setPolicy(event.currentTarget.value as ReplenishmentPolicy)}>
          {policies.map((each) => (
            <option key={each} value={each}>
              {t(`schedule.policy.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <NumberInput label={t('schedule.coverDays')} value={coverDays} min={1} max={mostCoverDays} onValue={setCoverDays} testId="schedule-cover" />
      <NumberInput label={t('schedule.seconds')} value={seconds} min={1} max={mostSeconds} onValue={setSeconds} testId="schedule-seconds" />
      <NumberInput label={t('plan.seed')} value={seed} max={Number.MAX_SAFE_INTEGER} onValue={setSeed} testId="schedule-seed" />
      <button type="submit" class="button button-primary" disabled={isBusy || task.busy} data-testid="schedule-start">
        {t('schedule.start')}
      </button>
      <p class="hint schedule-hint">{t(`schedule.policyHint.${policy}`)}</p>
    </form>
  );
}
