import { number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { picked, picksMany, select } from '../../selection/selection';
import { actions, actionsFor } from '../actions/actions';
import { currentTarget } from '../actions/targets';
import { shownRoutes } from '../plans/stopIndex';
import { expanded } from './expanded';

const offered = ['move', 'tray', 'lock', 'unlock'] as const;

/** Choosing several stops without a keyboard, and what can be done with those chosen. */
export function PickBar() {
  const chosen = picked.value.size;
  const target = currentTarget.value;
  const possible = target?.scope === 'stops' ? actionsFor(target) : [];
  const all = shownRoutes.value;
  const isExpanded = all.length > 0 && all.every(({ route }) => expanded.value.has(route.vehicle));
  return (
    <div class="pick-bar" role="toolbar" aria-label={t('pick.label')} data-testid="pick-bar">
      <button type="button" class="button button-small" aria-pressed={picksMany.value} data-testid="pick-many" onClick={() => (picksMany.value = !picksMany.peek())}>
        {t('pick.many')}
      </button>
      <button
        type="button"
        class="button button-small"
        aria-pressed={isExpanded}
        disabled={all.length === 0}
        data-testid="expand-all"
        onClick={() => (expanded.value = new Set(isExpanded ? [] : all.map(({ route }) => route.vehicle)))}
      >
        {t('pick.expand')}
      </button>
      {chosen > 1 && target?.scope === 'stops' && (
        <span class="pick-actions">
          <strong data-testid="pick-count" data-count={chosen}>
            {t('stop.chosen', { count: chosen, value: number(chosen) })}
          </strong>
          {actions
            .filter((action) => offered.some((id) => id === action.id) && possible.includes(action))
            .map((action) => (
              <button key={action.id} type="button" class="button button-small" data-testid={`pick-${action.id}`} onClick={() => action.run(target)}>
                {t(action.label)}
              </button>
            ))}
          <button type="button" class="button button-small" data-testid="pick-clear" onClick={() => select(null)}>
            {t('pick.clear')}
          </button>
        </span>
      )}
    </div>
  );
}
