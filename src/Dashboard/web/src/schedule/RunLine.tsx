import type { ScheduleProgress } from '../api/schedules';
import { explainCode } from '../i18n/codes';
import { money, none, number } from '../i18n/format';
import { t } from '../i18n/i18n';
import { rights } from '../session/session';
import { useTask } from '../ui/useTask';

interface Props {
  run: ScheduleProgress;
  /** Another run goes on. */
  isBusy: boolean;
  onStop: () => Promise<void>;
  onAgain: () => Promise<void>;
}

/** How a run goes on, and the button that ends it with its best so far; or why it failed, and the button that runs it again. */
export function RunLine({ run, isBusy, onStop, onAgain }: Props) {
  const task = useTask();
  if (run.status === 'Failed')
    return (
      <div class="schedule-going">
        <p class="problem" role="alert" data-testid="schedule-failed">
          {explainCode(run.refusalCode ?? 'run.failed', run.detail ?? {})}
        </p>
        {rights.value.planDeliveries && (
          <button type="button" class="button" disabled={isBusy || task.busy} data-testid="schedule-again" onClick={() => void task.run(onAgain)}>
            {t('schedule.again')}
          </button>
        )}
      </div>
    );
  const limit = run.options.timeLimit;
  return (
    <section class="schedule-going" aria-label={t('schedule.progress')} data-testid="schedule-going" data-status={run.status}>
      <progress aria-label={t('schedule.progress')} max={limit ?? undefined} value={limit === null || run.status === 'Waiting' ? undefined : Math.min(run.elapsed, limit)} />
      <span>
        {[
          t(`runStatus.${run.status}`),
          limit === null ? t('unit.seconds', { value: run.elapsed }) : t('run.elapsedOf', { seconds: run.elapsed, limit }),
          t('schedule.iterationsDone', { value: number(run.iterations) }),
          t('schedule.bestCost', { cost: run.cost == null ? none : money(run.cost) }),
        ].join(' · ')}
      </span>
      {rights.value.planDeliveries && (
        <button type="button" class="button" disabled={task.busy} data-testid="schedule-stop" onClick={() => void task.run(onStop)}>
          {t('run.stop')}
        </button>
      )}
    </section>
  );
}
