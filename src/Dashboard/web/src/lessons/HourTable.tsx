import type { HourLesson } from '../api/following';
import { none, number, percent, timeOfDay } from '../i18n/format';
import { t } from '../i18n/i18n';
import { Empty } from '../ui/states';
import { minutes } from './minutes';
import { ratioOf } from './order';
import { PairBar } from './PairBar';

const secondsAnHour = 3600;

/** Ways and stops by the hour in which they ended or began, planned against actual. */
export function HourTable({ hours }: { hours: readonly HourLesson[] }) {
  const most = Math.max(0, ...hours.flatMap((hour) => [hour.plannedTravel, hour.travel, hour.plannedService, hour.service]));
  return (
    <section aria-labelledby="lessons-hours">
      <h2 id="lessons-hours">{t('lessons.hours')}</h2>
      {hours.length === 0 ? (
        <Empty>{t('lessons.noHours')}</Empty>
      ) : (
        <div class="lessons-scroll" tabIndex={0} role="region" aria-labelledby="lessons-hours">
          <table class="table compact" aria-label={t('lessons.hours')} data-testid="lessons-hours">
            <thead>
              <tr>
                <th scope="col" rowSpan={2}>
                  {t('lessons.hour')}
                </th>
                <th scope="colgroup" colSpan={4}>
                  {t('lessons.driving')}
                </th>
                <th scope="colgroup" colSpan={4}>
                  {t('lessons.atStop')}
                </th>
              </tr>
              <tr>
                {(['legs', 'count'] as const).map((count) => (
                  <Heads key={count} count={count} />
                ))}
              </tr>
            </thead>
            <tbody>
              {hours.map((hour) => (
                <tr key={hour.hour}>
                  <th scope="row">{timeOfDay(hour.hour * secondsAnHour)}</th>
                  <Figures count={hour.legs} planned={hour.plannedTravel} actual={hour.travel} most={most} />
                  <Figures count={hour.deliveries} planned={hour.plannedService} actual={hour.service} most={most} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Heads({ count }: { count: 'legs' | 'count' }) {
  return (
    <>
      <th scope="col" class="right">
        {t(`lessons.${count}`)}
      </th>
      <th scope="col" class="right">
        {t('lessons.planned')}
      </th>
      <th scope="col" class="right">
        {t('lessons.actual')}
      </th>
      <th scope="col">{t('lessons.ratio')}</th>
    </>
  );
}

function Figures({ count, planned, actual, most }: { count: number; planned: number; actual: number; most: number }) {
  const ratio = ratioOf(planned, actual);
  return (
    <>
      <td class="right">{number(count)}</td>
      <td class="right">{count === 0 ? none : minutes(planned)}</td>
      <td class="right">{count === 0 ? none : minutes(actual)}</td>
      <td class="pair-cell">
        {ratio !== null && (
          <>
            {percent(ratio)} <PairBar planned={planned} actual={actual} most={most} />
          </>
        )}
      </td>
    </>
  );
}
