import { figures, unservedReason } from '../i18n/codes';
import { number } from '../i18n/format';
import { t } from '../i18n/i18n';
import { distributorName, outletName } from '../region/names';
import { select, selectedTerminal } from '../selection/selection';
import { Empty } from '../ui/states';
import { planRows, unserved } from './deliveryPlans';

export function UnservedPanel() {
  const orders = unserved.value;
  const planned = (planRows.value ?? []).some((row) => row.proposed ?? row.published);
  if (orders.length === 0) return <Empty>{t(planned ? 'unserved.none' : 'unserved.notPlanned')}</Empty>;
  return (
    <ul class="unserved-list" data-testid="unserved-list">
      {orders.map((order) => (
        <li key={order.terminal}>
          <button
            type="button"
            class={`unserved ${selectedTerminal.value === order.terminal ? 'is-active' : ''}`}
            data-testid="unserved-item"
            data-terminal={order.terminal}
            onClick={() => select({ kind: 'outlet', terminal: order.terminal })}
          >
            <strong>{outletName(order.terminal)}</strong>
            <span class="unserved-reason">{unservedReason(order.reason)}</span>
            <span class="muted">{figures(order.detail)}</span>
            <span class="muted">
              {distributorName(order.distributor)} · {t('unserved.orders', { count: order.orders.length, value: number(order.orders.length) })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
