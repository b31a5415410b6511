import { useState } from 'preact/hooks';
import { newCommandId, post } from '../api/client';
import type { DispatchOrder } from '../api/dispatchOrders';
import { t } from '../i18n/i18n';
import { tell } from '../shell/noticeList';
import { useTask } from '../ui/useTask';

/** Takes the driver's objection back in the driver's place: it keeps the vehicle in, and who says so says why. */
export function TakeBackForm({ order, path, onDone }: { order: DispatchOrder; path: string; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const { busy, run } = useTask();
  const takeBack = () =>
    run(async () => {
      await post(`${path}/answer`, { commandId: newCommandId(), version: order.version, onBehalf: reason.trim() });
      tell('done', t('orders.takenBack'));
      onDone();
    });
  return (
    <form
      class="order-sign"
      data-testid="take-back-form"
      onSubmit={(event) => {
        event.preventDefault();
        void takeBack();
      }}
    >
      <label class="labelled">
        <span>{t('orders.takeBackReason')}</span>
        <input required maxLength={500} value={reason} data-testid="take-back-reason" onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <button type="submit" class="button" disabled={busy || reason.trim() === ''} data-testid="take-back">
        {t('orders.takeBack')}
      </button>
    </form>
  );
}
