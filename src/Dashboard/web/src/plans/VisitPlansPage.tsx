import { useEffect, useMemo, useState } from 'preact/hooks';
import { get, newCommandId, post } from '../api/client';
import type { VisitPlan, VisitPlanRow } from '../api/visitPlans';
import { explain, unservedReason } from '../i18n/codes';
import { dateOf, day, duration, kilometers, leg, number, timeOfDay } from '../i18n/format';
import { t } from '../i18n/i18n';
import { outletName, repName } from '../region/names';
import { live, outletsLoaded, regionId, regionPath } from '../region/regionStore';
import { select, selectedTerminal } from '../selection/selection';
import { rights } from '../session/session';
import { onKeys } from '../shell/keys';
import { tell, tellError } from '../shell/noticeList';
import { Busy, Empty, Failed } from '../ui/states';
import { TravelWarning } from './TravelWarning';
import './plans.css';

/** Each rep's visit list of a day, with Plan and Publish. */
export function VisitPlansPage() {
  const [date, setDate] = useState<string | null>(null);
  const [rows, setRows] = useState<readonly VisitPlanRow[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [rep, setRep] = useState<string | null>(null);
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [next, setNext] = useState<string | null>(null);
  const region = regionId.value;
  const now = live.clock.value ? dateOf(live.clock.value.now) : null;

  const load = async (wanted: string | null) => {
    setError(null);
    try {
      const answer = await get<VisitPlanRow[]>(regionPath(`/plans/visits${wanted ? `?date=${wanted}` : ''}`));
      setRows(answer);
      const first = answer[0]?.date ?? wanted;
      if (!wanted) setNext(first);
      setDate(first);
      setRep((old) => (answer.some((row) => row.rep === old) ? old : (answer[0]?.rep ?? null)));
    } catch (problem) {
      setError(problem);
    }
  };
  useEffect(() => {
    if (region && outletsLoaded.value) void load(null);
  }, [region, outletsLoaded.value]);
  useEffect(() => live.onPlans((plans) => date && plans.some((plan) => plan.kind === 'visits' && plan.date === date) && void load(date)), [date]);

  const move = (by: 1 | -1) => {
    if (!rows?.length) return;
    const at = rows.findIndex((row) => row.rep === rep);
    setRep(rows[Math.min(rows.length - 1, Math.max(0, at + by))].rep);
  };
  useEffect(
    () =>
      onKeys((event) => {
        const key = event.key.toLowerCase();
        if (key !== 'j' && key !== 'k') return false;
        move(key === 'j' ? 1 : -1);
        return true;
      }),
    [rows, rep],
  );

  const act = async (who: string, action: () => Promise<void>) => {
    setBusy((old) => new Set([...old, who]));
    try {
      await action();
    } catch (problem) {
      tellError(problem);
      if (date) void load(date);
    } finally {
      setBusy((old) => new Set([...old].filter((each) => each !== who)));
    }
  };
  const path = (who: string, verb: string) => regionPath(`/plans/visits/${encodeURIComponent(who)}/${date}/${verb}`);
  const replace = (who: string, change: (row: VisitPlanRow) => VisitPlanRow) => setRows((old) => old?.map((row) => (row.rep === who ? change(row) : row)) ?? null);
  const plan = (who: string) =>
    act(who, async () => {
      const proposed = await post<VisitPlan>(path(who, 'propose'), { commandId: newCommandId() });
      replace(who, (row) => ({ ...row, proposed }));
    });
  const decide = (proposal: VisitPlan, verb: 'publish' | 'discard') =>
    act(proposal.rep, async () => {
      await post(path(proposal.rep, verb), { commandId: newCommandId(), version: proposal.version });
      replace(proposal.rep, (row) => (verb === 'publish' ? { ...row, proposed: null, published: { ...proposal, status: 'Published' } } : { ...row, proposed: null }));
      tell('done', t(verb === 'publish' ? 'plan.publishedNotice' : 'plan.discardedNotice', { name: repName(proposal.rep), day: day(proposal.date) }));
    });

  const mayPlan = rights.value.planVisits && (now === null || (date ?? '') >= now);
  const unplanned = useMemo(() => (rows ?? []).filter((row) => !row.proposed && !row.published), [rows]);
  const proposals = useMemo(() => (rows ?? []).flatMap((row) => (row.proposed ? [row.proposed] : [])), [rows]);
  // One after another: planning is heavy work and the server has few cores.
  const each = async <T,>(items: readonly T[], action: (item: T) => Promise<void>) => {
    for (const item of items) await action(item);
  };
  const chosen = rows?.find((row) => row.rep === rep) ?? null;

  return (
    <div class="page page-fill" data-testid="visits-page">
      <div class="page-head">
        <h1>{t('nav.visits')}</h1>
        <div class="segmented" role="group" aria-label={t('plan.day')}>
          {now && (
            <button type="button" aria-pressed={date === now} data-testid="date-today" onClick={() => void load(now)}>
              {t('plan.today')}
            </button>
          )}
          {next && next !== now && (
            <button type="button" aria-pressed={date === next} data-testid="date-next" onClick={() => void load(next)}>
              {t('plan.next')}
            </button>
          )}
        </div>
        <input type="date" aria-label={t('plan.day')} value={date ?? ''} onChange={(event) => event.currentTarget.value && void load(event.currentTarget.value)} />
        <span class="topbar-space" />
        {mayPlan && unplanned.length > 0 && (
          <button type="button" class="button button-primary" disabled={busy.size > 0} data-testid="plan-all" onClick={() => void each(unplanned, (row) => plan(row.rep))}>
            {t('visits.planAll', { count: unplanned.length })}
          </button>
        )}
        {mayPlan && proposals.length > 1 && (
          <button type="button" class="button" disabled={busy.size > 0} data-testid="publish-all" onClick={() => void each(proposals, (proposal) => decide(proposal, 'publish'))}>
            {t('visits.publishAll', { count: proposals.length })}
          </button>
        )}
      </div>
      {error !== null && <Failed text={explain(error)} onRetry={() => void load(date)} />}
      {rows === null && error === null && <Busy />}
      {rows?.length === 0 && <Empty>{t('visits.noReps')}</Empty>}
      {rows && rows.length > 0 && (
        <div class="two-panes">
          <ul class="rep-list" data-testid="rep-list">
            {rows.map((row) => {
              const shown = row.proposed ?? row.published;
              return (
                <li key={row.rep}>
                  <button type="button" class={`rep-row ${row.rep === rep ? 'is-active' : ''}`} aria-current={row.rep === rep ? 'true' : undefined} data-testid="rep-row" data-rep={row.rep} onClick={() => setRep(row.rep)}>
                    <strong>{repName(row.rep)}</strong>
                    <span class={`chip ${row.proposed ? 'chip-proposal' : row.published ? 'chip-published' : ''}`}>
                      {busy.has(row.rep) ? t('plan.planning') : row.proposed ? t('plan.proposal', { version: row.proposed.version }) : row.published ? t('plan.published', { version: row.published.version }) : t('plan.none')}
                    </span>
                    {shown && <span class="muted">{`${t('visits.calls', { count: shown.visits.length })} · ${timeOfDay(shown.start)}–${timeOfDay(shown.end)} · ${kilometers(shown.distance)}`}</span>}
                  </button>
                </li>
              );
            })}
          </ul>
          {chosen && (
            <div class="visit-plan" data-testid="visit-plan">
              <div class="page-head">
                <h2>{repName(chosen.rep)}</h2>
                {mayPlan && (
                  <div class="plan-actions">
                    {chosen.proposed && (
                      <>
                        <button type="button" class="button button-primary" disabled={busy.has(chosen.rep)} data-testid="publish-button" onClick={() => chosen.proposed && void decide(chosen.proposed, 'publish')}>
                          {t('plan.publish')}
                        </button>
                        <button type="button" class="button" disabled={busy.has(chosen.rep)} data-testid="discard-button" onClick={() => chosen.proposed && void decide(chosen.proposed, 'discard')}>
                          {t('plan.discard')}
                        </button>
                      </>
                    )}
                    <button type="button" class={`button ${chosen.proposed ? '' : 'button-primary'}`} disabled={busy.has(chosen.rep)} data-testid="plan-button" onClick={() => void plan(chosen.rep)}>
                      {busy.has(chosen.rep) ? t('plan.planning') : chosen.proposed || chosen.published ? t('plan.again') : t('plan.plan')}
                    </button>
                  </div>
                )}
              </div>
              <VisitPlanTable plan={chosen.proposed ?? chosen.published} />
            </div>
          )}
        </div>
      )}
    </div>
  );
}

function VisitPlanTable({ plan }: { plan: VisitPlan | null }) {
  if (!plan) return <Empty>{t('visits.notPlanned')}</Empty>;
  return (
    <>
      <p class="plan-figures">
        {[t('visits.calls', { count: plan.visits.length }), kilometers(plan.distance), t('visits.driving', { time: duration(plan.driving) })].join(' · ')}
      </p>
      <TravelWarning travelTimes={plan.provenance.travelTimes} />
      <table class="table" data-testid="visit-table">
        <thead>
          <tr>
            <th scope="col" class="right">
              #
            </th>
            <th scope="col">{t('column.name')}</th>
            <th scope="col">{t('column.arrival')}</th>
            <th scope="col" class="wide-only">{t('column.departure')}</th>
            <th scope="col">{t('column.purpose')}</th>
            <th scope="col">{t('column.due')}</th>
            <th scope="col" class="right wide-only">
              {t('column.leg')}
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.visits.map((visit, index) => (
            <tr key={visit.terminal} class={selectedTerminal.value === visit.terminal ? 'is-active' : ''} onClick={() => select({ kind: 'outlet', terminal: visit.terminal })}>
              <td class="right">{number(index + 1)}</td>
              <td>
                <a href={`/outlets/${encodeURIComponent(visit.terminal)}`}>{outletName(visit.terminal)}</a>
              </td>
              <td>{timeOfDay(visit.arrival)}</td>
              <td class="wide-only">{timeOfDay(visit.departure)}</td>
              <td class="visit-purpose">{t(`purpose.${visit.purpose}`)}</td>
              <td class={visit.dueOn < plan.date ? 'warning-text' : ''}>{day(visit.dueOn)}</td>
              <td class="right wide-only">{leg(visit.leg)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {plan.postponed.length > 0 && (
        <details class="postponed">
          <summary>{t('visits.postponed', { count: plan.postponed.length })}</summary>
          <table class="table compact">
            <thead>
              <tr>
                <th scope="col">{t('column.name')}</th>
                <th scope="col">{t('column.due')}</th>
                <th scope="col">{t('column.reason')}</th>
                <th scope="col">{t('column.nextPlanned')}</th>
              </tr>
            </thead>
            <tbody>
              {plan.postponed.map((visit) => (
                <tr key={visit.terminal}>
                  <td>
                    <a href={`/outlets/${encodeURIComponent(visit.terminal)}`}>{outletName(visit.terminal)}</a>
                  </td>
                  <td>{day(visit.dueOn)}</td>
                  <td>{unservedReason(visit.reason)}</td>
                  <td>{day(visit.nextOn)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  );
}
