import type { WavePlan } from '../../api/expansion';
import { number, percent, shortDay, wholeMoney } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { objectiveText } from './objective';
import { tightestWeek, wavesOf } from './summary';

/** The plan in words: which regions, in what order, with whom and with how much money, and how sure that is. */
export function PlanSummary({ plan }: { plan: WavePlan }) {
  const { value, goal } = plan;
  const waves = wavesOf(plan.starts);
  const tightest = tightestWeek(plan);
  const reps = waves.reduce((sum, wave) => sum + wave.reps, 0);
  const vehicles = waves.reduce((sum, wave) => sum + wave.vehicles, 0);
  return (
    <section class="lab-part lab-summary" aria-label={t('lab.inWords')} data-testid="lab-plan-words">
      <p>
        <strong>
          {waves.length === 0
            ? t('lab.opensNone', { value: number(plan.regions.length) })
            : t('lab.opensInWaves', { regions: number(plan.starts.length), of: number(plan.regions.length), waves: number(waves.length), reps: number(reps), vehicles: number(vehicles) })}
        </strong>
      </p>
      <ol class="lab-waves">
        {waves.map((wave) => (
          <li key={wave.wave} value={wave.wave}>
            {t(wave.date ? 'lab.waveOnDate' : 'lab.waveInWords', {
              week: wave.week,
              date: wave.date ? shortDay(wave.date) : '',
              names: wave.names.join(t('lab.listJoin')),
              reps: number(wave.reps),
              vehicles: number(wave.vehicles),
            })}
          </li>
        ))}
      </ol>
      <ul class="lab-list">
        {tightest && <li>{t('lab.cashInWords', { week: tightest.week, mean: wholeMoney(tightest.mean), low: wholeMoney(tightest.low), limit: wholeMoney(plan.cashLimit), kept: percent(plan.cashKept) })}</li>}
        <li>
          {t(goal === 'netPresentValue' ? 'lab.worthInWords' : 'lab.weeksInWords', {
            mean: objectiveText(goal, value.mean),
            low: objectiveText(goal, value.low),
            high: objectiveText(goal, value.high),
            worst: objectiveText(goal, value.cvar),
            share: percent(1 - value.riskLevel),
          })}
        </li>
        <li>{t('lab.gapInWords', { gap: percent(plan.gap), replications: number(plan.replications) })}</li>
      </ul>
    </section>
  );
}
