import type { PlanChange } from '../../api/dispatch';
import { t } from '../../i18n/i18n';
import { breachText, changeFigures } from './changeWords';

const shownBreaches = 4;

/** What a change does: its figures, the rules it breaks and those it mends. */
export function ChangeView({ change, dim = false }: { change: PlanChange; dim?: boolean }) {
  return (
    <div class={`change ${dim ? 'is-dim' : ''}`} data-testid="change" data-cost={change.cost} data-distance={change.distance}>
      <span class="change-figures">
        {changeFigures(change).map((figure) => (
          <span key={figure.text} class={`figure figure-${figure.tone}`}>
            {figure.text}
          </span>
        ))}
      </span>
      {change.broken.length > 0 && (
        <ul class="breach-list">
          {change.broken.slice(0, shownBreaches).map((breach) => (
            <li key={`${breach.rule} ${breach.vehicle} ${breach.order}`} class={breach.isAllowed ? 'breach is-allowed' : 'breach'} data-testid="breach" data-rule={breach.rule}>
              {breachText(breach)}
            </li>
          ))}
          {change.broken.length > shownBreaches && <li class="muted">{t('list.more', { count: change.broken.length - shownBreaches })}</li>}
        </ul>
      )}
      {change.mended.length > 0 && <span class="mended">{t('change.mended', { count: change.mended.length })}</span>}
    </div>
  );
}
