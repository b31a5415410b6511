import { useMemo, useState } from 'preact/hooks';
import type { PlannedStart, WavePlan } from '../../api/expansion';
import { decimal, number, percent, shortDay, wholeMoney } from '../../i18n/format';
import { locale, t } from '../../i18n/i18n';
import { lazy } from '../../ui/lazy';
import { BandChart } from '../charts/BandChart';
import type { BandLine } from '../charts/lines';
import { word } from '../words';
import { objectiveText } from './objective';
import { PlanSummary } from './PlanSummary';
import { nameOf } from './timeline';
import { WaveGantt } from './WaveGantt';
import './waves.css';

const WaveMap = lazy(() => import('./WaveMap').then((chunk) => chunk.WaveMap));

/** A plan of waves: what it is worth and how sure that is, who starts when, cash and coverage, and what was left out. */
export function PlanView({ plan }: { plan: WavePlan }) {
  const [week, setWeek] = useState(0);
  const { value, goal } = plan;
  const weekName = (index: number) => String(index);
  const cash = useMemo(() => lineOf(t('lab.cash'), plan.cash), [plan, locale.value]);
  const coverage = useMemo(() => lineOf(t('lab.coverage'), plan.coverage), [plan, locale.value]);
  return (
    <div class="lab-result" data-testid="lab-plan">
      <PlanSummary plan={plan} />
      <dl class="lab-headlines">
        <Headline name={t(goal === 'netPresentValue' ? 'lab.npv' : 'lab.weeksGoal')} value={objectiveText(goal, value.mean)} note={t('lab.band', { low: objectiveText(goal, value.low), high: objectiveText(goal, value.high) })} />
        <Headline name={t('lab.cvar')} value={objectiveText(goal, value.cvar)} note={t('lab.cvarOf', { value: percent(1 - value.riskLevel) })} />
        <Headline name={t('lab.objective')} value={objectiveText(goal, plan.objective)} note={t('lab.bound', { value: objectiveText(goal, plan.bound), gap: percent(plan.gap) })} />
        <Headline name={t('lab.cashKept')} value={percent(plan.cashKept)} note={t('lab.cashLimitOf', { value: wholeMoney(plan.cashLimit) })} />
        <Headline name={t('lab.opened')} value={number(plan.starts.length)} note={t('lab.ofRegions', { value: number(plan.regions.length) })} />
      </dl>
      {plan.missingRequired.length > 0 && <p class="problem">{t('lab.missingRequired', { regions: plan.missingRequired.map((region) => nameOf(plan, region)).join(', ') })}</p>}
      <WaveMap plan={plan} week={week} onWeek={setWeek} />
      <WaveGantt plan={plan} week={week} />
      <Starts starts={plan.starts} goal={goal} />
      <div class="lab-pair">
        <BandChart
          title={t('lab.cash')}
          file="cash"
          lines={cash}
          stepHead={t('lab.week')}
          stepName={weekName}
          write={wholeMoney}
          limit={{ name: t('lab.cashLimit'), value: plan.cashLimit }}
          testId="lab-cash"
        />
        <BandChart title={t('lab.coverage')} file="coverage" lines={coverage} stepHead={t('lab.week')} stepName={weekName} write={percent} testId="lab-coverage" />
      </div>
      <LeftOut plan={plan} />
    </div>
  );
}

function lineOf(name: string, bands: WavePlan['cash']): BandLine[] {
  return [{ name, mean: bands.map((band) => band.mean), low: bands.map((band) => band.low), high: bands.map((band) => band.high) }];
}

function Headline({ name, value, note }: { name: string; value: string; note: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        <span class="lab-thin">{note}</span>
      </dd>
    </div>
  );
}

function Starts({ starts, goal }: { starts: readonly PlannedStart[]; goal: WavePlan['goal'] }) {
  return (
    <section aria-label={t('lab.starts')}>
      <h2>{t('lab.starts')}</h2>
      <div class="lab-scroll" tabIndex={0} role="group" aria-label={t('lab.starts')}>
        <table class="table compact" aria-label={t('lab.starts')} data-testid="lab-starts">
          <thead>
            <tr>
              <th scope="col" class="right">
                {t('lab.wave')}
              </th>
              <th scope="col">{t('region.label')}</th>
              <th scope="col">{t('lab.startWeek')}</th>
              <th scope="col">{t('lab.staffing')}</th>
              <th scope="col" class="right">
                {t('lab.input.reps')}
              </th>
              <th scope="col" class="right">
                {t('lab.input.vehicles')}
              </th>
              <th scope="col" class="right">
                {t('lab.worth')}
              </th>
              <th scope="col" class="right">
                {t('lab.toLeadership')}
              </th>
            </tr>
          </thead>
          <tbody>
            {starts.map((start) => (
              <tr key={start.region}>
                <td class="right">{start.wave}</td>
                <th scope="row">{start.name}</th>
                <td>{start.date ? t('lab.weekAndDate', { week: start.week, date: shortDay(start.date) }) : start.week}</td>
                <td>
                  {word('level', start.level)}
                  {start.staffingRatio < 1 && <span class="warning-text"> {t('lab.spreadThin', { value: percent(start.staffingRatio) })}</span>}
                </td>
                <td class="right">{number(start.reps)}</td>
                <td class="right">{number(start.vehicles)}</td>
                <td class="right">{objectiveText(goal, start.value)}</td>
                <td class="right">{start.weeksToLeadership === null ? t('lab.notInPlan') : t('lab.leadsIn', { weeks: decimal(start.weeksToLeadership), share: percent(start.leadershipShare) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function LeftOut({ plan }: { plan: WavePlan }) {
  return (
    <section aria-label={t('lab.leftOut')}>
      <h2>{t('lab.leftOut')}</h2>
      {plan.leftOut.length === 0 ? (
        <p class="muted">{t('lab.nothingLeftOut')}</p>
      ) : (
        <ul class="lab-list" data-testid="lab-left-out">
          {plan.leftOut.map((each) => (
            <li key={each.region}>
              <strong>{nameOf(plan, each.region)}</strong> · {word('reason', each.reason)}
              {each.constraint !== null && ` (${word('constraint', each.constraint)}${each.week === null ? '' : `, ${t('lab.inWeek', { week: each.week })}`})`}
              {each.bestValue !== null && ` · ${t('lab.aloneWorth', { value: objectiveText(plan.goal, each.bestValue) })}`}
              {each.failing.length > 0 && ` · ${each.failing.map((condition) => word('gate', condition.code)).join(', ')}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
