import type { NextDay } from '../api/following';
import { explainCode, unservedReason } from '../i18n/codes';
import { day, number } from '../i18n/format';
import { t } from '../i18n/i18n';
import { distributorName } from '../region/names';
import { navigate } from '../shell/router';
import { showDate } from '../today/plans/planDay';

/** Plans of the next working day that wait for a decision: what they could not do, or why there is none. */
export function NextDays({ next, isTitled = true }: { next: readonly NextDay[]; isTitled?: boolean }) {
  if (next.length === 0) return null;
  return (
    <section aria-label={t('following.next')} data-testid="next-days">
      {isTitled && <h2>{t('following.next')}</h2>}
      <ul class="next-list">
        {next.map((each) => (
          <li key={each.distributor}>
            <strong>{distributorName(each.distributor)}</strong> <span class="muted">{day(each.date)}</span>
            {each.version === null ? (
              <p class="warning-text">{explainCode(each.refusalCode ?? '', each.detail ?? {})}</p>
            ) : (
              <>
                <p>{t('following.proposed', { version: each.version, stops: number(each.stops) })}</p>
                {each.unserved.map((unserved) => (
                  <p key={unserved.reason} class="warning-text">
                    {t('following.unserved', { value: number(unserved.count), reason: unservedReason(unserved.reason) })}
                  </p>
                ))}
              </>
            )}
            <button
              type="button"
              class="button button-quiet"
              onClick={() => {
                showDate(each.date);
                navigate('/');
              }}
            >
              {t('following.toBoard')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
