import { useState } from 'preact/hooks';
import type { DriverDay, DriverStop, DriverTrip } from '../api/field';
import { explain, refusalReason } from '../i18n/codes';
import { cases, clockTime, day, money, timeOfDay } from '../i18n/format';
import { t } from '../i18n/i18n';
import { isQueued } from '../offline/fieldQueue';
import { type Copied, useCopied } from '../offline/useCopied';
import { plate } from '../region/names';
import { DayHead, type DayTab } from '../rep/DayHead';
import { useFieldClock } from '../rep/fieldClock';
import { useFieldRegion } from '../rep/useFieldRegion';
import { useRefresh } from '../rep/useRefresh';
import { lazy } from '../ui/lazy';
import { Busy, Empty, Failed } from '../ui/states';
import { DropCard } from './DropCard';
import { NextStop } from './NextStop';
import { OrderBanner } from './OrderBanner';
import { amendStop, takenOffOf, takenOffOfTrip } from './takenOff';
import { TakenOffList } from './TakenOffList';
import { TripButtons } from './TripButtons';
import { useDriverOrder } from './useDriverOrder';
import { usePositionReports } from './usePositionReports';
import '../rep/field.css';

const FieldMap = lazy(() => import('../rep/FieldMap').then((chunk) => chunk.FieldMap));

/** The vehicle's trips of the day, stop by stop. */
export function DriverDayPage() {
  const myDay = useCopied<DriverDay>('/api/my/day');
  const region = useFieldRegion();
  const clock = useFieldClock();
  const [tab, setTab] = useState<DayTab>('list');
  const [open, setOpen] = useState<string | null>(null);
  const data = myDay.value;

  useRefresh(myDay.reload, open === null);
  usePositionReports(data?.trips.some((trip) => trip.departedAt && !trip.returnedAt) ?? false);

  if (!data) return myDay.error === null ? <Busy /> : <Failed text={explain(myDay.error)} onRetry={() => void myDay.reload()} />;
  const stops = data.trips.flatMap((trip) => trip.stops);
  const done = stops.filter((stop) => stop.state !== 'planned').length;

  return (
    <div class="day" data-testid="driver-day">
      <DayHead title={t('driver.title', { plate: plate(data.vehicle), day: day(data.date) })} done={done} total={stops.length} staleSince={myDay.staleSince} tab={tab} onTab={setTab} />
      {stops.length === 0 && takenOffOf(data).length === 0 ? (
        <Empty>{t('driver.noTrips')}</Empty>
      ) : tab === 'map' ? (
        region && <FieldMap region={region} points={stops.map((stop, index) => ({ lon: stop.lon, lat: stop.lat, label: String(index + 1), done: stop.state !== 'planned' }))} />
      ) : (
        <Stops myDay={myDay} data={data} clock={clock} open={open} onOpen={setOpen} />
      )}
    </div>
  );
}

function Stops({ myDay, data, clock, open, onOpen }: { myDay: Copied<DriverDay>; data: DriverDay; clock: ReturnType<typeof useFieldClock>; open: string | null; onOpen: (id: string | null) => void }) {
  const order = useDriverOrder(data.vehicle, data.date);
  useRefresh(order.snapshot.reload, open === null);
  const next = data.trips.flatMap((trip) => trip.stops.map((stop) => ({ trip: trip.trip, stop }))).find(({ stop }) => stop.state === 'planned' && !isQueued(stop.terminal));
  const amendTrip = (trip: number, change: (old: DriverTrip) => DriverTrip) =>
    myDay.amend((old) => ({ ...old, trips: old.trips.map((each) => (each.trip === trip ? change(each) : each)) }));
  const amend = (trip: number, terminal: string, change: Partial<DriverStop>) => {
    myDay.amend((old) => amendStop(old, trip, terminal, change));
    onOpen(null);
  };
  // What was refused was so by something that this phone has not heard of.
  const lookAgain = () => {
    void order.snapshot.reload();
    void myDay.reload();
  };

  const takenOffList = (trip: number | null) => (
    <TakenOffList stops={takenOffOfTrip(data, trip)} clock={clock} open={open} onOpen={onOpen} onDone={(gone, change) => amend(gone.trip, gone.stop.terminal, change)} />
  );

  return (
    <>
      <OrderBanner {...order} />
      {next && <NextStop stop={next.stop} links={data.navigation?.[next.stop.terminal] ?? null} onOpen={() => onOpen(`${next.trip} ${next.stop.terminal}`)} />}
      {data.trips.map((trip) => (
        <Trip
          key={trip.trip}
          trip={trip}
          takenOff={takenOffList(trip.trip)}
          buttons={<TripButtons trip={trip} order={order.snapshot.value?.order ?? null} onChange={(change) => amendTrip(trip.trip, (old) => ({ ...old, ...change }))} onRefused={lookAgain} />}
        >
          {trip.stops.map((stop) => {
            const id = `${trip.trip} ${stop.terminal}`;
            return (
              <li key={id}>
                <StopHead stop={stop} isOpen={open === id} onToggle={() => onOpen(open === id ? null : id)} />
                {open === id && (
                  <DropCard
                    clock={clock}
                    stop={stop}
                    onDone={(change) => amend(trip.trip, stop.terminal, change)}
                  />
                )}
              </li>
            );
          })}
        </Trip>
      ))}
      {takenOffList(null)}
    </>
  );
}

function Trip({ trip, buttons, takenOff, children }: { trip: DriverTrip; buttons: preact.ComponentChildren; takenOff: preact.ComponentChildren; children: preact.ComponentChildren }) {
  return (
    <section class="driver-trip" aria-label={t('trip.title', { number: trip.trip + 1 })} data-testid="driver-trip">
      <h2>
        {t('trip.title', { number: trip.trip + 1 })}
        <span class="muted">
          {timeOfDay(trip.departure)}–{timeOfDay(trip.return)}
          {trip.departedAt && ` · ${t('driver.left', { time: clockTime(trip.departedAt) })}`}
        </span>
      </h2>
      {buttons}
      <ol class="stops">{children}</ol>
      {takenOff}
    </section>
  );
}

function StopHead({ stop, isOpen, onToggle }: { stop: DriverStop; isOpen: boolean; onToggle: () => void }) {
  const queued = isQueued(stop.terminal);
  return (
    <button type="button" class={`stop-card is-${stop.state}`} aria-expanded={isOpen} data-testid="driver-stop" data-terminal={stop.terminal} data-state={stop.state} onClick={onToggle}>
      <span class="stop-card-number">{stop.sequence}</span>
      <span class="stop-card-name">
        <strong>{stop.name}</strong>
        {stop.address && <span class="muted">{stop.address}</span>}
        <span class="muted">{stop.value > 0 ? `${cases(stop.cases)} · ${money(stop.value)}` : cases(stop.cases)}</span>
      </span>
      <span class="stop-card-time">
        {timeOfDay(stop.arrival)}
        <span class="muted">
          {queued
            ? t('my.queued')
            : stop.state === 'refused'
              ? refusalReason(stop.refusal ?? 'Other')
              : stop.state === 'done'
                ? t(stop.onTime === false ? 'terminal.late' : 'terminal.onTime')
                : `${timeOfDay(stop.window.start)}–${timeOfDay(stop.window.end)}`}
        </span>
      </span>
    </button>
  );
}
