import type { DeliveryTrip } from '../../api/deliveryPlans';
import type { Capacity } from '../../api/values';
import { cases, cubicMeters, kilograms, number, timeOfDay } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { picksMany } from '../../selection/selection';
import { lockOfStop } from '../plans/locks';
import { progress, progressKey, stopState } from '../plans/progress';
import type { ShownRoute } from '../plans/stopIndex';
import { StopRow } from './StopRow';

interface Props {
  shown: ShownRoute;
  trip: DeliveryTrip;
  index: number;
  /** Stops of the trips before. */
  before: number;
  capacity: Capacity | null;
  departed: boolean;
}

export function TripView({ shown, trip, index, before, capacity, departed }: Props) {
  const { plan, route } = shown;
  const withCheckbox = picksMany.value;
  const seen = progress.value;
  return (
    <div class={`trip ${departed ? 'has-left' : ''}`} data-testid="trip">
      <div class="trip-head" data-drop="gap" data-vehicle={route.vehicle} data-trip={index} data-before={0}>
        <strong>{t('trip.title', { number: index + 1 })}</strong>
        <span>{t('trip.times', { load: timeOfDay(trip.loadingStart), leave: timeOfDay(trip.departure), back: timeOfDay(trip.return) })}</span>
        <span class="muted trip-load" title={loadText(trip.load, capacity)}>
          {departed ? t('trip.hasLeft') : loadText(trip.load, capacity)}
        </span>
      </div>
      <ol class="stop-list" start={before + 1}>
        {trip.stops.map((stop, at) => {
          const order = stop.orders[0];
          return (
            <StopRow
              key={order}
              stop={stop}
              vehicle={route.vehicle}
              trip={index}
              index={at}
              number={before + at + 1}
              state={stopState(route.vehicle, stop)}
              seen={seen.get(progressKey(route.vehicle, stop.terminal))}
              lock={lockOfStop(plan.overrides, stop.orders, route.vehicle)?.strength ?? null}
              isLate={stop.serviceStart > stop.window.end}
              withCheckbox={withCheckbox}
            />
          );
        })}
      </ol>
    </div>
  );
}

function loadText(load: Capacity, capacity: Capacity | null): string {
  if (!capacity) return cases(load.cases);
  return t('trip.load', {
    cases: `${number(load.cases)}/${cases(capacity.cases)}`,
    mass: `${number(Math.round(load.mass / 1000))}/${kilograms(capacity.mass)}`,
    volume: `${(load.volume / 1_000_000).toFixed(1)}/${cubicMeters(capacity.volume)}`,
  });
}
