import { useComputed } from '@preact/signals';
import type { DeliveryStop, StopProgress } from '../../api/deliveryPlans';
import { refusalReason } from '../../i18n/codes';
import { cases, duration, secondsOfDay, timeOfDay } from '../../i18n/format';
import { locale, t } from '../../i18n/i18n';
import { outletName } from '../../region/names';
import { clickStop, picked, select, selectedOrder, togglePick } from '../../selection/selection';
import { Icon } from '../../ui/icons';
import { memo } from '../../ui/memo';
import { MenuButton, openMenu } from '../actions/BoardMenu';
import { stopsTarget } from '../actions/targets';
import { mayDrag } from '../edits/dragging';
import type { Lock } from '../plans/locks';
import type { StopState } from '../plans/progress';
import { stopList, stopSelection } from '../plans/stopList';

export interface StopRowProps {
  stop: DeliveryStop;
  vehicle: string;
  trip: number;
  index: number;
  number: number;
  state: StopState;
  seen: StopProgress | undefined;
  lock: Lock['strength'] | null;
  isLate: boolean;
  withCheckbox: boolean;
}

/** Opens the menu of what lies under the pointer or has the focus; a stop outside the choice becomes the choice. */
export function stopMenu(event: MouseEvent, order: string): void {
  event.preventDefault();
  if (!picked.peek().has(order)) select(stopSelection(order));
  const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
  const byKey = event.clientX === 0 && event.clientY === 0;
  openMenu(stopsTarget(order), byKey ? box.left + 24 : event.clientX, byKey ? box.bottom : event.clientY);
}

export const StopRow = memo(function StopRow(props: StopRowProps) {
  const { stop, vehicle, trip, index, number, state, seen, lock, isLate, withCheckbox } = props;
  const order = stop.orders[0];
  // Hundreds of rows are told of every choice; only those that it takes or leaves render.
  const isPicked = useComputed(() => picked.value.has(order)).value;
  const isCurrent = useComputed(() => selectedOrder.value === order).value;
  // Names and times follow the language; the row is told of nothing else.
  locale.value;
  return (
    <li class={`stop-row ${isPicked ? 'is-picked' : ''}`} data-drop="gap" data-halves data-vehicle={vehicle} data-trip={trip} data-before={index}>
      {withCheckbox && (
        <label class="stop-check">
          <input
            type="checkbox"
            checked={isPicked}
            aria-label={outletName(stop.terminal)}
            data-testid="stop-check"
            onChange={() => {
              const chosen = stopSelection(order);
              if (chosen) togglePick(chosen);
            }}
          />
        </label>
      )}
      <button
        type="button"
        class={`stop stop-${state} ${isCurrent ? 'is-active' : ''}`}
        aria-current={isCurrent ? 'true' : undefined}
        aria-pressed={isPicked}
        data-testid="stop-item"
        data-terminal={stop.terminal}
        data-order={order}
        data-state={state}
        data-lock={lock ?? undefined}
        onPointerDown={(event) => mayDrag(event, order)}
        onContextMenu={(event) => stopMenu(event, order)}
        onClick={(event) => {
          const chosen = stopSelection(order);
          if (chosen) clickStop(chosen, stopList.peek(), event);
        }}
      >
        <span class="stop-number">{number}</span>
        <span class="stop-name">
          {lock && (
            <span class={`lock lock-${lock}`} title={t(`lock.${lock}`)}>
              <Icon name={lock === 'Everyone' ? 'lockStrong' : 'lock'} size={13} />
              <span class="visually-hidden">{t(`lock.${lock}`)}</span>
            </span>
          )}
          {outletName(stop.terminal)}
        </span>
        <span class={`stop-time ${isLate ? 'is-late' : ''}`}>{timeOfDay(stop.arrival)}</span>
        <span class="stop-line muted">
          {cases(stop.load.cases)} · {t('stop.window', { from: timeOfDay(stop.window.start), to: timeOfDay(stop.window.end) })}
          {stop.serviceStart > stop.arrival ? ` · ${t('stop.waits', { time: duration(stop.serviceStart - stop.arrival) })}` : ''}
        </span>
        <span class={`stop-state state-${state}`}>
          {state !== 'planned'
            ? state === 'refused'
              ? refusalReason(seen?.refusal ?? 'Other')
              : t(state === 'late' ? 'stop.late' : 'stop.onTime', { time: seen?.arrivedAt ? timeOfDay(secondsOfDay(seen.arrivedAt)) : '' })
            : isLate
              ? t('stop.plannedLate', { time: duration(Math.max(60, stop.serviceStart - stop.window.end)) })
              : t('stop.planned')}
        </span>
      </button>
      <MenuButton target={() => stopsTarget(order)} label={t('menu.of', { name: outletName(stop.terminal) })} testId="stop-menu" />
    </li>
  );
});

