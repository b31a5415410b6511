import { useMemo } from 'preact/hooks';
import type { DeliverySchedule, ScheduleProgress } from '../api/schedules';
import { explain } from '../i18n/codes';
import { cases, kilometers, money, number } from '../i18n/format';
import { t } from '../i18n/i18n';
import { TravelWarning } from '../plans/TravelWarning';
import { travelName } from '../plans/travelName';
import { outletName, plate } from '../region/names';
import { csvOf, download } from '../ui/csv';
import { Busy, Failed } from '../ui/states';
import { useRemote } from '../ui/useRemote';
import { FillTable } from './FillTable';
import { fillRows, outletRows } from './grid';
import { NotServed } from './NotServed';
import { StockGrid } from './StockGrid';
import { deliveryTable, stockTable } from './tables';
import { schedulePath } from './useScheduleRuns';

const names = { outlet: outletName, plate };

/** What a run gave: what it costs, how outlets stand day by day, how full vehicles go out, and what could not be served. */
export function ScheduleView({ distributor, run }: { distributor: string; run: ScheduleProgress }) {
  const answer = useRemote<DeliverySchedule>(schedulePath(distributor, `${encodeURIComponent(run.run)}/schedule`));
  const schedule = answer.value;
  const rows = useMemo(() => (schedule ? outletRows(schedule) : []), [schedule]);
  const fill = useMemo(() => (schedule ? fillRows(schedule) : []), [schedule]);
  if (answer.error !== null) return <Failed text={explain(answer.error)} onRetry={answer.reload} />;
  if (!schedule) return <Busy />;
  const stem = `${schedule.distributor}-${schedule.from}-${schedule.days}d.csv`;
  return (
    <div class="schedule-result" data-testid="schedule-result" data-run={run.run}>
      <TravelWarning travelTimes={schedule.travelTimes} />
      <Costs schedule={schedule} />
      <div class="schedule-actions">
        <button type="button" class="button" data-testid="schedule-csv-deliveries" onClick={() => download(`schedule-${stem}`, csvOf(deliveryTable(schedule, names)))}>
          {t('schedule.csvDeliveries')}
        </button>
        <button type="button" class="button" data-testid="schedule-csv-stock" onClick={() => download(`stock-${stem}`, csvOf(stockTable(schedule, rows, names)))}>
          {t('schedule.csvStock')}
        </button>
        <span class="muted">{t('plan.provenance', { engine: schedule.engine, seed: schedule.seed, iterations: number(schedule.iterations), travel: travelName(schedule.travelTimes) })}</span>
      </div>
      <StockGrid from={schedule.from} days={schedule.days} rows={rows} />
      <FillTable from={schedule.from} days={schedule.days} rows={fill} />
      <NotServed schedule={schedule} rows={rows} />
    </div>
  );
}

/** The costs as bars with their figures: the longest is all of it. */
function Costs({ schedule }: { schedule: DeliverySchedule }) {
  const parts = [
    ['holding', schedule.holdingCost],
    ['stockOut', schedule.stockOutCost],
    ['travel', schedule.travelCost],
  ] as const;
  const total = parts.reduce((sum, [, cost]) => sum + cost, 0);
  const load = schedule.trips.reduce((sum, trip) => sum + trip.stops.reduce((cases_, stop) => cases_ + stop.cases, 0), 0);
  const deliveries = schedule.trips.reduce((sum, trip) => sum + trip.stops.length, 0);
  const distance = schedule.trips.reduce((sum, trip) => sum + trip.distance, 0);
  return (
    <section class="schedule-costs" aria-label={t('schedule.costs')}>
      <table class="table compact" aria-label={t('schedule.costs')} data-testid="schedule-costs">
        <tbody>
          {parts.map(([name, cost]) => (
            <tr key={name}>
              <th scope="row">{t(`schedule.cost.${name}`)}</th>
              <td class="figure">{money(cost)}</td>
              <td class="bar-cell" aria-hidden="true">
                <span class={`bar bar-${name}`} style={{ width: `${total > 0 ? (100 * cost) / total : 0}%` }} data-empty={cost === 0} />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('schedule.cost.total')}</th>
            <td class="figure">
              <strong>{money(total)}</strong>
            </td>
            <td />
          </tr>
        </tbody>
      </table>
      <p class="schedule-summary" data-testid="schedule-summary">
        {[
          t('schedule.deliveries', { count: deliveries, value: number(deliveries) }),
          cases(load),
          kilometers(distance),
          t('schedule.outletsServed', { count: schedule.outlets.length, value: number(schedule.outlets.length) }),
        ].join(' · ')}
      </p>
    </section>
  );
}
