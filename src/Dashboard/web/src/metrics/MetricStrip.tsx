import { useState } from 'preact/hooks';
import type { Metric, MetricName } from '../api/metrics';
import { clockTime, day, none, number, percent } from '../i18n/format';
import { t } from '../i18n/i18n';
import { live, metrics } from '../region/regionStore';

const names: readonly MetricName[] = ['numericDistribution', 'weightedDistribution', 'visitCoverage', 'unvisited', 'outOfStock', 'deliveriesOnTime'];

/** The header's figures; each opens to its numerator, denominator, formula and time. */
export function MetricStrip() {
  const [open, setOpen] = useState<MetricName | null>(null);
  const all = metrics.value;
  const stale = live.connection.value === 'reconnecting';
  return (
    <section class={`metrics ${stale ? 'is-stale' : ''}`} aria-label={t('metric.label')} data-testid="metrics">
      {names.map((name) => {
        const metric = all?.[name];
        const expanded = open === name;
        return (
          <div class="metric" key={name}>
            <button
              type="button"
              class="metric-button"
              aria-expanded={expanded}
              title={metric ? t(`metric.${name}.parts`, parts(metric)) : ''}
              data-testid={`metric-${name}`}
              onClick={() => setOpen(expanded ? null : name)}
              onBlur={() => setOpen(null)}
            >
              <span class="metric-name">{t(`metric.${name}`)}</span>
              <span class="metric-value" data-testid={`metric-${name}-value`}>
                {metric ? value(name, metric) : none}
              </span>
              <span class="metric-parts">{metric ? `${number(metric.numerator)} / ${number(metric.denominator)}` : ' '}</span>
            </button>
            {expanded && metric && all && (
              <div class="metric-sheet" role="note">
                <p>{t(`metric.${name}.parts`, parts(metric))}</p>
                <p class="muted">{t(`metric.${name}.formula`)}</p>
                <p class="muted">
                  {t('metric.time', { day: day(all.day), time: clockTime(all.at) })} · {t('metric.position', { position: number(all.position) })}
                </p>
              </div>
            )}
          </div>
        );
      })}
    </section>
  );
}

function value(name: MetricName, metric: Metric): string {
  if (name === 'unvisited') return number(metric.value ?? metric.numerator);
  return percent(metric.value ?? (metric.denominator > 0 ? metric.numerator / metric.denominator : null));
}

function parts(metric: Metric): { numerator: string; denominator: string } {
  return { numerator: number(metric.numerator), denominator: number(metric.denominator) };
}
