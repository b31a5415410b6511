import { useMemo } from 'preact/hooks';
import { day, number, percent, shortDay } from '../i18n/format';
import { t } from '../i18n/i18n';
import { plate } from '../region/names';
import { Empty } from '../ui/states';
import { daysOf, type FillCell, type FillRow } from './grid';

/** How full each vehicle goes out on each day: a bar and its figure. */
export function FillTable({ from, days, rows }: { from: string; days: number; rows: readonly FillRow[] }) {
  const dates = useMemo(() => daysOf(from, days), [from, days]);
  return (
    <section aria-labelledby="schedule-fill-title">
      <h2 id="schedule-fill-title">{t('schedule.fill')}</h2>
      {rows.length === 0 ? (
        <Empty>{t('schedule.noTrips')}</Empty>
      ) : (
        <div class="schedule-fill" tabIndex={0} role="region" aria-labelledby="schedule-fill-title">
          <table class="table compact" aria-label={t('schedule.fill')} data-testid="schedule-fill">
            <thead>
              <tr>
                <th scope="col">{t('column.vehicle')}</th>
                {dates.map((date) => (
                  <th key={date} scope="col" title={day(date)}>
                    {shortDay(date)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.vehicle}>
                  <th scope="row">{plate(row.vehicle)}</th>
                  {row.days.map((cell, at) => (
                    <td key={dates[at]} title={cell.trips > 0 ? fillText(cell) : undefined}>
                      {cell.trips > 0 && (
                        <>
                          <span class="fill" aria-hidden="true">
                            <span style={{ height: `${Math.min(100, 100 * ratio(cell))}%` }} />
                          </span>
                          {percent(Math.round(100 * ratio(cell)) / 100).replace(/[.,]0/, '')}
                        </>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function ratio({ load, capacity }: FillCell): number {
  return capacity > 0 ? load / capacity : 0;
}

function fillText({ trips, stops, load, capacity }: FillCell): string {
  return t('schedule.fillText', { trips: t('route.trips', { count: trips }), stops: t('plan.stops', { count: stops, value: number(stops) }), load: number(load), capacity: number(capacity) });
}
