import { useState } from 'preact/hooks';
import { newCommandId, post } from '../api/client';
import type { DispatchOrder, DispatchOrderSnapshot, SignerRole } from '../api/dispatchOrders';
import { explain } from '../i18n/codes';
import { cases, dayAndTime, kilometers, money, number, timeOfDay } from '../i18n/format';
import { t } from '../i18n/i18n';
import { distributorName, outletName, plate, productName, repName } from '../region/names';
import { regionPath } from '../region/regionStore';
import { rights } from '../session/session';
import { tell } from '../shell/noticeList';
import { Busy, Failed } from '../ui/states';
import { useRemote } from '../ui/useRemote';
import { useTask } from '../ui/useTask';
import { CloseForm } from './CloseForm';
import { LinkButton } from './LinkButton';
import { RevokeLinkButton } from './RevokeLinkButton';
import { TakeBackForm } from './TakeBackForm';
import { StatusChip } from './DispatchOrdersPage';
import { missingCases } from './reconcile';

const roles: readonly SignerRole[] = ['Driver', 'Warehouse', 'Supervisor'];

/** One vehicle's order: what it carries where, who has signed, and the closing. */
export function OrderDetail({ order, onChanged }: { order: DispatchOrder; onChanged: () => void }) {
  const path = regionPath(`/dispatch-orders/${encodeURIComponent(order.vehicle)}/${order.date}`);
  const remote = useRemote<DispatchOrderSnapshot>(path);
  if (remote.error !== null) return <Failed text={explain(remote.error)} onRetry={remote.reload} />;
  if (!remote.value) return <Busy />;
  const changed = () => {
    remote.reload();
    onChanged();
  };
  const { order: current, outcome } = remote.value;
  const print = regionPath(`/plans/deliveries/${encodeURIComponent(order.distributor)}/${order.date}/files`);
  return (
    <div class="visit-plan order-detail" data-testid="order-detail">
      <div class="page-head">
        <h2>
          {plate(current.vehicle)} · {current.number} · {t('orders.version', { version: current.version })}
        </h2>
        <StatusChip order={current} />
        <span class="topbar-space" />
        <a class="button" href={`${print}/sheets.html?vehicle=${encodeURIComponent(current.vehicle)}`} target="_blank" data-testid="print-order">
          {t('orders.print')}
        </a>
        {current.status === 'Issued' && rights.value.planDeliveries && <LinkButton path={path} />}
        {rights.value.planDeliveries && <RevokeLinkButton path={path} />}
        <a class="button button-quiet" href={`${print}/load.html`} target="_blank">
          {t('orders.loadList')}
        </a>
        <a class="button button-quiet" href={`${print}/pick.html`} target="_blank">
          {t('orders.pickList')}
        </a>
      </div>
      <p class="plan-figures">
        {[
          distributorName(current.distributor),
          t('orders.planVersion', { version: current.planVersion }),
          current.driverName ?? '',
          current.rep ? t('orders.rider', { name: repName(current.rep) }) : '',
          kilometers(current.route.distance),
          t('orders.planned', { from: timeOfDay(current.route.trips[0]?.departure ?? 0), to: timeOfDay(current.route.trips.at(-1)?.return ?? 0) }),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      {current.answer?.objection && (
        <p class="problem" role="status" data-testid="order-objection">
          {t('orders.objection', { text: current.answer.objection })}
        </p>
      )}
      {current.answer?.objection && current.status === 'Issued' && rights.value.planDeliveries && <TakeBackForm order={current} path={path} onDone={changed} />}
      {current.answer?.onBehalf && <p class="muted" data-testid="order-answered-for">{t('orders.answeredFor', { reason: current.answer.onBehalf })}</p>}
      <Signatures order={current} path={path} onSigned={changed} />
      <table class="table compact order-stops" data-testid="order-stops">
        <thead>
          <tr>
            <th scope="col" class="right">
              #
            </th>
            <th scope="col">{t('column.name')}</th>
            <th scope="col">{t('column.arrival')}</th>
            <th scope="col">{t('orders.goods')}</th>
            <th scope="col" class="right">
              {t('orders.due')}
            </th>
          </tr>
        </thead>
        <tbody>
          {current.route.trips
            .flatMap((trip) => trip.stops)
            .map((stop, index) => (
              <tr key={stop.orders[0]}>
                <td class="right">{number(index + 1)}</td>
                <td>
                  <a href={`/outlets/${encodeURIComponent(stop.terminal)}`}>{outletName(stop.terminal)}</a>
                </td>
                <td>{timeOfDay(stop.arrival)}</td>
                <td>{(current.goods[index]?.lines ?? []).map((line) => `${productName(line.product)} × ${number(line.cases)}`).join(', ')}</td>
                <td class="right">{money(current.goods[index]?.due)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <h3>{t('orders.record')}</h3>
      <p class="plan-figures" data-testid="order-record">
        {[
          t('orders.left', { time: dayAndTime(outcome.departedAt) }),
          t('orders.back', { time: dayAndTime(outcome.returnedAt) }),
          kilometers(current.closing ? driven(current.closing.actuals, outcome.driven) : outcome.driven),
          t('orders.stops', { done: outcome.stopsDone, open: outcome.stopsOpen }),
          t('orders.cash', { amount: money(outcome.cashCollected) }),
        ].join(' · ')}
      </p>
      {current.closing && (
        <table class="table compact" data-testid="order-balance">
          <thead>
            <tr>
              <th scope="col">{t('column.product')}</th>
              <th scope="col" class="right">{t('orders.loaded')}</th>
              <th scope="col" class="right">{t('orders.delivered')}</th>
              <th scope="col" class="right">{t('orders.returned')}</th>
              <th scope="col" class="right">{t('orders.missing')}</th>
            </tr>
          </thead>
          <tbody>
            {current.closing.outcome.goods.map((balance) => (
              <tr key={balance.product}>
                <td>{productName(balance.product)}</td>
                <td class="right">{cases(balance.loaded)}</td>
                <td class="right">{cases(balance.delivered)}</td>
                <td class="right">{cases(balance.returned)}</td>
                <td class={`right ${missingCases(balance, balance.returned) !== 0 ? 'warning-text' : ''}`}>{number(missingCases(balance, balance.returned))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {current.status === 'Issued' && rights.value.planDeliveries && <CloseForm key={String(outcome.isOut)} snapshot={remote.value} path={path} onClosed={changed} />}
    </div>
  );
}

function driven(actuals: { odometerStart?: number | null; odometerEnd?: number | null }, reported: number): number {
  return actuals.odometerStart != null && actuals.odometerEnd != null ? actuals.odometerEnd - actuals.odometerStart : reported;
}

function Signatures({ order, path, onSigned }: { order: DispatchOrder; path: string; onSigned: () => void }) {
  const [name, setName] = useState('');
  const [reason, setReason] = useState(t('orders.onBehalfNow'));
  const { busy, run } = useTask();
  const open = order.status === 'Issued' && rights.value.planDeliveries;
  const missing = roles.filter((role) => !order.signatures.some((signature) => signature.role === role));
  const sign = (role: SignerRole) =>
    run(async () => {
      await post(`${path}/sign`, { commandId: newCommandId(), version: order.version, role, name, ...(role === 'Driver' ? { onBehalf: reason } : {}) });
      tell('done', t('orders.signed', { name, role: t(`orders.role.${role}`) }));
      onSigned();
    });
  return (
    <div class="order-signatures" data-testid="order-signatures">
      {order.signatures.map((signature) => (
        <span key={signature.role} class="chip chip-published">
          {t(`orders.role.${signature.role}`)}: {signature.onBehalf ? t('orders.onBehalfOf', { name: signature.name, reason: signature.onBehalf }) : signature.name} · {dayAndTime(signature.at)}
        </span>
      ))}
      {open && missing.length > 0 && (
        <div class="order-sign">
          <label class="labelled">
            <span>{t('orders.signer')}</span>
            <input value={name} data-testid="signer-name" onInput={(event) => setName(event.currentTarget.value)} />
          </label>
          {missing.includes('Driver') && (
            <label class="labelled">
              <span>{t('orders.onBehalf')}</span>
              <input value={reason} data-testid="on-behalf" onInput={(event) => setReason(event.currentTarget.value)} />
            </label>
          )}
          {missing.map((role) => (
            <button key={role} type="button" class="button" disabled={busy || name.trim() === '' || (role === 'Driver' && reason.trim() === '')} data-testid={`sign-${role}`} onClick={() => void sign(role)}>
              {t('orders.signAs', { role: t(`orders.role.${role}`) })}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
