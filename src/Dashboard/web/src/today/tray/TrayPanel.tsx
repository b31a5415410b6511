import { useComputed } from '@preact/signals';
import { figures, unservedReason } from '../../i18n/codes';
import { number } from '../../i18n/format';
import { locale, t } from '../../i18n/i18n';
import { distributorName, outletName } from '../../region/names';
import { clickStop, picked, picksMany, selectedOrder, togglePick } from '../../selection/selection';
import { Empty } from '../../ui/states';
import { memo } from '../../ui/memo';
import { readOnlyReason } from '../actions/actions';
import { MenuButton } from '../actions/BoardMenu';
import { openPanel } from '../actions/panels';
import { stopsTarget } from '../actions/targets';
import { dropTarget, mayDrag } from '../edits/dragging';
import { planRows, shownPlan } from '../plans/planDay';
import { tray, type TrayStop } from '../plans/stopIndex';
import { stopList, stopSelection } from '../plans/stopList';
import { stopMenu } from '../routes/StopRow';

/** What is on no vehicle (待排), with the rule that keeps it off or the reason of whoever held it back. */
export function TrayPanel() {
  const stops = tray.value;
  const planned = (planRows.value ?? []).some((row) => shownPlan(row) !== null);
  const several = (planRows.value ?? []).length > 1;
  const chosen = picked.value;
  const current = selectedOrder.value;
  const mayEdit = readOnlyReason() === null;
  // Told of every place that a drag passes; only the tray's own render it.
  const isTarget = useComputed(() => dropTarget.value?.kind === 'tray').value;
  return (
    <div class={`tray ${isTarget ? 'is-target' : ''}`} data-drop="tray" data-testid="tray">
      <h2 class="tray-head">
        {t('tray.title')} <span class={stops.length > 0 ? 'chip chip-late' : 'chip'}>{number(stops.length)}</span>
      </h2>
      {stops.length === 0 ? (
        <Empty>{t(planned ? 'unserved.none' : 'unserved.notPlanned')}</Empty>
      ) : (
        <ul class="tray-list" data-testid="unserved-list">
          {stops.map((stop) => (
            <TrayRow
              key={stop.orders[0]}
              stop={stop}
              isPicked={chosen.has(stop.orders[0])}
              isCurrent={current === stop.orders[0]}
              withCheckbox={picksMany.value}
              party={several ? distributorName(stop.distributor) : null}
              mayEdit={mayEdit}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

interface RowProps {
  stop: TrayStop;
  isPicked: boolean;
  isCurrent: boolean;
  withCheckbox: boolean;
  party: string | null;
  mayEdit: boolean;
}

const TrayRow = memo(function TrayRow({ stop, isPicked, isCurrent, withCheckbox, party, mayEdit }: RowProps) {
  const order = stop.orders[0];
  locale.value;
  const note = stop.held?.note ? ` ${stop.held.note}` : '';
  return (
    <li class={`tray-row ${isPicked ? 'is-picked' : ''}`}>
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
        class={`unserved ${isCurrent ? 'is-active' : ''}`}
        aria-pressed={isPicked}
        data-testid="unserved-item"
        data-terminal={stop.terminal}
        data-order={order}
        data-held={stop.held?.reason}
        onPointerDown={(event) => mayDrag(event, order)}
        onContextMenu={(event) => stopMenu(event, order)}
        onClick={(event) => {
          const chosen = stopSelection(order);
          if (chosen) clickStop(chosen, stopList.peek(), event);
        }}
      >
        <strong>{outletName(stop.terminal)}</strong>
        <span class={stop.held ? 'tray-held' : 'unserved-reason'}>{stop.held ? t('tray.held', { reason: t(`hold.${stop.held.reason}`) }) + note : unservedReason(stop.reason)}</span>
        {!stop.held && <span class="muted">{figures(stop.detail)}</span>}
        <span class="muted">
          {party !== null && `${party} · `}
          {t('unserved.orders', { count: stop.orders.length, value: number(stop.orders.length) })}
        </span>
      </button>
      <span class="tray-buttons">
        <MenuButton target={() => stopsTarget(order)} label={t('menu.of', { name: outletName(stop.terminal) })} testId="stop-menu" />
        {mayEdit && (
          <button type="button" class="button button-small" data-testid="tray-urgent" onClick={() => openPanel({ kind: 'urgent', distributor: stop.distributor, order })}>
            {t('tray.place')}
          </button>
        )}
      </span>
    </li>
  );
});
