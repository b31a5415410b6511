import { explain } from '../../i18n/codes';
import { t } from '../../i18n/i18n';
import { Busy, Empty, Failed } from '../../ui/states';
import { loadPlans, nextWorkingDay, planDate, planError, planRows, showDate, today } from '../plans/planDay';
import { DistributorPlan } from './DistributorPlan';
import { PickBar } from './PickBar';

export function DispatchPanel() {
  const date = planDate.value;
  const rows = planRows.value;
  const now = today.value;
  const next = nextWorkingDay.value;
  return (
    <div class="dispatch" data-testid="dispatch-panel">
      <div class="date-bar">
        <div class="segmented" role="group" aria-label={t('plan.day')}>
          {now && (
            <button type="button" aria-pressed={date === now} data-testid="date-today" onClick={() => showDate(now)}>
              {t('plan.today')}
            </button>
          )}
          {next && next !== now && (
            <button type="button" aria-pressed={date === next} data-testid="date-next" onClick={() => showDate(next)}>
              {t('plan.next')}
            </button>
          )}
        </div>
        <input
          type="date"
          aria-label={t('plan.day')}
          value={date ?? ''}
          data-testid="plan-date"
          onChange={(event) => event.currentTarget.value && showDate(event.currentTarget.value)}
        />
      </div>
      <PickBar />
      {planError.value !== null && <Failed text={explain(planError.value)} onRetry={() => date && void loadPlans(date)} />}
      {rows === null && planError.value === null && <Busy />}
      {rows?.length === 0 && <Empty>{t('plan.noDistributor')}</Empty>}
      {rows?.map((row) => <DistributorPlan key={row.distributor} row={row} />)}
    </div>
  );
}
