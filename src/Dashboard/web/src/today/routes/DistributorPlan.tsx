import { useState } from 'preact/hooks';
import type { DeliveryPlanRow } from '../../api/deliveryPlans';
import { cases, day, dayAndTime, kilometers, money, number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { TravelWarning } from '../../plans/TravelWarning';
import { travelName } from '../../plans/travelName';
import { distributorName } from '../../region/names';
import { tell } from '../../shell/noticeList';
import { readOnlyReason } from '../actions/actions';
import { openPanel } from '../actions/panels';
import { discard, planning, propose, publish, shownPlan, type PlanOptions } from '../plans/planDay';
import { shownRoutes } from '../plans/stopIndex';
import { IdleVehicles } from './IdleVehicles';
import { RouteItem } from './RouteItem';

export function DistributorPlan({ row }: { row: DeliveryPlanRow }) {
  const [options, setOptions] = useState<PlanOptions>({});
  const [deciding, setDeciding] = useState(false);
  const plan = shownPlan(row);
  const busy = planning.value.has(row.distributor);
  const mayPlan = readOnlyReason() === null;
  const proposal = plan?.status === 'Proposed' ? plan : null;
  const stops = plan?.routes.reduce((sum, route) => sum + route.trips.reduce((count, trip) => count + trip.stops.length, 0), 0) ?? 0;
  const nothingDue = plan !== null && plan.routes.length === 0 && plan.unserved.length === 0;
  const load = plan?.routes.reduce((sum, route) => sum + route.trips.reduce((count, trip) => count + trip.load.cases, 0), 0) ?? 0;

  const decide = async (verb: 'publish' | 'discard') => {
    if (!proposal) return;
    // A plan that breaks rules goes out only after somebody has read which.
    if (verb === 'publish' && proposal.breaches.length > 0) {
      openPanel({ kind: 'publish', distributor: row.distributor });
      return;
    }
    setDeciding(true);
    const done = verb === 'publish' ? await publish(proposal) : await discard(proposal);
    setDeciding(false);
    if (done) tell('done', t(verb === 'publish' ? 'plan.publishedNotice' : 'plan.discardedNotice', { name: distributorName(row.distributor), day: day(row.date) }));
  };

  return (
    <section class="distributor" aria-label={distributorName(row.distributor)} data-testid="distributor-plan" data-distributor={row.distributor}>
      <header class="distributor-head">
        <h2>{distributorName(row.distributor)}</h2>
        {proposal ? (
          <span class="chip chip-proposal" data-testid="plan-status" data-status="Proposed">
            {t('plan.proposal', { version: proposal.version })}
          </span>
        ) : row.published ? (
          <span class="chip chip-published" data-testid="plan-status" data-status="Published">
            {t('plan.published', { version: row.published.version })}
          </span>
        ) : (
          <span class="chip" data-testid="plan-status" data-status="None">
            {t('plan.none')}
          </span>
        )}
      </header>
      {plan && (
        <p class="plan-figures" data-testid="plan-figures">
          {nothingDue
            ? t('plan.nothingDue')
            : [
                t('plan.routes', { count: plan.routes.length }),
                t('plan.stops', { count: stops, value: number(stops) }),
                cases(load),
                kilometers(plan.distance),
                money(plan.cost),
              ].join(' · ')}
        </p>
      )}
      {plan && !nothingDue && <TravelWarning travelTimes={plan.provenance.travelTimes} />}
      {proposal && row.published && <p class="muted">{t('plan.replaces', { version: row.published.version })}</p>}
      {row.closedAt && (
        <p class="note" role="status" data-testid="day-closed">
          {t('plan.dayClosed', { time: dayAndTime(row.closedAt) })}
        </p>
      )}
      {!mayPlan && <p class="muted read-only">{t(readOnlyReason() ?? 'plan.dayPast')}</p>}
      {mayPlan && (
        <div class="plan-actions">
          {proposal && (
            <>
              <button type="button" class="button button-primary" disabled={deciding || busy} data-testid="publish-button" onClick={() => void decide('publish')}>
                {t('plan.publish')}
              </button>
              <button type="button" class="button" disabled={deciding || busy} data-testid="discard-button" onClick={() => void decide('discard')}>
                {t('plan.discard')}
              </button>
            </>
          )}
          <button
            type="button"
            class={`button ${proposal ? '' : 'button-primary'}`}
            disabled={busy || deciding}
            data-testid="plan-button"
            onClick={() => void propose(row.distributor, row.date, options)}
          >
            {busy ? t('plan.planning') : plan ? t('plan.again') : t('plan.plan')}
          </button>
          <details class="advanced">
            <summary>{t('plan.advanced')}</summary>
            <div class="advanced-fields">
              <NumberField label={t('plan.seed')} value={options.seed} onValue={(seed) => setOptions({ ...options, seed })} />
              <NumberField label={t('plan.iterations')} value={options.iterations} onValue={(iterations) => setOptions({ ...options, iterations })} />
              <NumberField label={t('plan.timeLimit')} value={options.timeLimitSeconds} onValue={(timeLimitSeconds) => setOptions({ ...options, timeLimitSeconds })} />
            </div>
            <p class="hint">{t('plan.advancedHint')}</p>
          </details>
        </div>
      )}
      {busy && <div class="progress-line" role="progressbar" aria-label={t('plan.planning')} />}
      {plan && (
        <ol class="route-list" data-testid="route-list">
          {shownRoutes.value
            .filter((shown) => shown.plan.distributor === row.distributor)
            .map((shown) => (
              <RouteItem key={shown.route.vehicle} shown={shown} />
            ))}
        </ol>
      )}
      {plan && mayPlan && <IdleVehicles plan={plan} />}
      {plan && (
        <p class="provenance muted" title={plan.provenance.inputHash}>
          {t('plan.provenance', {
            engine: plan.provenance.engine,
            // Beyond 2^53 a seed arrives rounded, and a rounded seed would reproduce nothing.
            seed: Number.isSafeInteger(plan.provenance.seed) ? plan.provenance.seed : '…',
            iterations: number(plan.provenance.iterations),
            travel: travelName(plan.provenance.travelTimes),
          })}
        </p>
      )}
    </section>
  );
}

function NumberField({ label, value, onValue }: { label: string; value: number | undefined; onValue: (value: number | undefined) => void }) {
  return (
    <label class="labelled">
      <span>{label}</span>
      <input
        type="number"
        min="0"
        step="1"
        value={value ?? ''}
        onInput={(event) => onValue(event.currentTarget.value === '' ? undefined : Math.max(0, Math.trunc(Number(event.currentTarget.value))))}
      />
    </label>
  );
}
