import { useState } from 'preact/hooks';
import type { Following, RouteForecast } from '../api/following';
import { duration, number, timeOfDay } from '../i18n/format';
import { t } from '../i18n/i18n';
import { outletName, plate } from '../region/names';
import { vehicles } from '../region/regionStore';
import { select, selectedVehicle } from '../selection/selection';
import { rights } from '../session/session';
import { navigate } from '../shell/router';
import { Empty } from '../ui/states';
import { ageSeconds, countStops, replanTails } from './following';

/** Each vehicle with its next stop and return; several may be chosen and the rest of their day planned again. */
export function VehiclePanel({ answer }: { answer: Following }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const rows = answer.distributors.flatMap(({ distributor, routes }) => routes.map((route) => ({ distributor, route })));
  const mayPlan = rights.value.planDeliveries;
  const toggle = (vehicle: string) => setChosen((old) => (old.has(vehicle) ? new Set([...old].filter((each) => each !== vehicle)) : new Set([...old, vehicle])));
  const replan = async () => {
    setBusy(true);
    await replanTails(chosen);
    setBusy(false);
    setChosen(new Set());
  };
  return (
    <section aria-label={t('following.vehicles')} data-testid="following-vehicles">
      <h2>{t('following.vehicles')}</h2>
      {rows.length === 0 && <Empty>{t('following.nothing')}</Empty>}
      {mayPlan && rows.length > 0 && (
        <button type="button" class="button button-primary" disabled={chosen.size === 0 || busy} data-testid="replan-tails" onClick={() => void replan()}>
          {chosen.size === 0 ? t('following.replanNone') : t('following.replan', { count: chosen.size })}
        </button>
      )}
      <ul class="vehicle-list">
        {rows.map(({ distributor, route }) => (
          <li key={route.vehicle} class={selectedVehicle.value === route.vehicle ? 'is-active' : ''} data-testid="following-vehicle" data-vehicle={route.vehicle}>
            {mayPlan && (
              <label class="vehicle-choice">
                <input type="checkbox" aria-label={t('following.choose', { plate: plate(route.vehicle) })} checked={chosen.has(route.vehicle)} onChange={() => toggle(route.vehicle)} />
              </label>
            )}
            <button type="button" class="vehicle-main" onClick={() => select({ kind: 'route', distributor, vehicle: route.vehicle })}>
              <strong>{plate(route.vehicle)}</strong>
              <span class="muted">{stateOf(route)}</span>
              <span class={route.afterShift > 0 ? 'warning-text' : 'muted'}>{returnOf(route)}</span>
              <span class="muted">{seenText(answer, route.vehicle)}</span>
            </button>
            <span class="vehicle-actions">
              <Call vehicle={route.vehicle} />
              {mayPlan && (
                <button
                  type="button"
                  class="button button-quiet"
                  onClick={() => {
                    select({ kind: 'route', distributor, vehicle: route.vehicle });
                    navigate('/');
                  }}
                >
                  {t('following.swap')}
                </button>
              )}
            </span>
            {selectedVehicle.value === route.vehicle && <Stops route={route} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Call({ vehicle }: { vehicle: string }) {
  const file = vehicles.value.get(vehicle);
  if (!file?.driverPhone) return null;
  return (
    <a class="button button-quiet" href={`tel:${file.driverPhone.replace(/[^+\d]/g, '')}`}>
      {t('following.call', { name: file.driverName ?? plate(vehicle) })}
    </a>
  );
}

function Stops({ route }: { route: RouteForecast }) {
  return (
    <table class="table compact" data-testid="stop-etas">
      <thead>
        <tr>
          <th scope="col">{t('column.name')}</th>
          <th scope="col">{t('column.state')}</th>
          <th scope="col">{t('following.plannedAt')}</th>
          <th scope="col">{t('following.expectedAt')}</th>
        </tr>
      </thead>
      <tbody>
        {route.stops.map((stop) => (
          <tr key={stop.orders[0]}>
            <td>{outletName(stop.terminal)}</td>
            <td>{t(`following.state.${stop.state}`)}</td>
            <td>{timeOfDay(stop.plannedArrival)}</td>
            <td class={stop.late > 0 ? 'warning-text' : ''}>{expectedText(stop)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function expectedText(stop: RouteForecast['stops'][number]): string {
  if (stop.state === 'Unfinished') return '–';
  const time = timeOfDay(stop.arrival);
  return stop.late > 0 ? `${time} · ${t('following.minutesLate', { value: number(Math.ceil(stop.late / 60)) })}` : time;
}

function stateOf(route: RouteForecast): string {
  const { made, late } = countStops(route);
  const done = t('following.made', { made: number(made), all: number(route.stops.length) });
  return late > 0 ? `${done} · ${t('following.lateStops', { count: late, value: number(late) })}` : done;
}

function returnOf(route: RouteForecast): string {
  const back = t('following.return', { time: timeOfDay(route.return), planned: timeOfDay(route.plannedReturn) });
  return route.afterShift > 0 ? `${back} · ${t('following.afterShift', { time: duration(route.afterShift) })}` : back;
}

function seenText(answer: Following, vehicle: string): string {
  const seen = answer.seen.find((each) => each.vehicle === vehicle);
  if (!seen) return t('following.neverSeen');
  const age = ageSeconds(answer.now, seen.at);
  return age < 90 ? t('following.seenSeconds', { count: age, value: number(age) }) : t('following.seen', { time: duration(age) });
}
