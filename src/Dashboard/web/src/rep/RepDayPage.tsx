import { useEffect, useState } from 'preact/hooks';
import type { RepDay, RepStop } from '../api/field';
import { explain } from '../i18n/codes';
import { clockTime, day, timeOfDay } from '../i18n/format';
import { t } from '../i18n/i18n';
import { isQueued } from '../offline/fieldQueue';
import { keepAhead, useCopied } from '../offline/useCopied';
import { Icon } from '../ui/icons';
import { lazy } from '../ui/lazy';
import { Busy, Empty, Failed } from '../ui/states';
import { cardPath } from './cardPath';
import { DayHead, type DayTab } from './DayHead';
import { useFieldClock } from './fieldClock';
import { useFieldRegion } from './useFieldRegion';
import { useRefresh } from './useRefresh';
import './field.css';

const FieldMap = lazy(() => import('./FieldMap').then((chunk) => chunk.FieldMap));

/** Today's list in order; the map comes second. */
export function RepDayPage() {
  const myDay = useCopied<RepDay>('/api/my/day');
  const region = useFieldRegion();
  useFieldClock();
  const [tab, setTab] = useState<DayTab>('list');
  const data = myDay.value;

  useRefresh(myDay.reload);

  // The cards of the day are fetched one after another, so that each opens without a network later.
  useEffect(() => {
    if (!data || myDay.staleSince !== null) return;
    let stopped = false;
    const fetchAll = async () => {
      for (const stop of data.stops) {
        if (stopped) return;
        if (stop.state !== 'done') await keepAhead(cardPath(stop.terminal));
      }
    };
    void fetchAll();
    return () => {
      stopped = true;
    };
  }, [data?.date, data?.plan?.version]);

  if (!data) return myDay.error === null ? <Busy /> : <Failed text={explain(myDay.error)} onRetry={() => void myDay.reload()} />;
  const done = data.stops.filter((stop) => stop.state === 'done').length;
  const next = data.stops.find((stop) => stop.state !== 'done');
  return (
    <div class="day" data-testid="rep-day">
      <DayHead title={t('my.title', { day: day(data.date) })} done={done} total={data.stops.length} staleSince={myDay.staleSince} tab={tab} onTab={setTab} />
      {data.stops.length === 0 ? (
        <Empty>{t(data.plan ? 'my.emptyList' : 'my.noPlan')}</Empty>
      ) : tab === 'map' ? (
        region && <FieldMap region={region} points={data.stops.map((stop) => ({ lon: stop.lon, lat: stop.lat, label: String(stop.sequence), done: stop.state === 'done' }))} />
      ) : (
        <ol class="stops" data-testid="rep-stop-list">
          {data.stops.map((stop) => (
            <StopRow key={stop.terminal} stop={stop} isNext={stop === next} />
          ))}
        </ol>
      )}
      {next && tab === 'list' && (
        <a class="button button-primary field-primary" href={`/my/${encodeURIComponent(next.terminal)}`} data-testid="next-stop">
          {t(next.state === 'started' ? 'my.continue' : 'my.next', { name: next.name })}
        </a>
      )}
    </div>
  );
}

function StopRow({ stop, isNext }: { stop: RepStop; isNext: boolean }) {
  const queued = isQueued(stop.terminal);
  return (
    <li>
      <a class={`stop-card ${isNext ? 'is-next' : ''} is-${stop.state}`} href={`/my/${encodeURIComponent(stop.terminal)}`} data-testid="rep-stop" data-terminal={stop.terminal} data-state={stop.state}>
        <span class="stop-card-number">{stop.state === 'done' ? <Icon name="check" size={16} /> : stop.sequence}</span>
        <span class="stop-card-name">
          <strong>{stop.name}</strong>
          {stop.address && <span class="muted">{stop.address}</span>}
        </span>
        <span class="stop-card-time">
          {stop.arrival === null ? t('my.offPlan') : timeOfDay(stop.arrival)}
          <span class="muted">
            {queued ? t('my.queued') : stop.state === 'done' && stop.visitedAt ? t('my.doneAt', { time: clockTime(stop.visitedAt) }) : t(`my.${stop.state}`)}
          </span>
        </span>
        <span class="class-mark" aria-label={t('class.label', { class: stop.class })}>
          {stop.class}
        </span>
      </a>
    </li>
  );
}
