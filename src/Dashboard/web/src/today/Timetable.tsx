import { useRef } from 'preact/hooks';
import { dateOf, secondsOfDay, timeOfDay } from '../i18n/format';
import { t } from '../i18n/i18n';
import { outletName, plate } from '../region/names';
import { live } from '../region/regionStore';
import { select, selectedVehicle, selection } from '../selection/selection';
import { Empty } from '../ui/states';
import { planDate, shownRoutes, stopState } from './deliveryPlans';

const hour = 3600;

/** Routes against the hours of the day, as an ARIA grid: a row is a vehicle, a cell is a trip. */
export function Timetable() {
  const grid = useRef<HTMLDivElement>(null);
  const routes = shownRoutes.value;
  const clock = live.clock.value;
  if (routes.length === 0) return <Empty>{t('timetable.none')}</Empty>;

  const first = Math.floor(Math.min(...routes.map(({ route }) => route.trips[0]?.loadingStart ?? 8 * hour)) / hour) * hour;
  const last = Math.ceil(Math.max(...routes.map(({ route }) => route.trips.at(-1)?.return ?? 18 * hour)) / hour) * hour;
  const span = Math.max(hour, last - first);
  const at = (seconds: number) => `${((seconds - first) / span) * 100}%`;
  const width = (seconds: number) => `${Math.max(0.15, (seconds / span) * 100)}%`;
  const hours = Array.from({ length: Math.floor(span / hour) + 1 }, (_, index) => first + index * hour);
  const now = clock && dateOf(clock.now) === planDate.value ? secondsOfDay(clock.now) : null;
  const chosen = selection.value;

  const move = (event: KeyboardEvent) => {
    const cells = [...(grid.current?.querySelectorAll<HTMLElement>('[role=gridcell] button') ?? [])];
    const by = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
    const current = cells.indexOf(document.activeElement as HTMLElement);
    if (by === 0 || current < 0) return;
    cells[Math.min(cells.length - 1, Math.max(0, current + by))].focus();
    event.preventDefault();
  };

  return (
    <div class="timetable" role="grid" aria-label={t('drawer.timetable')} aria-readonly="true" ref={grid} onKeyDown={move} data-testid="timetable">
      <div class="timetable-row timetable-hours" role="row">
        <span class="timetable-name" role="columnheader">
          {t('column.vehicle')}
        </span>
        <span class="timetable-track" role="columnheader">
          <span class="visually-hidden">{t('column.trips')}</span>
          {hours.slice(0, -1).map((each) => (
            <span key={each} class="timetable-hour" style={{ left: at(each) }} aria-hidden="true">
              {timeOfDay(each)}
            </span>
          ))}
        </span>
      </div>
      {routes.map(({ plan, route, colour }) => (
        <div key={`${plan.distributor} ${route.vehicle}`} class={`timetable-row ${selectedVehicle.value === route.vehicle ? 'is-active' : ''}`} role="row">
          <span class="timetable-name" role="rowheader">
            {plate(route.vehicle)}
          </span>
          <span class="timetable-track">
            {hours.map((each) => (
              <span key={each} class="timetable-line" style={{ left: at(each) }} aria-hidden="true" />
            ))}
            {route.trips.map((trip, index) => (
              <span key={index} role="gridcell" class="timetable-cell" style={{ left: at(trip.loadingStart), width: width(trip.return - trip.loadingStart) }}>
                <button
                  type="button"
                  class="timetable-trip"
                  style={{ borderColor: colour }}
                  aria-label={t('timetable.trip', {
                    vehicle: plate(route.vehicle),
                    number: index + 1,
                    from: timeOfDay(trip.departure),
                    to: timeOfDay(trip.return),
                    count: trip.stops.length,
                  })}
                  onClick={() => select({ kind: 'route', distributor: plan.distributor, vehicle: route.vehicle })}
                >
                  {trip.stops.map((stop) => {
                    const length = trip.return - trip.loadingStart;
                    const state = stopState(route.vehicle, stop);
                    const active = chosen?.kind === 'stop' && chosen.terminal === stop.terminal;
                    return (
                      <span
                        key={stop.terminal}
                        class={`timetable-stop state-${state} ${active ? 'is-active' : ''}`}
                        title={`${timeOfDay(stop.arrival)} ${outletName(stop.terminal)}`}
                        style={{
                          left: `${((stop.serviceStart - trip.loadingStart) / length) * 100}%`,
                          width: `${Math.max(0.4, ((stop.departure - stop.serviceStart) / length) * 100)}%`,
                          backgroundColor: state === 'planned' ? colour : undefined,
                        }}
                      />
                    );
                  })}
                </button>
              </span>
            ))}
            {now !== null && now >= first && now <= last && <span class="timetable-now" style={{ left: at(now) }} aria-hidden="true" />}
          </span>
        </div>
      ))}
    </div>
  );
}
