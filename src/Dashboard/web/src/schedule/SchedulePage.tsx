import { useEffect, useState } from 'preact/hooks';
import type { ScheduleOptions, ScheduleProgress } from '../api/schedules';
import { explain } from '../i18n/codes';
import { dayAndTime, shortDay } from '../i18n/format';
import { t } from '../i18n/i18n';
import { detail, outletsLoaded } from '../region/regionStore';
import { rights } from '../session/session';
import { navigate, route } from '../shell/router';
import { today } from '../today/plans/planDay';
import { Busy, Empty, Failed } from '../ui/states';
import { RunLine } from './RunLine';
import { ScheduleForm } from './ScheduleForm';
import { ScheduleView } from './ScheduleView';
import { isOver, useScheduleRuns } from './useScheduleRuns';
import './schedule.css';

/** Delivery schedule (补货排程): which outlet is served on which day, so that none runs out before its next delivery. */
export function SchedulePage() {
  const known = detail.value?.distributors ?? [];
  const where = route.value;
  const distributor = (where.page === 'schedule' ? where.distributor : null) ?? known[0]?.id ?? null;
  return (
    <div class="page schedule" data-testid="schedule-page">
      <div class="page-head">
        <h1>{t('schedule.title')}</h1>
        {known.length > 1 && (
          <label>
            <span class="visually-hidden">{t('column.distributor')}</span>
            <select value={distributor ?? ''} data-testid="schedule-distributor" onChange={(event) => navigate(`/schedule/${encodeURIComponent(event.currentTarget.value)}`, true)}>
              {known.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <p class="muted">{t('schedule.intro')}</p>
      {!outletsLoaded.value || !today.value ? <Busy /> : distributor === null ? <Empty>{t('plan.noDistributor')}</Empty> : <Scheduling key={distributor} distributor={distributor} today={today.value} />}
    </div>
  );
}

function Scheduling({ distributor, today: now }: { distributor: string; today: string }) {
  const { runs, error, start, stop, reload } = useScheduleRuns(distributor);
  const [chosen, setChosen] = useState<string | null>(null);
  const latest = runs?.at(-1) ?? null;
  const isBusy = runs?.some((run) => !isOver(run)) ?? false;
  const shown = runs?.find((run) => run.run === chosen) ?? latest;
  useEffect(() => {
    // One that has just been started is looked at, whatever was looked at before.
    if (latest && !isOver(latest)) setChosen(latest.run);
  }, [latest?.run]);
  const begin = async (options: ScheduleOptions) => setChosen(await start(options));
  return (
    <>
      {rights.value.planDeliveries && runs !== null && <ScheduleForm today={now} like={shown?.options ?? null} isBusy={isBusy} onStart={begin} />}
      {error !== null && <Failed text={explain(error)} onRetry={reload} />}
      {runs === null && error === null && <Busy />}
      {runs?.length === 0 && <Empty>{t('schedule.none')}</Empty>}
      {runs && runs.length > 1 && (
        <label class="labelled schedule-runs">
          <span>{t('schedule.runs')}</span>
          <select value={shown?.run ?? ''} data-testid="schedule-runs" onChange={(event) => setChosen(event.currentTarget.value)}>
            {[...runs].reverse().map((run) => (
              <option key={run.run} value={run.run}>
                {runText(run)}
              </option>
            ))}
          </select>
        </label>
      )}
      {shown && shown.status !== 'Done' && <RunLine run={shown} isBusy={isBusy} onStop={() => stop(shown.run)} onAgain={() => begin(shown.options)} />}
      {shown?.status === 'Done' && <ScheduleView key={shown.run} distributor={distributor} run={shown} />}
    </>
  );
}

function runText({ at, options, status }: ScheduleProgress): string {
  return [
    t('schedule.horizon', { count: options.days, from: shortDay(options.from) }),
    t(`schedule.policy.${options.policy}`),
    dayAndTime(at),
    ...(status === 'Done' ? [] : [t(`runStatus.${status}`)]),
  ].join(' · ');
}
