import type { FleetNotice } from '../api/following';
import { duration, number, timeOfDay } from '../i18n/format';
import { t } from '../i18n/i18n';
import { outletName, plate } from '../region/names';
import { select } from '../selection/selection';
import { rights } from '../session/session';
import { acknowledge } from './following';

const shownAtOnce = 30;

/** What the positions show: detours and long stops to be seen by someone, arrivals and departures for the record. */
export function NoticePanel({ notices }: { notices: readonly FleetNotice[] }) {
  const serious = notices.filter((notice) => isSerious(notice) && !notice.isAcknowledged);
  const others = notices.filter((notice) => !isSerious(notice) || notice.isAcknowledged);
  return (
    <section aria-label={t('following.notices')} data-testid="following-notices">
      <h2>
        {t('following.notices')} <span class={`chip ${serious.length > 0 ? 'chip-late' : ''}`}>{number(serious.length)}</span>
      </h2>
      <ul class="notice-list">
        {serious.map((notice) => (
          <Row key={notice.number} notice={notice} />
        ))}
      </ul>
      {others.length > 0 && (
        <details>
          <summary>{t('following.earlier', { count: others.length, value: number(others.length) })}</summary>
          <ul class="notice-list">
            {others.slice(0, shownAtOnce).map((notice) => (
              <Row key={notice.number} notice={notice} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Row({ notice }: { notice: FleetNotice }) {
  return (
    <li class={isSerious(notice) && !notice.isAcknowledged ? 'is-serious' : ''} data-testid="following-notice" data-kind={notice.kind}>
      <button type="button" class="notice-text" onClick={() => select({ kind: 'mover', mover: notice.vehicle, vehicle: true })}>
        <span class="notice-time">{timeOfDay(notice.since)}</span> <strong>{plate(notice.vehicle)}</strong> {textOf(notice)}
      </button>
      {isSerious(notice) && !notice.isAcknowledged && rights.value.planDeliveries && (
        <button type="button" class="button button-quiet" onClick={() => void acknowledge(notice.number)}>
          {t('following.acknowledge')}
        </button>
      )}
    </li>
  );
}

function isSerious(notice: FleetNotice): boolean {
  return notice.kind === 'OffRoute' || notice.kind === 'LongStop';
}

function textOf(notice: FleetNotice): string {
  const lasted = notice.lasted ? ` (${duration(notice.lasted)})` : '';
  if (notice.kind === 'OffRoute') return t('following.offRoute', { meters: number(notice.meters ?? 0) }) + lasted;
  return t(`following.notice.${notice.kind}`, { outlet: notice.terminal ? outletName(notice.terminal) : '' }) + lasted;
}
