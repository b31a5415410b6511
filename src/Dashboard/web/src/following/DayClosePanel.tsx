import { useState } from 'preact/hooks';
import { newCommandId, post } from '../api/client';
import type { DayClose, VehicleClose } from '../api/following';
import { explain } from '../i18n/codes';
import { cases, dayAndTime, duration, kilometers, none, number, percent } from '../i18n/format';
import { t } from '../i18n/i18n';
import { distributorName, outletName, plate } from '../region/names';
import { regionPath } from '../region/regionStore';
import { rights } from '../session/session';
import { tellError } from '../shell/noticeList';
import { Busy, Empty, Failed } from '../ui/states';
import { useRemote } from '../ui/useRemote';

/** The evening: planned against actual, what goes to the next day, and the button that ends the day. */
export function DayClosePanel({ date }: { date: string }) {
  const [isOpen, setOpen] = useState(false);
  const closing = useRemote<DayClose>(isOpen ? regionPath(`/days/${date}`) : null);
  return (
    <details class="day-close" data-testid="day-close" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('following.close')}</summary>
      {closing.error !== null && <Failed text={explain(closing.error)} onRetry={closing.reload} />}
      {isOpen && closing.value === null && closing.error === null && <Busy />}
      {closing.value && <Closing day={closing.value} reload={closing.reload} />}
    </details>
  );
}

function Closing({ day, reload }: { day: DayClose; reload: () => void }) {
  const [asked, setAsked] = useState<string | null>(null);
  const close = async (distributor: string) => {
    setAsked(null);
    try {
      await post(regionPath(`/days/${day.date}/close`), { commandId: newCommandId(), distributor });
    } catch (error) {
      tellError(error);
    }
    reload();
  };
  if (day.vehicles.length === 0) return <Empty>{t('following.nothing')}</Empty>;
  return (
    <>
      {day.distributors.map((each) => (
        <p key={each.distributor} class="close-row">
          <strong>{distributorName(each.distributor)}</strong>{' '}
          {each.isClosed ? (
            <span class="muted">{each.closedAt ? t('following.closedAt', { time: dayAndTime(each.closedAt) }) : t('following.closed')}</span>
          ) : rights.value.planDeliveries ? (
            asked === each.distributor ? (
              <>
                <button type="button" class="button button-primary" data-testid="close-confirm" onClick={() => void close(each.distributor)}>
                  {t('following.closeConfirm')}
                </button>{' '}
                <button type="button" class="button button-quiet" onClick={() => setAsked(null)}>
                  {t('following.closeNot')}
                </button>
              </>
            ) : (
              <button type="button" class="button" data-testid="close-day" onClick={() => setAsked(each.distributor)}>
                {t('following.closeDay')}
              </button>
            )
          ) : null}
        </p>
      ))}
      <div class="close-tables" tabIndex={0} role="region" aria-label={t('following.close')}>
        <table class="table compact">
          <thead>
            <tr>
              <th scope="col">{t('column.vehicle')}</th>
              <th scope="col">{t('following.distance')}</th>
              <th scope="col">{t('following.working')}</th>
              <th scope="col">{t('following.outcomes')}</th>
              <th scope="col">{t('following.errors')}</th>
            </tr>
          </thead>
          <tbody>
            {day.vehicles.map((vehicle) => (
              <VehicleRows key={vehicle.vehicle} vehicle={vehicle} />
            ))}
          </tbody>
        </table>
      </div>
      <h3>{t('following.carried', { count: day.carried.length, value: number(day.carried.length) })}</h3>
      <ul class="carried-list">
        {day.carried.map((order) => (
          <li key={order.order}>
            {outletName(order.terminal)} · {cases(order.cases)} · {t(`following.outcome.${order.reason}`)}
          </li>
        ))}
      </ul>
    </>
  );
}

function VehicleRows({ vehicle }: { vehicle: VehicleClose }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <tr data-testid="close-vehicle">
        <td>
          <button type="button" class="button button-quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {plate(vehicle.vehicle)}
          </button>
        </td>
        <td>{pair(vehicle.plannedDistance, vehicle.driven, kilometers)}</td>
        <td>{pair(vehicle.plannedWorking, vehicle.worked, duration)}</td>
        <td>
          {t('following.outcomeCounts', {
            done: number(vehicle.done),
            late: number(vehicle.late),
            refused: number(vehicle.refused),
            unfinished: number(vehicle.unfinished),
          })}
        </td>
        <td>
          {t('following.errorFigures', {
            driving: vehicle.drivingError == null ? none : percent(vehicle.drivingError / 1000),
            service: vehicle.serviceError == null ? none : percent(vehicle.serviceError / 1000),
          })}
        </td>
      </tr>
      {isOpen &&
        vehicle.stops.map((stop, index) => (
          <tr key={index} class="stop-row">
            <td>{outletName(stop.terminal)}</td>
            <td>{t('following.leg', { figures: pair(stop.plannedTravel, stop.travel, duration) })}</td>
            <td>{t('following.atStop', { figures: pair(stop.plannedService, stop.service, duration) })}</td>
            <td>{t(`following.outcome.${stop.outcome}`)}</td>
            <td />
          </tr>
        ))}
    </>
  );
}

/** Planned → actual. */
function pair(planned: number, actual: number | null | undefined, text: (value: number) => string): string {
  return `${text(planned)} → ${actual == null ? none : text(actual)}`;
}
