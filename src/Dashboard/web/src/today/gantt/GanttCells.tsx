import { useState } from 'preact/hooks';
import { timeOfDay } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { outletName, plate } from '../../region/names';
import { clickStop, picked, select } from '../../selection/selection';
import { openMenu } from '../actions/BoardMenu';
import { stopsTarget, vehicleTarget } from '../actions/targets';
import { stopList, stopSelection } from '../plans/stopList';
import { gantt } from './Gantt';
import { moveCursor, type GanttCursor } from './ganttKeys';
import { headPixels, rowPixels } from './ganttView';

/** The timetable for those who do not see the canvas or have no pointer: a grid of which the row with the focus exists. */
export function GanttCells({ onMove }: { onMove: (cursor: GanttCursor | null) => void }) {
  const [cursor, setCursor] = useState<GanttCursor>({ row: 0, stop: -1 });
  const model = gantt.value;
  const row = Math.min(cursor.row, model.rows.length - 1);
  const first = model.stopStart[row];
  const end = model.stopStart[row + 1];
  const stop = cursor.stop >= first && cursor.stop < end ? cursor.stop : -1;
  const { distributor, vehicle } = model.rows[row];
  const chosen = picked.value;
  const go = (next: GanttCursor) => {
    setCursor(next);
    onMove(next);
  };

  const key = (event: KeyboardEvent) => {
    const next = moveCursor(model, { row, stop }, event.key);
    if (next) {
      go(next);
      const target = event.shiftKey && next.stop >= 0 ? stopSelection(model.orders[next.stop]) : null;
      if (target) clickStop(target, stopList.peek(), event);
    } else if (event.key === 'Enter' || event.key === ' ') {
      const target = stop < 0 ? null : stopSelection(model.orders[stop]);
      if (target) clickStop(target, stopList.peek(), event);
      else select({ kind: 'route', distributor, vehicle });
    } else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
      const box = event.currentTarget as HTMLElement;
      const { left, top } = (box.parentElement ?? box).getBoundingClientRect();
      openMenu(stop < 0 ? vehicleTarget(distributor, vehicle) : stopsTarget(model.orders[stop]), left + 140, top + headPixels + rowPixels);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      class="gantt-cells"
      role="grid"
      tabIndex={0}
      aria-label={t('drawer.timetable')}
      aria-readonly="true"
      aria-rowcount={model.rows.length}
      aria-activedescendant={stop < 0 ? 'gantt-name' : `gantt-stop-${stop}`}
      data-testid="gantt-grid"
      onKeyDown={key}
      onFocus={() => onMove({ row, stop })}
      onBlur={() => onMove(null)}
    >
      <div role="row" aria-rowindex={row + 1}>
        <span role="rowheader" id="gantt-name">
          {t('gantt.row', { vehicle: plate(vehicle), count: end - first })}
        </span>
        {Array.from({ length: end - first }, (_, offset) => first + offset).map((each) => (
          <span key={each} role="gridcell" id={`gantt-stop-${each}`} aria-selected={chosen.has(model.orders[each])}>
            {t('gantt.stop', { name: outletName(model.terminals[each]), from: timeOfDay(model.serviceFrom[each]), to: timeOfDay(model.serviceUntil[each]) })}
          </span>
        ))}
      </div>
    </div>
  );
}
