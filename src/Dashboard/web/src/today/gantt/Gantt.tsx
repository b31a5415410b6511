import { computed } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { secondsOfDay, timeOfDay } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { outletName, plate } from '../../region/names';
import { vehicles } from '../../region/regionStore';
import { clickStop, select } from '../../selection/selection';
import { Icon } from '../../ui/icons';
import { Empty } from '../../ui/states';
import { openMenu } from '../actions/BoardMenu';
import { stopsTarget, vehicleTarget } from '../actions/targets';
import { dropSurface } from '../edits/aiming';
import { mayDrag } from '../edits/dragging';
import { planRows, shownPlan } from '../plans/planDay';
import { progress, progressKey, tripProgress } from '../plans/progress';
import { shownRoutes } from '../plans/stopIndex';
import { stopList, stopSelection } from '../plans/stopList';
import { idleVehicles } from '../routes/IdleVehicles';
import { GanttCanvas } from './GanttCanvas';
import { GanttCells } from './GanttCells';
import { ganttModel } from './ganttModel';
import { headPixels, labelPixels, rowPixels } from './ganttView';

export const gantt = computed(() => {
  const all = [...vehicles.value.values()];
  const seen = progress.value;
  return ganttModel({
    routes: shownRoutes.value,
    idle: (planRows.value ?? []).flatMap((row) => {
      const plan = shownPlan(row);
      if (!plan) return [];
      return idleVehicles(plan, all).map((vehicle) => ({
        distributor: plan.distributor,
        vehicle: vehicle.id,
        isOut: plan.overrides.outages.some((outage) => outage.vehicle === vehicle.id),
      }));
    }),
    progressOf: (vehicle, terminal) => seen.get(progressKey(vehicle, terminal)),
    trips: tripProgress.value,
    secondsOf: secondsOfDay,
  });
});

/** Vehicles against the hours of the day, drawn on a canvas; for the keyboard and screen readers it is a grid of rows and stops. */
export function Gantt() {
  const model = gantt.value;
  if (model.rows.length === 0) return <Empty>{t('timetable.none')}</Empty>;
  return <GanttBox />;
}

function GanttBox() {
  const box = useRef<HTMLDivElement>(null);
  const painter = useRef<GanttCanvas | null>(null);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const canvas = new GanttCanvas(element, gantt);
    painter.current = canvas;
    canvas.onMenu = (hit, x, y) => {
      const row = gantt.peek().rows[hit.row];
      if (hit.stop >= 0) openMenu(stopsTarget(gantt.peek().orders[hit.stop]), x, y);
      else openMenu(vehicleTarget(row.distributor, row.vehicle), x, y);
    };
    canvas.onPress = (event, hit) => mayDrag(event, gantt.peek().orders[hit.stop]);
    canvas.onClick = (event, hit) => {
      const row = gantt.peek().rows[hit.row];
      const stop = hit.stop < 0 ? null : stopSelection(gantt.peek().orders[hit.stop]);
      if (stop) clickStop(stop, stopList.peek(), event);
      else select({ kind: 'route', distributor: row.distributor, vehicle: row.vehicle });
    };
    canvas.tipOf = (stop) => {
      const now = gantt.peek();
      return `${timeOfDay(now.serviceFrom[stop])}–${timeOfDay(now.serviceUntil[stop])} ${outletName(now.terminals[stop])}\n${t('stop.window', { from: timeOfDay(now.windowFrom[stop]), to: timeOfDay(now.windowUntil[stop]) })}`;
    };
    canvas.nameOf = plate;
    canvas.timeText = timeOfDay;
    const stopDrops = dropSurface('gantt', (x, y) => canvas.dropAt(x, y));
    return () => {
      stopDrops();
      painter.current = null;
      canvas.destroy();
    };
  }, []);

  const rows = gantt.value.rows.length;
  return (
    <div class="gantt">
      <div class="gantt-tools">
        <button type="button" class="icon-button" aria-label={t('map.zoomIn')} data-testid="gantt-zoom-in" onClick={() => painter.current?.zoom(0.6)}>
          <Icon name="plus" />
        </button>
        <button type="button" class="icon-button" aria-label={t('map.zoomOut')} data-testid="gantt-zoom-out" onClick={() => painter.current?.zoom(1 / 0.6)}>
          <Icon name="minus" />
        </button>
        <button type="button" class="icon-button" aria-label={t('gantt.earlier')} data-testid="gantt-earlier" onClick={() => painter.current?.pan(-160)}>
          <Icon name="back" />
        </button>
        <button type="button" class="icon-button turned-half" aria-label={t('gantt.later')} data-testid="gantt-later" onClick={() => painter.current?.pan(160)}>
          <Icon name="back" />
        </button>
        <button type="button" class="button button-small" data-testid="gantt-fit" onClick={() => painter.current?.fit()}>
          {t('gantt.wholeDay')}
        </button>
      </div>
      <div class="gantt-scroll" ref={box} data-drop="gantt" data-scrolls data-label-pixels={labelPixels} data-row-pixels={rowPixels} data-head-pixels={headPixels} data-testid="gantt">
        <canvas class="gantt-canvas" aria-hidden="true" />
        <div class="gantt-tip" hidden aria-hidden="true" />
        <GanttCells onMove={(cursor) => painter.current?.showCursor(cursor)} />
        <div style={{ height: `${rows * rowPixels}px` }} />
      </div>
    </div>
  );
}
