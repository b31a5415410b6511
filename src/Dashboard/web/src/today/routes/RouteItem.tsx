import { useComputed } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Capacity } from '../../api/values';
import { duration, kilometers, number, percent, timeOfDay } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { plate, repName } from '../../region/names';
import { vehicles } from '../../region/regionStore';
import { select, selectedVehicle, selection } from '../../selection/selection';
import { Icon } from '../../ui/icons';
import { MenuButton, openMenu } from '../actions/BoardMenu';
import { vehicleTarget } from '../actions/targets';
import { dragged } from '../edits/dragging';
import { lockOfVehicle } from '../plans/locks';
import { departedTrips, stopState } from '../plans/progress';
import type { ShownRoute } from '../plans/stopIndex';
import { expanded, openVehicle } from './expanded';
import { TripView } from './TripView';

// The heights that today.css gives, by which a route out of view keeps its room without its rows.
const stopPixels = 48;
const tripPixels = 41;

export function RouteItem({ shown }: { shown: ShownRoute }) {
  const { plan, route, colour } = shown;
  const item = useRef<HTMLLIElement>(null);
  // Forty routes are told of every choice; only those that it opens or closes render.
  const chosen = useComputed(() => selectedVehicle.value === route.vehicle).value;
  const open = useComputed(() => openVehicle.value === route.vehicle || expanded.value.has(route.vehicle)).value;
  const mayDropHere = useComputed(() => dragged.value?.plan.distributor === plan.distributor).value;
  const inView = useInView(item, chosen);
  const vehicle = vehicles.value.get(route.vehicle);
  const stops = route.trips.flatMap((trip) => trip.stops);
  const states = stops.map((stop) => stopState(route.vehicle, stop));
  const done = states.filter((state) => state !== 'planned').length;
  const late = states.filter((state) => state === 'late').length;
  const fullest = vehicle ? Math.max(0, ...route.trips.map((trip) => fill(trip.load, vehicle.capacity))) : 0;
  const breaches = plan.breaches.filter((breach) => breach.vehicle === route.vehicle);
  const lock = lockOfVehicle(plan.overrides, route.vehicle);
  const crew = plan.overrides.crews.find((each) => each.vehicle === route.vehicle);
  const overtime = plan.overrides.overtime.find((each) => each.vehicle === route.vehicle);
  const overload = plan.overrides.overload.find((each) => each.vehicle === route.vehicle);
  const isOut = plan.overrides.outages.some((each) => each.vehicle === route.vehicle);
  const driver = crew?.driverName ?? vehicle?.driverName;
  const departed = departedTrips(plan.distributor, route.vehicle);

  useEffect(() => {
    if (chosen) item.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const menu = (event: MouseEvent) => {
    event.preventDefault();
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    openMenu(vehicleTarget(plan.distributor, route.vehicle), event.clientX || box.left + 24, event.clientY || box.bottom);
  };

  return (
    <li ref={item} class={`route ${open ? 'is-open' : ''}`} data-testid="route-item" data-vehicle={route.vehicle}>
      <div class="route-line" data-drop="vehicle" data-vehicle={route.vehicle}>
        <button
          type="button"
          class="route-head"
          aria-expanded={open}
          onContextMenu={menu}
          onClick={() => select(open && selection.peek()?.kind === 'route' && chosen ? null : { kind: 'route', distributor: plan.distributor, vehicle: route.vehicle })}
        >
          <span class="swatch" style={{ backgroundColor: colour }} aria-hidden="true" />
          <span class="route-name">
            {lock && (
              <span class={`lock lock-${lock.strength}`} title={t(`lock.${lock.strength}`)}>
                <Icon name={lock.strength === 'Everyone' ? 'lockStrong' : 'lock'} size={13} />
                <span class="visually-hidden">{t(`lock.${lock.strength}`)}</span>
              </span>
            )}
            <strong>{plate(route.vehicle)}</strong>
            {driver && <span class="muted"> {driver}</span>}
            {crew?.rep && <span class="muted"> · {repName(crew.rep)}</span>}
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
            <meter min={0} max={1} high={1} value={Math.min(1, fullest)} aria-label={t('route.fullest')} />
            <span class={fullest > 1 ? 'problem-text' : ''}>{percent(fullest)}</span>
            {overtime && <span class="chip">{t('route.overtime', { time: duration(overtime.most) })}</span>}
            {overload && <span class="chip">{t('route.overload', { percent: number(overload.permille / 10) })}</span>}
            {isOut && <span class="chip chip-late">{t('idle.brokeDown')}</span>}
            {breaches.length > 0 && <span class="chip chip-late">{t('route.breaches', { count: breaches.length })}</span>}
            {done > 0 && (
              <span class={`chip ${late > 0 ? 'chip-late' : 'chip-published'}`}>
                {late > 0 ? t('route.doneLate', { done, total: stops.length, late }) : t('route.done', { done, total: stops.length })}
              </span>
            )}
          </span>
        </button>
        <MenuButton target={() => vehicleTarget(plan.distributor, route.vehicle)} label={t('menu.of', { name: plate(route.vehicle) })} testId="vehicle-menu" />
      </div>
      {open &&
        (inView ? (
          <>
            {route.trips.map((trip, index) => (
              <TripView
                key={index}
                shown={shown}
                trip={trip}
                index={index}
                before={route.trips.slice(0, index).reduce((sum, each) => sum + each.stops.length, 0)}
                capacity={vehicle?.capacity ?? null}
                departed={index < departed}
              />
            ))}
            {mayDropHere && (
              <div class="new-trip" data-drop="gap" data-vehicle={route.vehicle} data-trip={route.trips.length} data-before={0}>
                {t('trip.new')}
              </div>
            )}
          </>
        ) : (
          <div style={{ height: `${stops.length * stopPixels + route.trips.length * tripPixels}px` }} />
        ))}
    </li>
  );
}

/** Whether an element is near what can be seen of its list; what is not keeps its room without its rows. */
function useInView(item: { current: HTMLElement | null }, initially: boolean): boolean {
  const [inView, setInView] = useState(initially);
  useEffect(() => {
    const element = item.current;
    if (!element) return;
    // On a desk the list scrolls by itself, on a phone the page does; the margin holds for both.
    const margins = { rootMargin: '400px 0px', scrollMargin: '400px 0px' };
    const watch = new IntersectionObserver((entries) => setInView(entries.at(-1)?.isIntersecting ?? true), margins);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return inView;
}

function fill(load: Capacity, capacity: Capacity): number {
  return Math.max(share(load.cases, capacity.cases), share(load.mass, capacity.mass), share(load.volume, capacity.volume));
}

function share(load: number, capacity: number): number {
  return capacity > 0 ? load / capacity : load > 0 ? 1 : 0;
}
