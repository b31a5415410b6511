import { useState } from 'preact/hooks';
import { t } from '../i18n/i18n';
import { sendOfTrip } from '../offline/fieldQueue';
import { useTask } from '../ui/useTask';
import type { DriverOrder } from './useDriverOrder';

/** The driver says yes or no to the order, again whenever it has changed. */
export function OrderBanner({ path, snapshot }: DriverOrder) {
  const [objecting, setObjecting] = useState(false);
  const [objection, setObjection] = useState('');
  const { busy, run } = useTask();
  const order = snapshot.value?.order;
  if (!order || order.status !== 'Issued') return null;
  const answer = (text: string | null) =>
    run(async () => {
      await sendOfTrip(`${path}/answer`, t('order.label', { number: order.number }), { version: order.version, ...(text === null ? {} : { objection: text }) });
      snapshot.amend((old) => ({ ...old, order: { ...old.order, answer: { objection: text, at: new Date().toISOString() } } }));
      setObjecting(false);
      setObjection('');
    });

  return (
    <section class={`order-banner ${order.answer?.objection ? 'is-objected' : ''}`} data-testid="order-banner" data-version={order.version}>
      <strong>{t(order.version > 1 ? 'order.changed' : 'order.issued', { number: order.number, version: order.version })}</strong>
      {order.answer ? (
        <span class="muted" data-testid="order-answer">
          {order.answer.objection ? t('orders.objection', { text: order.answer.objection }) : t('order.accepted')}
        </span>
      ) : objecting ? (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void answer(objection.trim());
          }}
        >
          <label class="labelled">
            <span>{t('order.why')}</span>
            <input required maxLength={500} value={objection} data-testid="objection" onInput={(event) => setObjection(event.currentTarget.value)} />
          </label>
          <button type="submit" class="button field-wide" disabled={busy || objection.trim() === ''} data-testid="send-objection">
            {t('order.object')}
          </button>
        </form>
      ) : (
        <span class="next-stop-actions">
          <button type="button" class="button button-primary field-wide" disabled={busy} data-testid="accept-order" onClick={() => void answer(null)}>
            {t('order.accept')}
          </button>
          <button type="button" class="button field-wide" disabled={busy} data-testid="object-order" onClick={() => setObjecting(true)}>
            {t('order.object')}
          </button>
        </span>
      )}
    </section>
  );
}
