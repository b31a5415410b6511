import { useState } from 'preact/hooks';
import type { DriverStop } from '../api/field';
import type { RefusalReason } from '../api/terminal';
import { refusalReason } from '../i18n/codes';
import { cases, clockTime, money, regionCurrency, timeOfDay } from '../i18n/format';
import { t } from '../i18n/i18n';
import { sendFromField, type FieldCommand } from '../offline/fieldQueue';
import { sendPicture } from '../offline/pictures';
import { productName } from '../region/names';
import type { FieldClock } from '../rep/fieldClock';
import { products } from '../region/regionStore';
import { tell } from '../shell/noticeList';
import { Stepper } from '../ui/Stepper';
import { PhotoField } from './PhotoField';
import { SignaturePad } from './SignaturePad';
import { useTask } from '../ui/useTask';

const reasons: readonly RefusalReason[] = ['OutletClosed', 'NoCash', 'NotOrdered', 'Damaged', 'NearExpiry', 'PriceDisagreement', 'OutOfStockAtDepot', 'Other'];
const methods = ['Cash', 'MobilePayment', 'BankTransfer'] as const;

interface Props {
  clock: FieldClock;
  stop: DriverStop;
  onDone: (change: Partial<DriverStop>) => void;
}

/** Arrive, hand over, take the money: one stop of a trip. */
export function DropCard({ clock, stop, onDone }: Props) {
  const [arrived, setArrived] = useState(false);
  const [arrivedAt, setArrivedAt] = useState<string | null>(null);
  const [delivered, setDelivered] = useState<Record<string, number>>(() => Object.fromEntries(stop.lines.map((line) => [line.product, line.cases])));
  const [refusal, setRefusal] = useState<RefusalReason>('None');
  const [amount, setAmount] = useState('');
  const [method, setMethod] = useState<(typeof methods)[number]>('Cash');
  const [photo, setPhoto] = useState<string | null>(null);
  const [signature, setSignature] = useState<string | null>(null);
  const { busy, run } = useTask();

  const handedOver = stop.lines.reduce((sum, line) => sum + (delivered[line.product] ?? 0), 0);
  const short = stop.lines.some((line) => (delivered[line.product] ?? 0) < line.cases);
  const worth = stop.lines.reduce((sum, line) => sum + (delivered[line.product] ?? 0) * (products.value.get(line.product)?.prices.terminalPerCase ?? 0), 0);

  const command = (verb: FieldCommand, body: Record<string, unknown>) => sendFromField(stop.terminal, stop.name, verb, body);
  const arrive = () =>
    run(async () => {
      setArrivedAt(await clock.moment());
      setArrived(true);
    });
  const deliver = () =>
    run(async () => {
      await command('receive-delivery', {
        ...(arrivedAt === null ? {} : { arrivedAt }),
        lines: stop.lines.map((line) => ({ product: line.product, delivered: delivered[line.product] ?? 0 })),
        refusal: short ? refusal : 'None',
        ...(photo === null ? {} : { photo: sendPicture(photo, stop.name, 'photo') }),
        ...(signature === null ? {} : { signature: sendPicture(signature, stop.name, 'signature') }),
      });
      onDone({ state: handedOver === 0 ? 'refused' : 'done', refusal: short ? refusal : 'None', cases: handedOver, onTime: stop.onTime });
    });
  const pay = () =>
    run(async () => {
      const digits = new Intl.NumberFormat('en', { style: 'currency', currency: regionCurrency.peek() }).resolvedOptions().maximumFractionDigits ?? 2;
      await command('receive-payment', { amount: Math.round(Number(amount) * 10 ** digits), method });
      setAmount('');
      tell('done', t('driver.paid'));
    });

  return (
    <div class="drop" data-testid="drop-card">
      <p class="muted">
        {t('stop.window', { from: timeOfDay(stop.window.start), to: timeOfDay(stop.window.end) })}
        {stop.phone && (
          <>
            {' · '}
            <a href={`tel:${stop.phone}`}>{stop.phone}</a>
          </>
        )}
      </p>
      {stop.state === 'planned' && !arrived && (
        <button type="button" class="button button-primary field-primary" data-testid="arrive" onClick={() => void arrive()}>
          {t('driver.arrive')}
        </button>
      )}
      {stop.state === 'planned' && arrived && (
        <>
          {arrivedAt !== null && <p class="muted">{t('driver.arrivedAt', { time: clockTime(arrivedAt) })}</p>}
          <ul class="count-list">
            {stop.lines.map((line) => (
              <li key={line.product}>
                <div class="count-name">
                  <strong>{productName(line.product)}</strong>
                  <span class="muted">{t('driver.ordered', { cases: cases(line.cases) })}</span>
                </div>
                <Stepper
                  label={t('driver.deliveredOf', { name: productName(line.product) })}
                  lessLabel={t('action.less')}
                  moreLabel={t('action.more')}
                  max={line.cases}
                  value={delivered[line.product] ?? 0}
                  testId={`delivered-${line.product}`}
                  onValue={(quantity) => setDelivered({ ...delivered, [line.product]: Math.min(line.cases, quantity ?? 0) })}
                />
              </li>
            ))}
          </ul>
          {short && (
            <label class="labelled">
              <span>{t('driver.reason')}</span>
              <select value={refusal} data-testid="refusal-reason" onChange={(event) => setRefusal(event.currentTarget.value as RefusalReason)}>
                <option value="None">{t('driver.chooseReason')}</option>
                {reasons.map((reason) => (
                  <option key={reason} value={reason}>
                    {refusalReason(reason)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <PhotoField taken={photo !== null} onPhoto={setPhoto} />
          <SignaturePad onSignature={setSignature} />
          <button type="button" class="button button-primary field-primary" disabled={busy || (short && refusal === 'None')} data-testid="deliver" onClick={() => void deliver()}>
            {t(handedOver === 0 ? 'driver.refuseAll' : 'driver.deliver', { cases: cases(handedOver), value: money(worth) })}
          </button>
        </>
      )}
      <details class="payment" open={stop.state !== 'planned'}>
        <summary>{t('driver.payment')}</summary>
        <label class="labelled">
          <span>{t('driver.amount')}</span>
          <input type="text" inputMode="decimal" value={amount} data-testid="payment-amount" onInput={(event) => setAmount(event.currentTarget.value.replace(/[^0-9.]/g, ''))} />
        </label>
        <label class="labelled">
          <span>{t('driver.method')}</span>
          <select value={method} onChange={(event) => setMethod(event.currentTarget.value as (typeof methods)[number])}>
            {methods.map((each) => (
              <option key={each} value={each}>
                {t(`payment.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="button field-wide" disabled={busy || !(Number(amount) > 0)} data-testid="pay" onClick={() => void pay()}>
          {t('driver.pay')}
        </button>
      </details>
    </div>
  );
}
