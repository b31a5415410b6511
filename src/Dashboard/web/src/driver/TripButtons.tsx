import { useState } from 'preact/hooks';
import type { DispatchOrder } from '../api/dispatchOrders';
import type { DriverTrip } from '../api/field';
import { t } from '../i18n/i18n';
import { sendOfTrip } from '../offline/fieldQueue';
import { useTask } from '../ui/useTask';
import { departureBy } from './departure';

/** Leaving and coming back. */
export function TripButtons({ trip, order, onChange, onRefused }: { trip: DriverTrip; order: DispatchOrder | null; onChange: (change: Partial<DriverTrip>) => void; onRefused: () => void }) {
  const [kilometers, setKilometers] = useState('');
  const { busy, run } = useTask();
  const number = trip.trip + 1;
  const send = (verb: 'depart' | 'return', body: Record<string, unknown>, change: Partial<DriverTrip>) =>
    run(async () => {
      try {
        await sendOfTrip(`/api/my/trips/${trip.trip}/${verb}`, t(verb === 'depart' ? 'driver.departLabel' : 'driver.returnLabel', { number }), body);
      } catch (error) {
        onRefused();
        throw error;
      }
      onChange(change);
    });

  if (!trip.departedAt)
    return (
      <button type="button" class="button button-primary field-wide" disabled={busy} data-testid="depart-trip" onClick={() => void send('depart', departureBy(order), { departedAt: new Date().toISOString() })}>
        {t('driver.depart')}
      </button>
    );
  if (trip.returnedAt || trip.stops.some((stop) => stop.state === 'planned')) return null;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const driven = Number(kilometers);
        void send('return', kilometers !== '' && driven >= 0 ? { driven: Math.round(driven * 1000) } : {}, { returnedAt: new Date().toISOString() });
      }}
    >
      <label class="labelled">
        <span>{t('driver.kilometers')}</span>
        <input type="text" inputMode="decimal" value={kilometers} data-testid="trip-kilometers" onInput={(event) => setKilometers(event.currentTarget.value.replace(/[^0-9.]/g, ''))} />
      </label>
      <button type="submit" class="button button-primary field-wide" disabled={busy} data-testid="return-trip">
        {t('driver.return')}
      </button>
    </form>
  );
}
