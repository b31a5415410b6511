import { useEffect, useState } from 'preact/hooks';
import type { DispatchOrder } from '../api/dispatchOrders';
import { explain } from '../i18n/codes';
import { cases, dateOf, kilometers, number, timeOfDay } from '../i18n/format';
import { t } from '../i18n/i18n';
import { plate } from '../region/names';
import { live, regionId, regionPath } from '../region/regionStore';
import { navigate, route } from '../shell/router';
import { Busy, Empty, Failed } from '../ui/states';
import { useRemote } from '../ui/useRemote';
import { OrderDetail } from './OrderDetail';
import '../plans/plans.css';
import './dispatchOrders.css';

/** The dispatch orders of a day: one for each vehicle that a published plan sends. */
export function DispatchOrdersPage() {
  const where = route.value;
  const named = where.page === 'dispatch-orders' ? where : null;
  const now = live.clock.value ? dateOf(live.clock.value.now) : null;
  const date = named?.date ?? now;
  const list = useRemote<DispatchOrder[]>(regionId.value && date ? regionPath(`/dispatch-orders?date=${date}`) : null);
  const [vehicle, setVehicle] = useState<string | null>(named?.vehicle ?? null);
  useEffect(() => live.onPlans((plans) => plans.some((plan) => plan.date === date) && list.reload()), [date]);

  const orders = list.value ?? [];
  // An address that names a vehicle never shows another one's order.
  const chosen = (vehicle === null ? orders[0] : orders.find((order) => order.vehicle === vehicle)) ?? null;
  const show = (day: string, of: string | null) => {
    setVehicle(of);
    navigate(`/dispatch-orders/${day}${of ? `/${encodeURIComponent(of)}` : ''}`, true);
  };

  return (
    <div class="page page-fill" data-testid="dispatch-orders-page">
      <div class="page-head">
        <h1>{t('nav.dispatchOrders')}</h1>
        <input type="date" aria-label={t('plan.day')} value={date ?? ''} data-testid="orders-date" onChange={(event) => event.currentTarget.value && show(event.currentTarget.value, null)} />
      </div>
      {list.error !== null && <Failed text={explain(list.error)} onRetry={list.reload} />}
      {list.value === null && list.error === null && <Busy />}
      {list.value?.length === 0 && <Empty>{t('orders.none')}</Empty>}
      {orders.length > 0 && date && (
        <div class="two-panes">
          <ul class="rep-list" data-testid="order-list">
            {orders.map((order) => (
              <li key={order.vehicle}>
                <button
                  type="button"
                  class={`rep-row ${order === chosen ? 'is-active' : ''}`}
                  aria-current={order === chosen ? 'true' : undefined}
                  data-testid="order-row"
                  data-vehicle={order.vehicle}
                  onClick={() => show(date, order.vehicle)}
                >
                  <strong>{plate(order.vehicle)}</strong>
                  <StatusChip order={order} />
                  <span class="muted">{summary(order)}</span>
                </button>
              </li>
            ))}
          </ul>
          {chosen ? <OrderDetail key={`${chosen.vehicle}@${chosen.version}`} order={chosen} onChanged={list.reload} /> : <Empty>{t('orders.noneOf', { plate: plate(vehicle ?? '') })}</Empty>}
        </div>
      )}
    </div>
  );
}

export function StatusChip({ order }: { order: DispatchOrder }) {
  const objected = order.answer?.objection != null;
  const state = order.status !== 'Issued' ? order.status : objected ? 'Objected' : order.signatures.length >= 2 ? 'Signed' : 'Issued';
  const look = state === 'Objected' || state === 'Cancelled' ? 'chip-late' : state === 'Closed' || state === 'Signed' ? 'chip-published' : 'chip-proposal';
  return (
    <span class={`chip ${look}`} data-testid="order-status" data-status={state}>
      {t(`orders.status.${state}`)}
    </span>
  );
}

function summary(order: DispatchOrder): string {
  const stops = order.route.trips.reduce((sum, trip) => sum + trip.stops.length, 0);
  const load = order.route.trips.reduce((sum, trip) => sum + trip.load.cases, 0);
  return [
    t('orders.version', { version: order.version }),
    order.driverName ?? '',
    t('plan.stops', { count: stops, value: number(stops) }),
    cases(load),
    kilometers(order.route.distance),
    timeOfDay(order.route.trips[0]?.departure ?? 0),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
