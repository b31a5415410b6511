import { useEffect, useState } from 'preact/hooks';
import { explain } from '../i18n/codes';
import { day, number } from '../i18n/format';
import { t } from '../i18n/i18n';
import { live, outletsLoaded, regionId } from '../region/regionStore';
import { select, selection } from '../selection/selection';
import { rights } from '../session/session';
import { onKeys } from '../shell/keys';
import { MapPane } from '../today/map/MapPane';
import { showDate, today } from '../today/plans/planDay';
import { Busy, Failed } from '../ui/states';
import { DayClosePanel } from './DayClosePanel';
import { followError, follow, followedAt, following } from './following';
import { LateRisks } from './LateRisks';
import { NextDays } from './NextDays';
import { NoticePanel } from './NoticePanel';
import { VehiclePanel } from './VehiclePanel';
import './following.css';

const followMilliseconds = 4000;

/** Live 跟踪: what will be late first, the map second. */
export function FollowingPage() {
  const region = regionId.value;
  const now = today.value;
  useEffect(() => {
    if (now) showDate(now);
  }, [now]);
  useEffect(() => {
    following.value = null;
    if (region) void follow();
    const timer = setInterval(() => {
      if (!document.hidden && live.connection.peek() === 'live') void follow();
    }, followMilliseconds);
    return () => clearInterval(timer);
  }, [region]);
  useEffect(() => live.onPlans(() => void follow()), []);
  useEffect(
    () =>
      onKeys((event) => {
        if (event.key !== 'Escape' || !selection.peek()) return false;
        select(null);
        return true;
      }),
    [],
  );

  const answer = following.value;
  return (
    <div class="following" data-testid="following-page">
      <div class="following-lists">
        <div class="page-head">
          <h1>{t('nav.following')}</h1>
          {answer && <span class="muted">{day(answer.date)}</span>}
          {rights.value.planDeliveries && (
            <a class="button button-quiet" href="/lessons" data-testid="to-lessons">
              {t('lessons.title')}
            </a>
          )}
          <DataAge />
        </div>
        {followError.value !== null && <Failed text={explain(followError.value)} onRetry={() => void follow()} />}
        {answer === null && followError.value === null && <Busy />}
        {answer && (
          <>
            <LateRisks answer={answer} />
            <NextDays next={answer.next} />
            <NoticePanel notices={answer.notices} />
            <VehiclePanel answer={answer} />
            <DayClosePanel date={answer.date} />
          </>
        )}
      </div>
      <div class="following-map">{outletsLoaded.value ? <MapPane /> : <Busy text={t('state.loadingMap')} />}</div>
    </div>
  );
}

/** How old what is on screen is, on this device's clock. */
function DataAge() {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((old) => old + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  if (followedAt.value === 0) return null;
  const seconds = Math.max(0, Math.round((Date.now() - followedAt.value) / 1000));
  return (
    <span class={`muted ${seconds > 15 ? 'warning-text' : ''}`} data-testid="following-age">
      {t('following.updated', { count: seconds, value: number(seconds) })}
    </span>
  );
}
