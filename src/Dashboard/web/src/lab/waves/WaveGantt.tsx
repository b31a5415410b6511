import type { WavePlan } from '../../api/expansion';
import { decimal } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { ChartFrame } from '../charts/ChartFrame';
import { lastWeek, leadsFrom } from './timeline';

/** Who opens when: a bar a region from its start to the horizon, hatched from the week in which we lead. */
export function WaveGantt({ plan, week }: { plan: WavePlan; week: number }) {
  const last = Math.max(1, lastWeek(plan));
  const place = (at: number) => `${(100 * Math.min(at, last)) / last}%`;
  const rows = plan.starts.map((start) => ({ start, leads: leadsFrom(start) }));
  const table = {
    head: [t('region.label'), t('lab.wave'), t('lab.startWeek'), t('lab.leadsFrom'), t('lab.input.reps'), t('lab.input.vehicles')],
    rows: rows.map(({ start, leads }) => [start.name, String(start.wave), String(start.week), leads === null ? t('lab.notInPlan') : decimal(leads), String(start.reps), String(start.vehicles)]),
    plain: rows.map(({ start, leads }) => [start.name, start.wave, start.week, leads, start.reps, start.vehicles]),
  };
  return (
    <ChartFrame title={t('lab.gantt')} file="waves" table={table} testId="lab-gantt">
      <ul class="lab-gantt">
        {rows.map(({ start, leads }) => (
          <li key={start.region}>
            <span class="lab-gantt-name">
              {start.name} <span class="lab-thin">{t('lab.waveOf', { wave: start.wave })}</span>
            </span>
            <span
              class="lab-gantt-lane"
              role="img"
              aria-label={t(leads === null ? 'lab.barOpens' : 'lab.barLeads', { name: start.name, week: start.week, reps: start.reps, leads: leads === null ? '' : decimal(leads) })}
            >
              <span class="lab-gantt-bar" style={{ left: place(start.week), right: '0' }} />
              {leads !== null && leads < last && <span class="lab-gantt-bar lab-gantt-leads" style={{ left: place(leads), right: '0' }} />}
              <span class="lab-gantt-now" style={{ left: place(week) }} />
            </span>
          </li>
        ))}
        <li aria-hidden="true">
          <span class="lab-thin right">{t('lab.week')}</span>
          <span class="lab-gantt-axis">
            {[0, 0.25, 0.5, 0.75, 1].map((part) => (
              <span key={part}>{Math.round(last * part)}</span>
            ))}
          </span>
        </li>
      </ul>
      <ul class="lab-legend">
        <li>
          <span class="lab-swatch lab-gantt-bar" /> {t('lab.mapState.open')}
        </li>
        <li>
          <span class="lab-swatch lab-gantt-leads" /> {t('lab.mapState.leading')}
        </li>
      </ul>
    </ChartFrame>
  );
}
