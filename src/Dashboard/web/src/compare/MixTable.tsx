import type { DeliveryRoute } from '../api/deliveryPlans';
import { kilometers, number } from '../i18n/format';
import { t } from '../i18n/i18n';
import { plate } from '../region/names';
import { vehicles } from '../region/regionStore';
import { colourOf } from './features';
import type { Choices, Clash, MixRow, Side } from './mix';

interface Props {
  rows: readonly MixRow[];
  left: number;
  right: number;
  choices: Choices;
  clashes: readonly Clash[];
  disabled: boolean;
  onChoose: (vehicle: string, side: Side) => void;
}

/** For each vehicle, whose route of it to take. */
export function MixTable({ rows, left, right, choices, clashes, disabled, onChoose }: Props) {
  const fleet = [...vehicles.value.keys()];
  return (
    <table class="table compact" data-testid="mix-table">
      <caption>{t('compare.mixHint')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.vehicle')}</th>
          <th scope="col">{t('compare.version', { version: left })}</th>
          <th scope="col">{t('compare.version', { version: right })}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const twice = clashes.filter((clash) => clash.vehicles.includes(row.vehicle)).length;
          const option = (side: Side, version: number) => (
            <td>
              {row.isSame ? (
                <span class="muted">{t('compare.same')}</span>
              ) : (
                <label class="check">
                  <input
                    type="radio"
                    name={`mix-${row.vehicle}`}
                    checked={choices[row.vehicle] === side}
                    disabled={disabled}
                    aria-label={t('compare.take', { vehicle: plate(row.vehicle), version, route: routeText(row[side]) })}
                    data-testid={`mix-${side}`}
                    onChange={() => onChoose(row.vehicle, side)}
                  />
                  <span>{routeText(row[side])}</span>
                </label>
              )}
            </td>
          );
          return (
            <tr key={row.vehicle} class={twice > 0 ? 'has-clash' : ''} data-testid="mix-row" data-vehicle={row.vehicle} data-clashes={twice} data-choice={choices[row.vehicle]}>
              <th scope="row">
                <span class="compare-swatch" style={{ background: colourOf(fleet, row.vehicle) }} aria-hidden="true" />
                {plate(row.vehicle)}
                {row.departed > 0 && <span class="muted compare-note">{t('compare.departed', { count: row.departed, value: number(row.departed) })}</span>}
                {twice > 0 && <span class="warning-text compare-note">{t('compare.clashesHere', { count: twice, value: number(twice) })}</span>}
              </th>
              {option('left', left)}
              {option('right', right)}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function routeText(route: DeliveryRoute | null): string {
  if (!route) return t('compare.notSent');
  const stops = route.trips.reduce((sum, trip) => sum + trip.stops.length, 0);
  return `${t('plan.stops', { count: stops, value: number(stops) })} · ${kilometers(route.distance)}`;
}
