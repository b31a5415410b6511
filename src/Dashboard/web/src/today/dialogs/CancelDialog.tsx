import { useState } from 'preact/hooks';
import { newCommandId, post } from '../../api/client';
import type { DeliveryPlan } from '../../api/deliveryPlans';
import { explain } from '../../i18n/codes';
import { cases } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { outletName } from '../../region/names';
import { tell } from '../../shell/noticeList';
import { Dialog } from '../../ui/Dialog';
import { Busy } from '../../ui/states';
import { useTask } from '../../ui/useTask';
import { closePanel } from '../actions/panels';
import { ChangeView } from '../edits/ChangeView';
import { holdStops } from '../edits/planEdits';
import { sendEdits } from '../edits/sending';
import { planOf } from '../plans/planDay';
import { NoteInput } from './fields';
import { useOrders } from './useOrders';
import { usePreview } from './usePreview';

/** Cancels an order at its outlet and takes it out of the plan. */
export function CancelDialog({ plan, order }: { plan: DeliveryPlan; order: string }) {
  const { terminal, orders, error } = useOrders(order);
  const [chosen, setChosen] = useState(order);
  const [reason, setReason] = useState('');
  const task = useTask();
  // Without its only order the stop is gone: what that saves is what holding it back would save.
  const preview = usePreview(plan, orders?.length === 1 ? [holdStops([order], 'CustomerAsked', '')] : null);
  const cancel = () =>
    task.run(async () => {
      await post(`/api/terminals/${encodeURIComponent(terminal)}/cancel-order`, { commandId: newCommandId(), order: chosen, reason: reason.trim() });
      closePanel();
      const now = planOf(plan.distributor);
      if (now) await sendEdits(now, [{ kind: 'take-in-orders' }], t('cancel.done'));
      tell('done', t('cancel.done'));
    });
  return (
    <Dialog title={t('cancel.title', { name: outletName(terminal) })} onClose={closePanel} testId="cancel-dialog">
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void cancel();
        }}
      >
        {orders === null && (error ? <p class="problem">{explain(error)}</p> : <Busy />)}
        {orders?.length === 0 && <p class="problem">{t('cancel.none')}</p>}
        {(orders?.length ?? 0) > 0 && (
          <div class="option-list" role="radiogroup" aria-label={t('terminal.orders')}>
            {orders?.map((each) => (
              <label key={each.id} class={`option ${chosen === each.id ? 'is-active' : ''}`}>
                <input type="radio" name="cancel-order" checked={chosen === each.id} onChange={() => setChosen(each.id)} />
                <span class="mono">{each.id}</span>
                <span>{cases(each.lines.reduce((sum, line) => sum + line.cases, 0))}</span>
              </label>
            ))}
          </div>
        )}
        <NoteInput label={t('field.reason')} value={reason} onValue={setReason} required />
        {preview.change && <ChangeView change={{ ...preview.change, unserved: 0 }} />}
        <div class="dialog-actions">
          <button type="button" class="button" onClick={closePanel}>
            {t('action.cancel')}
          </button>
          <button type="submit" class="button button-primary" disabled={task.busy || reason.trim() === '' || !orders?.some((each) => each.id === chosen)} data-testid="cancel-apply">
            {t('cancel.apply')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
