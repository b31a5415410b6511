import type { DeliverySchedule } from '../api/schedules';
import { cases, number, shortDay } from '../i18n/format';
import { t } from '../i18n/i18n';
import { outletName } from '../region/names';
import { daysOf, type OutletRow } from './grid';

/** What could not be served, and why; the outlets of which no sales are known are named too. */
export function NotServed({ schedule, rows }: { schedule: DeliverySchedule; rows: readonly OutletRow[] }) {
  const dates = daysOf(schedule.from, schedule.days);
  const out = rows.filter((row) => row.short > 0);
  return (
    <section aria-labelledby="schedule-short-title" data-testid="schedule-short">
      <h2 id="schedule-short-title">{t('schedule.short')}</h2>
      {out.length === 0 ? (
        <p>{t('schedule.noneShort')}</p>
      ) : (
        <div class="schedule-short" tabIndex={0} role="region" aria-labelledby="schedule-short-title">
          <table class="table compact" aria-label={t('schedule.short')}>
            <thead>
              <tr>
                <th scope="col">{t('column.outlet')}</th>
                <th scope="col">{t('schedule.figure.short')}</th>
                <th scope="col">{t('schedule.onDays')}</th>
                <th scope="col">{t('column.reason')}</th>
              </tr>
            </thead>
            <tbody>
              {out.map((row) => (
                <tr key={row.terminal} data-testid="schedule-short-row">
                  <th scope="row">
                    <a href={`/outlets/${encodeURIComponent(row.terminal)}`}>{outletName(row.terminal)}</a>
                  </th>
                  <td>{cases(row.short)}</td>
                  <td>{row.days.flatMap((cell, at) => (cell.short > 0 ? [shortDay(dates[at])] : [])).join(t('schedule.dayJoin'))}</td>
                  <td>{row.cause ? t(`schedule.cause.${row.cause}`) : ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {schedule.withoutSales.length > 0 && (
        <details>
          <summary>{t('schedule.withoutSales', { count: schedule.withoutSales.length, value: number(schedule.withoutSales.length) })}</summary>
          <p>{schedule.withoutSales.map(outletName).join(t('schedule.dayJoin'))}</p>
        </details>
      )}
    </section>
  );
}
