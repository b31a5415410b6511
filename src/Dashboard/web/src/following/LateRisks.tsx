import type { Following } from '../api/following';
import { number, timeOfDay } from '../i18n/format';
import { t } from '../i18n/i18n';
import { outletName, plate } from '../region/names';
import { select, selectedTerminal } from '../selection/selection';
import { Empty } from '../ui/states';

/** Stops that will be late, the latest first. */
export function LateRisks({ answer }: { answer: Following }) {
  const risks = answer.lateRisks;
  return (
    <section aria-label={t('following.late')} data-testid="late-risks">
      <h2>
        {t('following.late')} <span class={`chip ${risks.length > 0 ? 'chip-late' : ''}`}>{number(risks.length)}</span>
      </h2>
      {risks.length === 0 ? (
        <Empty>{t('following.noLate')}</Empty>
      ) : (
        <ol class="late-list">
          {risks.map(({ distributor, vehicle, stop }) => (
            <li key={`${vehicle}-${stop.orders[0]}`}>
              <button
                type="button"
                class={`late-row ${selectedTerminal.value === stop.terminal ? 'is-active' : ''}`}
                data-testid="late-row"
                data-terminal={stop.terminal}
                onClick={() => select({ kind: 'stop', distributor, vehicle, trip: stop.trip, terminal: stop.terminal, order: stop.orders[0] ?? '' })}
              >
                <strong class="late-minutes">{t('following.minutesLate', { value: number(Math.ceil(stop.late / 60)) })}</strong>
                <span class="late-name">{outletName(stop.terminal)}</span>
                <span class="muted">{plate(vehicle)}</span>
                <span class="muted">{t('following.etaDue', { eta: timeOfDay(stop.arrival), due: timeOfDay(stop.due) })}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
