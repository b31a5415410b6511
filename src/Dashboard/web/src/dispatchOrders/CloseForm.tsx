import { useState } from 'preact/hooks';
import { newCommandId, post } from '../api/client';
import type { DispatchOrderSnapshot } from '../api/dispatchOrders';
import { money, number, regionCurrency } from '../i18n/format';
import { t } from '../i18n/i18n';
import { productName } from '../region/names';
import { tell } from '../shell/noticeList';
import { useTask } from '../ui/useTask';
import { difference, minorUnits } from './reconcile';

interface Props {
  snapshot: DispatchOrderSnapshot;
  path: string;
  onClosed: () => void;
}

/** Counts goods and cash back and closes the order; what does not add up needs a reason. */
export function CloseForm({ snapshot, path, onClosed }: Props) {
  const { order, outcome } = snapshot;
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency: regionCurrency.value }).resolvedOptions().maximumFractionDigits ?? 2;
  const [back, setBack] = useState<Record<string, number>>(() => Object.fromEntries(outcome.goods.map((balance) => [balance.product, balance.loaded - balance.delivered])));
  const [figures, setFigures] = useState({ start: '', end: '', fuel: '', tolls: '', cash: String(outcome.cashCollected / 10 ** digits), note: '' });
  const { busy, run } = useTask();
  const set = (name: keyof typeof figures) => (event: { currentTarget: { value: string } }) => setFigures({ ...figures, [name]: event.currentTarget.value });

  const returned = Object.entries(back).filter(([, count]) => count > 0).map(([product, count]) => ({ product, cases: count }));
  const [fuel, tolls, cash] = [figures.fuel, figures.tolls, figures.cash].map((text) => minorUnits(text, digits));
  const left = difference(outcome, { returned, cashCounted: cash ?? 0 });
  const complete = fuel !== null && tolls !== null && cash !== null && (figures.start === '') === (figures.end === '');
  const close = () =>
    run(async () => {
      await post(`${path}/close`, {
        commandId: newCommandId(),
        version: order.version,
        actuals: {
          fuel,
          tolls,
          cashCounted: cash,
          returned,
          ...(figures.start === '' ? {} : { odometerStart: Math.round(Number(figures.start) * 1000), odometerEnd: Math.round(Number(figures.end) * 1000) }),
          ...(figures.note.trim() === '' ? {} : { note: figures.note.trim() }),
        },
      });
      tell('done', t('orders.closed', { number: order.number }));
      onClosed();
    });

  return (
    <form
      class="order-close"
      data-testid="close-form"
      onSubmit={(event) => {
        event.preventDefault();
        void close();
      }}
    >
      <h3>{t('orders.close')}</h3>
      {outcome.isOut && <p class="muted">{t('orders.isOut')}</p>}
      <div class="order-close-fields">
        <Figure label={t('orders.odometerStart')} value={figures.start} onInput={set('start')} />
        <Figure label={t('orders.odometerEnd')} value={figures.end} onInput={set('end')} />
        <Figure label={t('orders.fuel')} value={figures.fuel} onInput={set('fuel')} />
        <Figure label={t('orders.tolls')} value={figures.tolls} onInput={set('tolls')} />
        <Figure label={t('orders.cashCounted')} value={figures.cash} onInput={set('cash')} testId="cash-counted" />
        {outcome.goods.map((balance) => (
          <Figure
            key={balance.product}
            label={t('orders.returnedOf', { product: productName(balance.product) })}
            value={String(back[balance.product] ?? 0)}
            onInput={(event) => setBack({ ...back, [balance.product]: Math.max(0, Math.trunc(Number(event.currentTarget.value) || 0)) })}
            testId="goods-returned"
          />
        ))}
      </div>
      {left.any && (
        <p class="warning-text" role="status" data-testid="close-difference">
          {t('orders.difference', { cases: number(left.cases), cash: money(left.cash) })}
        </p>
      )}
      <label class="labelled">
        <span>{t(left.any ? 'orders.why' : 'orders.note')}</span>
        <input value={figures.note} required={left.any} data-testid="close-note" onInput={set('note')} />
      </label>
      <button type="submit" class="button button-primary" disabled={busy || outcome.isOut || !complete} data-testid="close-order">
        {t('orders.close')}
      </button>
    </form>
  );
}

function Figure({ label, value, onInput, testId }: { label: string; value: string; onInput: (event: { currentTarget: HTMLInputElement }) => void; testId?: string }) {
  return (
    <label class="labelled">
      <span>{label}</span>
      <input type="text" inputMode="decimal" value={value} data-testid={testId} onInput={onInput} />
    </label>
  );
}
