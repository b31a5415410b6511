import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeliveryPlan } from '../../api/deliveryPlans';
import type { StopOption, StopPlace } from '../../api/dispatch';
import { explain } from '../../i18n/codes';
import { number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { outletName, plate } from '../../region/names';
import { vehicles } from '../../region/regionStore';
import { Icon } from '../../ui/icons';
import { breachText, changeFigures } from '../edits/changeWords';
import { placesOn, stepPlace, without } from '../edits/places';
import { moveStops } from '../edits/planEdits';
import { askOptions } from '../edits/previews';
import { strengthAmong } from '../plans/locks';
import { departedTrips } from '../plans/progress';
import { placedStops, terminalOf } from '../plans/stopIndex';
import { EditDialog } from './EditDialog';

interface Props {
  plan: DeliveryPlan;
  orders: readonly string[];
  vehicle?: string;
  place?: StopPlace | null;
}

/** Move to…: what dragging does, by keyboard or single clicks: a vehicle, a place on its day, and what that would do. */
export function MoveDialog({ plan, orders, vehicle: first, place: firstPlace }: Props) {
  const [options, setOptions] = useState<readonly StopOption[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [vehicle, setVehicle] = useState<string | null>(first ?? vehicleNow(orders));
  const [place, setPlace] = useState<StopPlace | null>(firstPlace ?? placeNow(orders));
  // Whoever chooses before the answer is here keeps what they chose.
  const latest = useRef({ vehicle, place });
  latest.current = { vehicle, place };

  useEffect(() => {
    let stopped = false;
    askOptions(plan, orders).then(
      (answer) => {
        if (stopped) return;
        setOptions(answer);
        const now = latest.current;
        const best = now.vehicle === null ? answer[0] : answer.find((option) => option.vehicle === now.vehicle);
        if (best && now.vehicle === null) setVehicle(best.vehicle);
        if (best && now.place === null) setPlace(best.place);
      },
      (error: unknown) => !stopped && setProblem(explain(error)),
    );
    return () => {
      stopped = true;
    };
  }, [plan.version]);

  const choose = (next: string) => {
    setVehicle(next);
    setPlace(options?.find((option) => option.vehicle === next)?.place ?? null);
  };
  const trips = plan.routes.find((route) => route.vehicle === vehicle)?.trips ?? [];
  const moved = new Set(orders);
  const places = vehicle === null ? [] : placesOn(trips, moved, departedTrips(plan.distributor, vehicle));
  const lock = strengthAmong(plan, orders);
  const stepTo = (by: 1 | -1) => setPlace(stepPlace(places, place, by));
  const known = new Map((options ?? []).map((option) => [option.vehicle, option]));
  const all = [...vehicles.value.values()].filter((each) => each.distributor === plan.distributor && each.inService);
  const listed = [...all].sort((a, b) => rank(known.get(a.id)) - rank(known.get(b.id)));
  const name = orders.length === 1 ? outletName(terminalOf(orders[0]) ?? orders[0]) : t('stop.chosen', { count: orders.length, value: number(orders.length) });

  return (
    <EditDialog title={t('move.title', { name })} plan={plan} edits={vehicle === null ? null : [moveStops(orders, vehicle, place)]} apply={t('move.apply')} testId="move-dialog">
      {lock !== null && (
        <p class="note" data-testid="move-lock" data-strength={lock}>
          {t(lock === 'Everyone' ? 'move.lockedForAll' : 'move.locked')}
        </p>
      )}
      {problem !== null && <p class="problem">{problem}</p>}
      <div class="option-list" role="radiogroup" aria-label={t('column.vehicle')}>
        {listed.map((each, index) => {
          const option = known.get(each.id);
          return (
            <label key={each.id} class={`option ${vehicle === each.id ? 'is-active' : ''}`} data-testid="move-vehicle" data-vehicle={each.id}>
              <input type="radio" name="move-vehicle" checked={vehicle === each.id} autofocus={vehicle === each.id || (vehicle === null && index === 0)} onChange={() => choose(each.id)} />
              <strong>{plate(each.id)}</strong>
              {options === null ? (
                <span class="muted">{t('change.asking')}</span>
              ) : option ? (
                <span class="option-figures">
                  {changeFigures(option.change).map((figure) => (
                    <span key={figure.text} class={`figure figure-${figure.tone}`}>
                      {figure.text}
                    </span>
                  ))}
                  {option.binding && <span class="breach">{breachText(option.binding)}</span>}
                </span>
              ) : (
                <span class="muted">{t('move.noPlace')}</span>
              )}
            </label>
          );
        })}
      </div>
      {vehicle !== null && (
        <div
          class="place-picker"
          role="spinbutton"
          tabIndex={0}
          aria-label={t('move.place')}
          aria-valuetext={placeText(trips, moved, place)}
          aria-valuenow={Math.max(0, places.findIndex((each) => each.trip === place?.trip && each.index === place?.index)) + 1}
          aria-valuemin={1}
          aria-valuemax={places.length}
          data-testid="move-place"
          onKeyDown={(event) => {
            const by = event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : 0;
            if (by === 0) return;
            event.preventDefault();
            stepTo(by);
          }}
        >
          <button type="button" class="icon-button turned-up" tabIndex={-1} aria-label={t('move.earlier')} data-testid="move-earlier" onClick={() => stepTo(-1)}>
            <Icon name="chevron" />
          </button>
          <span class="place-text">{placeText(trips, moved, place)}</span>
          <button type="button" class="icon-button" tabIndex={-1} aria-label={t('move.later')} data-testid="move-later" onClick={() => stepTo(1)}>
            <Icon name="chevron" />
          </button>
        </div>
      )}
    </EditDialog>
  );
}

/** The vehicle that all the stops are on; null where they are on several, or in the tray. */
function vehicleNow(orders: readonly string[]): string | null {
  const vehicles = new Set(orders.map((order) => placedStops.peek().get(order)?.shown.route.vehicle ?? null));
  return vehicles.size === 1 ? ([...vehicles][0] ?? null) : null;
}

function placeNow(orders: readonly string[]): StopPlace | null {
  const now = orders.length === 1 ? placedStops.peek().get(orders[0]) : undefined;
  return now ? { trip: now.trip, index: now.index } : null;
}

function rank(option: StopOption | undefined): number {
  return option === undefined ? Number.MAX_SAFE_INTEGER : (option.binding === null ? 0 : 1e12) + option.change.cost;
}

/** A place in words: the trip, and between which stops. */
export function placeText(trips: DeliveryPlan['routes'][number]['trips'], moved: ReadonlySet<string>, place: StopPlace | null): string {
  if (place === null) return t('place.best');
  const trip = trips.at(place.trip);
  const stops = trip ? without(trip, moved, trip.stops.length) : [];
  if (stops.length === 0) return t('place.newTrip', { number: place.trip + 1 });
  const before = stops[place.index - 1];
  const after = stops[place.index];
  if (!before && after) return t('place.first', { number: place.trip + 1, after: outletName(after.terminal) });
  if (before && !after) return t('place.last', { number: place.trip + 1, before: outletName(before.terminal) });
  return t('place.between', { number: place.trip + 1, before: outletName(before?.terminal ?? ''), after: outletName(after?.terminal ?? '') });
}
