import type { PlanBreach } from '../api/dispatch';
import { number } from '../i18n/format';
import { t } from '../i18n/i18n';
import { isChosen, type Chosen } from './chosen';
import type { PlacedOrder } from './moves';
import { breachText } from './words';

interface Props {
  /** Broken on the right only, or on the left only. */
  kind: 'broken' | 'mended';
  breaches: readonly PlanBreach[];
  /** Of the plan that breaks them. */
  places: ReadonlyMap<string, PlacedOrder>;
  chosen: Chosen | null;
  onChoose: (chosen: Chosen) => void;
}

export function BreachList({ kind, breaches, places, chosen, onChoose }: Props) {
  if (breaches.length === 0) return null;
  const subject = ({ order, vehicle }: PlanBreach): Chosen => {
    const terminal = order == null ? undefined : places.get(order)?.terminal;
    return order != null && terminal !== undefined ? { kind: 'stop', order, terminal } : { kind: 'vehicle', vehicle };
  };
  return (
    <section aria-labelledby={`compare-${kind}-title`}>
      <h2 id={`compare-${kind}-title`}>{t(`compare.${kind}`, { count: breaches.length, value: number(breaches.length) })}</h2>
      <ul class="compare-list" data-testid={`compare-${kind}`}>
        {breaches.map((breach) => {
          const about = subject(breach);
          return (
            <li key={`${breach.rule} ${breach.vehicle} ${breach.order ?? ''}`}>
              <button type="button" aria-pressed={isChosen(chosen, about)} data-testid="compare-breach" data-rule={breach.rule} onClick={() => onChoose(about)}>
                <span class={kind === 'broken' && !breach.isAllowed ? 'warning-text' : ''}>{breachText(breach, places)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
