import type { ScheduleProgress } from '../api/schedules';
import { explainCode } from '../i18n/codes';
import { money, none, number } from '../i18n/format';
import { t } from '../i18n/i18n';
import { rights } from '../session/session';
import { useTask } from '../ui/useTask';

/** How a run goes on, and the button that ends it with its best so far; or why it failed. */
export function RunLine({ run, onStop }: { run: ScheduleProgress; onStop: () => Promise<void> }) {
  const task = useTask();
  if (run.status === 'Failed')
    return (
      <p class="problem" role="alert" data-testid="schedule-failed">
        {explainCode(run.refusalCode ?? 'run.failed', run.detail ?? {})}
      </p>
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
