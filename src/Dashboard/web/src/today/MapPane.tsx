import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { decimal, number } from '../i18n/format';
import { t } from '../i18n/i18n';
import { MapView, type FeatureCollection, type Picked } from '../map/mapView';
import { ramps, type ColourMode } from '../map/ramps';
import { plate, repName } from '../region/names';
import { areas, detail, live, mapInfo, outletsVersion, regionId } from '../region/regionStore';
import { select, selectedTerminal, selectedVehicle, selection } from '../selection/selection';
import { Icon } from '../ui/icons';
import { Legend } from './Legend';
import { routeFeatures, shownRoutes, stopState } from './deliveryPlans';
import { moverIndex } from './moverIndex';
import { publishDiagnostics } from './diagnostics';

export function MapPane() {
  const box = useRef<HTMLDivElement>(null);
  const tip = useRef<HTMLDivElement>(null);
  const view = useRef<MapView | null>(null);
  const [broken, setBroken] = useState(false);
  const [mode, setMode] = useState<ColourMode>('cover');
  const [showAreas, setShowAreas] = useState(true);
  const [showRoutes, setShowRoutes] = useState(true);
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
    map.onLook = (look) => live.open(region, look);
    map.onPick = (picked) => choose(picked);
    map.onHover = (picked, x, y) => showTip(tip.current, picked, x, y);
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
    const stops = stopFeatures(selectedVehicle.value);
    view.current?.setStops(stops);
  });
  useSignalEffect(() => {
    const chosen = selection.value;
    const map = view.current;
    if (!map) return;
    const vehicle = selectedVehicle.value;
    const onRoute = shownRoutes.peek().some(({ route }) => route.vehicle === vehicle);
    map.chooseRoute(onRoute ? vehicle : null);
    const terminal = selectedTerminal.value;
    const outlet = terminal === null ? -1 : live.outlets.indexOf(terminal);
    const mover = chosen?.kind === 'mover' ? moverIndex(chosen.mover) : vehicle === null ? -1 : moverIndex(vehicle);
    map.mark(outlet, mover);
    if (outlet >= 0) map.reveal(live.outlets.longitude[outlet], live.outlets.latitude[outlet]);
    else if (chosen?.kind === 'mover' && mover >= 0 && live.movers.known[mover] === 1) map.reveal(live.movers.longitude[mover], live.movers.latitude[mover]);
    else if (chosen?.kind === 'route') {
      const bounds = boundsOfRoute(chosen.vehicle);
      if (bounds) map.revealBounds(bounds);
    }
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
            <input type="checkbox" checked={showAreas} onChange={(event) => setShowAreas(event.currentTarget.checked)} />
            {t('map.areas')}
          </label>
          <label class="check">
            <input type="checkbox" checked={showRoutes} onChange={(event) => setShowRoutes(event.currentTarget.checked)} />
            {t('map.routes')}
          </label>
        </div>
      </div>
      <div class="map-zoom">
        <button type="button" class="icon-button" aria-label={t('map.zoomIn')} data-testid="map-zoom-in" onClick={() => view.current?.zoomBy(1)}>
          <Icon name="plus" />
        </button>
        <button type="button" class="icon-button" aria-label={t('map.zoomOut')} onClick={() => view.current?.zoomBy(-1)}>
          <Icon name="minus" />
        </button>
        <button type="button" class="icon-button" aria-label={t('map.home')} title={t('map.home')} onClick={() => view.current?.home()}>
          <Icon name="board" />
        </button>
      </div>
      <Legend mode={mode} ramp={ramps[mode]} />
      <div class="map-attribution" data-testid="attribution">
        {info?.attribution}
      </div>
    </div>
  );
}

function choose(picked: Picked): void {
  if (picked.kind === 'outlet') select({ kind: 'outlet', terminal: live.outlets.ids[picked.index] });
  else if (picked.kind === 'mover') select({ kind: 'mover', mover: live.movers.ids[picked.index], vehicle: live.movers.kind[picked.index] === 1 });
  else if (picked.kind === 'route') select({ kind: 'route', distributor: picked.distributor, vehicle: picked.vehicle });
  else select(null);
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

const stopInk = { planned: '#1f2937', onTime: '#ffffff', late: '#ffffff', refused: '#ffffff' } as const;
const stopFill = { planned: '#ffffff', onTime: '#15803d', late: '#b45309', refused: '#b91c1c' } as const;

function stopFeatures(vehicle: string | null): FeatureCollection {
  const features: FeatureCollection['features'] = [];
  for (const { route, colour } of shownRoutes.value) {
    if (route.vehicle !== vehicle) continue;
    let number = 0;
    for (const trip of route.trips) {
      for (const stop of trip.stops) {
        number++;
        const index = live.outlets.indexOf(stop.terminal);
        if (index < 0) continue;
        const state = stopState(route.vehicle, stop);
        features.push({
          type: 'Feature',
          properties: { label: String(number), colour, fill: stopFill[state], ink: stopInk[state] },
          geometry: { type: 'Point', coordinates: [live.outlets.longitude[index], live.outlets.latitude[index]] },
        });
      }
    }
  }
  return { type: 'FeatureCollection', features };
}

function boundsOf(longitudes: ArrayLike<number>, latitudes: ArrayLike<number>) {
  const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (let index = 0; index < longitudes.length; index++) {
    bounds.west = Math.min(bounds.west, longitudes[index]);
    bounds.east = Math.max(bounds.east, longitudes[index]);
    bounds.south = Math.min(bounds.south, latitudes[index]);
    bounds.north = Math.max(bounds.north, latitudes[index]);
  }
  return bounds;
}

function boundsOfRoute(vehicle: string) {
  const found = shownRoutes.peek().find(({ route }) => route.vehicle === vehicle);
  if (!found) return null;
  const depot = detail.peek()?.distributors.find((each) => each.id === found.plan.distributor)?.depot;
  const indexes = found.route.trips.flatMap((trip) => trip.stops.map((stop) => live.outlets.indexOf(stop.terminal))).filter((index) => index >= 0);
  const longitudes = indexes.map((index) => live.outlets.longitude[index]);
  const latitudes = indexes.map((index) => live.outlets.latitude[index]);
  if (depot) {
    longitudes.push(depot.longitude);
    latitudes.push(depot.latitude);
  }
  return longitudes.length === 0 ? null : boundsOf(longitudes, latitudes);
}
