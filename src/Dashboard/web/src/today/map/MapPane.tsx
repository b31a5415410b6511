import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { decimal, number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { Picked } from '../../map/mapPointer';
import { MapView } from '../../map/mapView';
import { isInside } from '../../map/polygon';
import { ramps, type ColourMode } from '../../map/ramps';
import { plate, repName } from '../../region/names';
import { areas, detail, live, mapInfo, outletsVersion, regionId } from '../../region/regionStore';
import { clickStop, picked, pickAll, select, selectedVehicle, selection } from '../../selection/selection';
import { Icon } from '../../ui/icons';
import { openMenu } from '../actions/BoardMenu';
import { stopsTarget, vehicleTarget } from '../actions/targets';
import { routeFeatures } from '../plans/roads';
import { placedStops, trayStops } from '../plans/stopIndex';
import { stopList, stopSelection } from '../plans/stopList';
import { AfterRest } from './afterRest';
import { publishDiagnostics } from './diagnostics';
import { LassoLayer } from './LassoLayer';
import { Legend } from './Legend';
import { boundsOf, showChoice } from './showChoice';
import { stopFeatures, stopsWhere } from './stopFeatures';


export function MapPane() {
  const box = useRef<HTMLDivElement>(null);
  const tip = useRef<HTMLDivElement>(null);
  const view = useRef<MapView | null>(null);
  const [broken, setBroken] = useState(false);
  const [mode, setMode] = useState<ColourMode>('cover');
  const [showAreas, setShowAreas] = useState(true);
  const [showRoutes, setShowRoutes] = useState(true);
  const [lasso, setLasso] = useState<{ from: { x: number; y: number } | null } | null>(null);
  const region = regionId.value;
  const info = mapInfo.value;

  useEffect(() => {
    if (!box.current || !region || !info) return;
    const { outlets } = live;
    const field = outlets.count > 0 ? boundsOf(outlets.longitude, outlets.latitude) : info.bounds;
    let map: MapView;
    try {
      map = new MapView(box.current, region, info, live, field);
    } catch {
      setBroken(true);
      return;
    }
    view.current = map;
    map.camera.onLook = (look) => live.open(region, look);
    map.pointer.onPick = (found, event) => choose(found, event);
    map.pointer.onMenu = (found, event) => menuOf(found, event);
    map.pointer.onLasso = (x, y) => setLasso({ from: { x, y } });
    map.pointer.onHover = (found, x, y) => showTip(tip.current, found, x, y);
    map.setDepots(detail.peek()?.distributors ?? []);
    map.setAreas(areas.peek());
    map.setRoutes(routeFeatures.peek());
    const stopDiagnostics = publishDiagnostics(map);
    return () => {
      stopDiagnostics();
      view.current = null;
      map.destroy();
    };
  }, [region, info]);

  const label = t('map.label');
  useEffect(() => view.current?.label(label), [label, info]);
  useEffect(() => view.current?.colourBy(mode), [mode]);
  useEffect(() => view.current?.showLayer('areas', showAreas), [showAreas]);
  useEffect(() => view.current?.showLayer('routes', showRoutes), [showRoutes]);
  useSignalEffect(() => {
    if (outletsVersion.value > 0) view.current?.reloadOutlets();
  });
  useSignalEffect(() => {
    const shapes = areas.value;
    view.current?.setAreas(shapes);
  });
  useSignalEffect(() => {
    const files = detail.value;
    view.current?.setDepots(files?.distributors ?? []);
  });
  useSignalEffect(() => {
    const routes = routeFeatures.value;
    view.current?.setRoutes(routes);
  });
  useSignalEffect(() => {
    const stops = stopFeatures();
    view.current?.setStops(stops);
  });
  // The lists answer an input at once; the map follows when the hands rest, so that no input waits for a map that still follows the one before.
  const following = useRef<AfterRest | null>(null);
  useEffect(() => {
    const after = new AfterRest(
      () => view.current && showChoice(view.current),
      (event) => !box.current?.contains(event.target as Node) && view.current?.camera.rest(),
    );
    following.current = after;
    return () => after.destroy();
  }, []);
  useSignalEffect(() => {
    picked.value;
    selection.value;
    view.current?.camera.rest();
    following.current?.want();
  });

  if (broken) return <div class="state state-failed">{t('map.noGraphics')}</div>;
  const stale = live.connection.value === 'reconnecting';
  return (
    <div class={`map-pane ${stale ? 'is-stale' : ''}`}>
      <div class="map-box" ref={box} data-testid="map" />
      <div class="map-tip" ref={tip} hidden aria-hidden="true" />
      <div class="map-tools">
        <fieldset class="segmented map-modes">
          <legend class="visually-hidden">{t('map.colourBy')}</legend>
          {(['cover', 'visit'] as const).map((each) => (
            <button key={each} type="button" aria-pressed={mode === each} data-testid={`colour-${each}`} onClick={() => setMode(each)}>
              {t(`map.${each}`)}
            </button>
          ))}
        </fieldset>
        <div class="map-layers">
          <label class="check">
            <input type="checkbox" checked={showAreas} data-testid="layer-areas" onChange={(event) => setShowAreas(event.currentTarget.checked)} />
            {t('map.areas')}
          </label>
          <label class="check">
            <input type="checkbox" checked={showRoutes} data-testid="layer-routes" onChange={(event) => setShowRoutes(event.currentTarget.checked)} />
            {t('map.routes')}
          </label>
        </div>
      </div>
      <div class="map-zoom">
        <button type="button" class="icon-button" aria-label={t('map.zoomIn')} data-testid="map-zoom-in" onClick={() => view.current?.camera.zoomBy(1)}>
          <Icon name="plus" />
        </button>
        <button type="button" class="icon-button" aria-label={t('map.zoomOut')} onClick={() => view.current?.camera.zoomBy(-1)}>
          <Icon name="minus" />
        </button>
        <button type="button" class="icon-button" aria-label={t('map.home')} title={t('map.home')} onClick={() => view.current?.camera.home()}>
          <Icon name="board" />
        </button>
      </div>
      <div class="map-choosing">
        <button type="button" class="icon-button" aria-pressed={lasso !== null} aria-label={t('lasso.start')} title={t('lasso.start')} data-testid="lasso-button" onClick={() => setLasso(lasso ? null : { from: null })}>
          <Icon name="lasso" />
        </button>
        <button type="button" class="icon-button" aria-label={t('lasso.inView')} title={t('lasso.inView')} data-testid="select-in-view" onClick={() => pickInView(view.current)}>
          <Icon name="inView" />
        </button>
      </div>
      {lasso && (
        <LassoLayer
          from={lasso.from}
          onLeave={() => setLasso(null)}
          onDone={(polygon, add) => {
            const map = view.current;
            if (map) pickAll(stopsWhere((longitude, latitude) => contains(map, polygon, longitude, latitude)), add);
            setLasso(null);
          }}
        />
      )}
      <Legend mode={mode} ramp={ramps[mode]} />
      <div class="map-attribution" data-testid="attribution">
        {info?.attribution}
      </div>
    </div>
  );
}

/** A stop of the outlet that was hit: one of the chosen route first, else whichever is on a vehicle or in the tray. */
function stopAt(terminal: string): string | null {
  const vehicle = selectedVehicle.peek();
  let found: string | null = null;
  for (const [order, { shown, stop }] of placedStops.peek()) {
    if (stop.terminal !== terminal) continue;
    if (shown.route.vehicle === vehicle) return order;
    found ??= order;
  }
  if (found !== null) return found;
  for (const [order, stop] of trayStops.peek()) if (stop.terminal === terminal) return order;
  return null;
}

function choose(found: Picked, event: MouseEvent): void {
  if (found.kind === 'outlet') {
    const terminal = live.outlets.ids[found.index];
    const order = stopAt(terminal);
    const stop = order === null ? null : stopSelection(order);
    if (stop) clickStop(stop, stopList.peek(), event);
    else select({ kind: 'outlet', terminal });
  } else if (found.kind === 'mover') select({ kind: 'mover', mover: live.movers.ids[found.index], vehicle: live.movers.kind[found.index] === 1 });
  else if (found.kind === 'route') select({ kind: 'route', distributor: found.distributor, vehicle: found.vehicle });
  else if (!event.shiftKey && !event.ctrlKey && !event.metaKey) select(null);
}

function menuOf(found: Picked, event: MouseEvent): void {
  const order = found.kind === 'outlet' ? stopAt(live.outlets.ids[found.index]) : null;
  if (order !== null) {
    if (!picked.peek().has(order)) select(stopSelection(order));
    openMenu(stopsTarget(order), event.clientX, event.clientY);
  } else if (found.kind === 'route') {
    choose(found, event);
    openMenu(vehicleTarget(found.distributor, found.vehicle), event.clientX, event.clientY);
  }
}

function pickInView(map: MapView | null): void {
  if (!map) return;
  const { west, east, south, north } = map.camera.view().view;
  pickAll(
    stopsWhere((longitude, latitude) => longitude >= west && longitude <= east && latitude >= south && latitude <= north),
    false,
  );
}

function contains(map: MapView, polygon: readonly { x: number; y: number }[], longitude: number, latitude: number): boolean {
  const { x, y } = map.camera.project(longitude, latitude);
  return isInside(polygon, x, y);
}

function showTip(tip: HTMLElement | null, picked: Picked, x: number, y: number): void {
  if (!tip) return;
  tip.hidden = picked.kind === 'nothing' || picked.kind === 'route';
  if (tip.hidden) return;
  tip.textContent = tipText(picked);
  tip.style.transform = `translate(${Math.round(x + 14)}px, ${Math.round(y + 12)}px)`;
}

function tipText(picked: Picked): string {
  if (picked.kind === 'outlet') {
    const { outlets } = live;
    const { index } = picked;
    const lines = [
      `${outlets.names[index]} · ${outlets.classes[index]}`,
      Number.isNaN(outlets.coverDays[index]) ? t('tip.noSales') : t('tip.cover', { days: decimal(outlets.coverDays[index]) }),
      Number.isNaN(outlets.sinceVisitDays[index])
        ? t('tip.neverVisited')
        : t('tip.sinceVisit', { count: outlets.sinceVisitDays[index], value: number(outlets.sinceVisitDays[index]) }),
    ];
    if (outlets.outOfStock[index] > 0) lines.push(t('tip.outOfStock', { count: outlets.outOfStock[index], listed: number(outlets.listed[index]) }));
    return lines.join('\n');
  }
  if (picked.kind === 'mover') {
    const { movers } = live;
    const id = movers.ids[picked.index];
    return `${movers.kind[picked.index] === 1 ? plate(id) : repName(id)} · ${t(`activity.${movers.activity[picked.index] as 0 | 1 | 2}`)}`;
  }
  return '';
}
