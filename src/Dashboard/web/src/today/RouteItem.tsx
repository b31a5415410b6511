import { useEffect, useRef } from 'preact/hooks';
import type { DeliveryTrip } from '../api/deliveryPlans';
import type { Capacity } from '../api/values';
import { refusalReason } from '../i18n/codes';
import { cases, cubicMeters, duration, kilograms, kilometers, number, percent, secondsOfDay, timeOfDay } from '../i18n/format';
import { t } from '../i18n/i18n';
import { outletName, plate } from '../region/names';
import { vehicles } from '../region/regionStore';
import { select, selectedVehicle, selection } from '../selection/selection';
import { progress, progressKey, stopState, type ShownRoute } from './deliveryPlans';

export function RouteItem({ shown }: { shown: ShownRoute }) {
  const { plan, route, colour } = shown;
  const item = useRef<HTMLLIElement>(null);
  const open = selectedVehicle.value === route.vehicle;
  const vehicle = vehicles.value.get(route.vehicle);
  const stops = route.trips.flatMap((trip) => trip.stops);
  const done = stops.filter((stop) => stopState(route.vehicle, stop) !== 'planned').length;
  const late = stops.filter((stop) => stopState(route.vehicle, stop) === 'late').length;
  const fullest = vehicle ? Math.max(0, ...route.trips.map((trip) => fill(trip.load, vehicle.capacity))) : 0;

  useEffect(() => {
    if (open) item.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);

  return (
    <li ref={item} class={`route ${open ? 'is-open' : ''}`} data-testid="route-item" data-vehicle={route.vehicle}>
      <button
        type="button"
        class="route-head"
        aria-expanded={open}
        onClick={() => select(open && selection.peek()?.kind === 'route' ? null : { kind: 'route', distributor: plan.distributor, vehicle: route.vehicle })}
      >
        <span class="swatch" style={{ backgroundColor: colour }} aria-hidden="true" />
        <span class="route-name">
          <strong>{plate(route.vehicle)}</strong>
          {vehicle?.driverName && <span class="muted"> {vehicle.driverName}</span>}
        </span>
        <span class="route-times">
          {timeOfDay(route.trips[0]?.departure ?? 0)}–{timeOfDay(route.trips.at(-1)?.return ?? 0)}
        </span>
        <span class="route-summary muted">
          {t('route.summary', {
            trips: t('route.trips', { count: route.trips.length }),
            stops: t('plan.stops', { count: stops.length, value: number(stops.length) }),
            distance: kilometers(route.distance),
            working: duration(route.working),
          })}
        </span>
        <span class="route-fill" title={t('route.fullest')}>
          <meter min={0} max={1} value={Math.min(1, fullest)} aria-label={t('route.fullest')} />
          {percent(fullest)}
        </span>
        {done > 0 && (
          <span class={`chip ${late > 0 ? 'chip-late' : 'chip-published'}`}>
            {late > 0 ? t('route.doneLate', { done, total: stops.length, late }) : t('route.done', { done, total: stops.length })}
          </span>
        )}
      </button>
      {open && route.trips.map((trip, index) => <Trip key={index} shown={shown} trip={trip} index={index} capacity={vehicle?.capacity ?? null} />)}
    </li>
  );
}

function Trip({ shown, trip, index, capacity }: { shown: ShownRoute; trip: DeliveryTrip; index: number; capacity: Capacity | null }) {
  const { plan, route } = shown;
  const chosen = selection.value;
  const before = route.trips.slice(0, index).reduce((sum, each) => sum + each.stops.length, 0);
  return (
    <div class="trip" data-testid="trip">
      <div class="trip-head">
        <strong>{t('trip.title', { number: index + 1 })}</strong>
        <span>
          {t('trip.times', { load: timeOfDay(trip.loadingStart), leave: timeOfDay(trip.departure), back: timeOfDay(trip.return) })}
        </span>
        <span class="muted">{loadText(trip.load, capacity)}</span>
      </div>
      <ol class="stop-list" start={before + 1}>
        {trip.stops.map((stop, at) => {
          const state = stopState(route.vehicle, stop);
          const seen = progress.value.get(progressKey(route.vehicle, stop.terminal));
          const active = chosen?.kind === 'stop' && chosen.terminal === stop.terminal && chosen.vehicle === route.vehicle;
          return (
            <li key={stop.terminal}>
              <button
                type="button"
                class={`stop stop-${state} ${active ? 'is-active' : ''}`}
                aria-current={active ? 'true' : undefined}
                data-testid="stop-item"
                data-terminal={stop.terminal}
                data-state={state}
                onClick={() => select({ kind: 'stop', distributor: plan.distributor, vehicle: route.vehicle, trip: index, terminal: stop.terminal })}
              >
                <span class="stop-number">{before + at + 1}</span>
                <span class="stop-name">{outletName(stop.terminal)}</span>
                <span class="stop-time">{timeOfDay(stop.arrival)}</span>
                <span class="stop-line muted">
                  {cases(stop.load.cases)} · {t('stop.window', { from: timeOfDay(stop.window.start), to: timeOfDay(stop.window.end) })}
                  {stop.serviceStart > stop.arrival ? ` · ${t('stop.waits', { time: duration(stop.serviceStart - stop.arrival) })}` : ''}
                </span>
                <span class={`stop-state state-${state}`}>
                  {state === 'planned'
                    ? t('stop.planned')
                    : state === 'refused'
                      ? refusalReason(seen?.refusal ?? 'Other')
                      : t(state === 'late' ? 'stop.late' : 'stop.onTime', { time: seen?.arrivedAt ? timeOfDay(secondsOfDay(seen.arrivedAt)) : '' })}
                </span>
              </button>
              {active && (
                <a class="stop-link" href={`/outlets/${encodeURIComponent(stop.terminal)}`} data-testid="open-terminal">
                  {t('action.openTerminal')}
                </a>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function fill(load: Capacity, capacity: Capacity): number {
  return Math.max(share(load.cases, capacity.cases), share(load.mass, capacity.mass), share(load.volume, capacity.volume));
}

function share(load: number, capacity: number): number {
  return capacity > 0 ? load / capacity : load > 0 ? 1 : 0;
}

function loadText(load: Capacity, capacity: Capacity | null): string {
  if (!capacity) return cases(load.cases);
  return t('trip.load', {
    cases: `${number(load.cases)}/${cases(capacity.cases)}`,
    mass: `${number(Math.round(load.mass / 1000))}/${kilograms(capacity.mass)}`,
    volume: `${(load.volume / 1_000_000).toFixed(1)}/${cubicMeters(capacity.volume)}`,
  });
}
