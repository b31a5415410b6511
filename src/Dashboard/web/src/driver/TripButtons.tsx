import { useState } from 'preact/hooks';
import type { DriverTrip } from '../api/field';
import { t } from '../i18n/i18n';
import { sendOfTrip } from '../offline/fieldQueue';
import { useTask } from '../ui/useTask';

/** Leaving and coming back. */
export function TripButtons({ trip, onChange }: { trip: DriverTrip; onChange: (change: Partial<DriverTrip>) => void }) {
  const [kilometers, setKilometers] = useState('');
  const { busy, run } = useTask();
  const number = trip.trip + 1;
  const send = (verb: 'depart' | 'return', body: Record<string, unknown>, change: Partial<DriverTrip>) =>
    run(async () => {
      await sendOfTrip(`/api/my/trips/${trip.trip}/${verb}`, t(verb === 'depart' ? 'driver.departLabel' : 'driver.returnLabel', { number }), body);
      onChange(change);
    });

  if (!trip.departedAt)
    return (
      <button type="button" class="button button-primary field-wide" disabled={busy} data-testid="depart-trip" onClick={() => void send('depart', {}, { departedAt: new Date().toISOString() })}>
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
