import type { DeliveryPlan } from '../../api/deliveryPlans';
import { day, money } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { distributorName } from '../../region/names';
import { tell } from '../../shell/noticeList';
import { Dialog } from '../../ui/Dialog';
import { useTask } from '../../ui/useTask';
import { closePanel } from '../actions/panels';
import { breachText } from '../edits/changeWords';
import { publish } from '../plans/planDay';

/** A plan that breaks rules is published only after somebody has read which ones. */
export function PublishDialog({ plan }: { plan: DeliveryPlan }) {
  const task = useTask();
  const open = plan.breaches.filter((breach) => !breach.isAllowed);
  const price = plan.breaches.reduce((sum, breach) => sum + breach.price, 0);
  const send = () =>
    task.run(async () => {
      if (!(await publish(plan, true))) return;
      closePanel();
      tell('done', t('plan.publishedNotice', { name: distributorName(plan.distributor), day: day(plan.date) }));
    });
  return (
    <Dialog title={t('publish.title', { version: plan.version })} onClose={closePanel} testId="publish-dialog">
      <p>{open.length > 0 ? t('publish.open', { count: open.length }) : t('publish.allowed', { count: plan.breaches.length })}</p>
      <ul class="breach-list publish-breaches" tabIndex={0} aria-label={t('publish.breaches')}>
        {plan.breaches.map((breach) => (
          <li key={`${breach.rule} ${breach.vehicle} ${breach.order}`} class={breach.isAllowed ? 'breach is-allowed' : 'breach'} data-testid="publish-breach" data-rule={breach.rule}>
            {breachText(breach)}
          </li>
        ))}
      </ul>
      {price > 0 && <p class="muted">{t('publish.price', { price: money(price) })}</p>}
      <div class="dialog-actions">
        <button type="button" class="button" onClick={closePanel}>
          {t('action.cancel')}
        </button>
        <button type="button" class="button button-primary" disabled={task.busy} data-testid="publish-confirm" onClick={() => void send()}>
          {t('publish.confirm')}
        </button>
      </div>
    </Dialog>
  );
}
