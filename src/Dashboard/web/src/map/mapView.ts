import { Map as MapLibreMap, setWorkerUrl, type GeoJSONSource, type MapMouseEvent } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';
import type { DistributorFile, MapInfo } from '../api/region';
import type { Bounds } from '../api/values';
import type { LiveClient, LiveView } from '../live/liveClient';
import { FrameCost } from './frameCost';
import type { Camera } from './inStep';
import { baseStyle, labelFont, labelLayers, localFonts } from './mapStyle';
import { MoverOverlay } from './moverOverlay';
import { OutletLayer, pointSize } from './outletLayer';
import type { ColourMode } from './ramps';

setWorkerUrl(workerUrl);

export interface FeatureCollection {
  type: 'FeatureCollection';
  features: { type: 'Feature'; properties: Record<string, unknown>; geometry: unknown }[];
}

export type Picked =
  | { kind: 'outlet'; index: number }
  | { kind: 'mover'; index: number }
  | { kind: 'route'; distributor: string; vehicle: string }
  | { kind: 'nothing' };

export const emptyCollection: FeatureCollection = { type: 'FeatureCollection', features: [] };

const outletRepaintMilliseconds = 700;
const lassoPixels = 6;

/** The map and what lies on it. Components tell it what to show; it never renders a component. */
export class MapView {
  readonly cost = new FrameCost();
  onPick: (picked: Picked, event: MouseEvent) => void = () => undefined;
  onMenu: (picked: Picked, event: MouseEvent) => void = () => undefined;
  /** Shift and a drag begin a lasso, at a point of the map's box. */
  onLasso: (x: number, y: number) => void = () => undefined;
  onHover: (picked: Picked, x: number, y: number) => void = () => undefined;
  onLook: (view: LiveView) => void = () => undefined;
  /** Hears every step of a movement, where `onLook` hears of its end. */
  onMove: (camera: Camera) => void = () => undefined;

  private readonly map: MapLibreMap;
  private readonly outletLayer: OutletLayer;
  private readonly overlay: MoverOverlay;
  private readonly stops: (() => void)[] = [];
  private readonly resize: ResizeObserver;
  private ready = false;
  private chosen: string | null = null;
  private readonly whenReady: (() => void)[] = [];
  private repaint: ReturnType<typeof setTimeout> | undefined;
  private hoverFrame = 0;

  constructor(
    container: HTMLElement,
    region: string,
    info: MapInfo,
    private readonly live: LiveClient,
    private readonly field: Bounds,
  ) {
    this.map = new MapLibreMap({
      container,
      style: baseStyle(region, info),
      bounds: [field.west, field.south, field.east, field.north],
      fitBoundsOptions: { padding: 24 },
      minZoom: Math.max(3, info.minZoom - 3),
      maxZoom: 18.5,
      attributionControl: false,
      localIdeographFontFamily: localFonts,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: 0,
      renderWorldCopies: false,
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    // A missing tile at the region's edge is not worth a line in the console.
    this.map.on('error', () => undefined);
    this.outletLayer = new OutletLayer(live.outlets, this.cost);
    this.overlay = new MoverOverlay(this.map, live.movers, live.outlets, this.cost);
    this.map.once('style.load', () => this.addLayers());
    this.map.on('move', () => this.onMove(this.camera()));
    this.map.on('moveend', () => this.onLook(this.view()));
    this.map.on('click', (event) => this.onPick(this.pick(event), event.originalEvent));
    this.map.on('contextmenu', (event) => {
      event.preventDefault();
      this.onMenu(this.pick(event), event.originalEvent);
    });
    // Shift and a drag zoom into a box otherwise.
    this.map.boxZoom.disable();
    this.map.on('mousedown', (event) => this.mayLasso(event));
    this.map.on('mousemove', (event) => this.hover(event));
    this.map.on('mouseout', () => this.onHover({ kind: 'nothing' }, 0, 0));
    this.stops.push(live.onFrame((change) => this.frame(change)));
    this.resize = new ResizeObserver(() => this.map.resize());
    this.resize.observe(container);
    const onVisible = () => {
      if (document.hidden) return;
      this.overlay.wake();
      this.scheduleRepaint();
    };
    document.addEventListener('visibilitychange', onVisible);
    this.stops.push(() => document.removeEventListener('visibilitychange', onVisible));
  }

  destroy(): void {
    clearTimeout(this.repaint);
    cancelAnimationFrame(this.hoverFrame);
    this.resize.disconnect();
    for (const stop of this.stops) stop();
    this.overlay.destroy();
    this.map.remove();
  }

  view(): LiveView {
    const bounds = this.map.getBounds();
    return {
      view: { west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth() },
      zoom: this.map.getZoom(),
    };
  }

  camera(): Camera {
    const { lng, lat } = this.map.getCenter();
    return { longitude: lng, latitude: lat, zoom: this.map.getZoom() };
  }

  /** Looks at once where another map looks. */
  follow(camera: Camera): void {
    this.map.jumpTo({ center: [camera.longitude, camera.latitude], zoom: camera.zoom });
  }

  /** Names the map for those who hear it. */
  label(text: string): void {
    this.map.getCanvas().setAttribute('aria-label', text);
  }

  reloadOutlets(): void {
    this.after(() => this.outletLayer.reload());
  }

  colourBy(mode: ColourMode): void {
    this.after(() => this.outletLayer.paint(mode));
  }

  showOutlets(shown: ((index: number) => boolean) | null): void {
    this.after(() => this.outletLayer.show(shown));
  }

  showLayer(layer: 'areas' | 'routes', visible: boolean): void {
    const ids = layer === 'areas' ? ['area-fill', 'area-line', 'area-name'] : ['route-casing', 'routes', 'route-chosen-casing', 'route-chosen', 'stop-dots', 'stop-dot-numbers', 'stop-points', 'stop-numbers', 'stop-picked'];
    this.after(() => {
      for (const id of ids) this.map.setLayoutProperty(id, 'visibility', visible ? 'visible' : 'none');
    });
  }

  setAreas(data: unknown): void {
    this.setData('areas', data ?? emptyCollection);
  }

  setRoutes(data: FeatureCollection): void {
    this.setData('routes', data);
  }

  setStops(data: FeatureCollection): void {
    this.setData('stops', data);
  }

  setDepots(depots: readonly DistributorFile[]): void {
    this.setData('depots', {
      type: 'FeatureCollection',
      features: depots.map((each) => ({
        type: 'Feature',
        properties: { name: each.name },
        geometry: { type: 'Point', coordinates: [each.depot.longitude, each.depot.latitude] },
      })),
    });
  }

  chooseRoute(vehicle: string | null): void {
    // A filter sends its source through the worker again; stepping along a route must not.
    if (vehicle === this.chosen) return;
    this.chosen = vehicle;
    this.after(() => {
      this.map.setFilter('route-chosen', ['==', ['get', 'vehicle'], vehicle ?? '']);
      this.map.setFilter('route-chosen-casing', ['==', ['get', 'vehicle'], vehicle ?? '']);
      this.map.setPaintProperty('routes', 'line-opacity', vehicle === null ? 0.85 : 0.28);
      for (const id of ['stop-points', 'stop-numbers']) this.map.setFilter(id, ['in', ['get', 'vehicle'], ['literal', [vehicle ?? '', '']]]);
    });
  }

  mark(outlet: number, mover: number): void {
    this.overlay.marked = { outlet, mover };
    this.overlay.wake();
  }

  /** Ends a movement that is still under way: the next choice must not wait for it. */
  rest(): void {
    this.map.stop();
  }

  /** Rings the stops that are chosen together. */
  markStops(orders: readonly string[]): void {
    this.after(() => this.map.setFilter('stop-picked', ['in', ['get', 'order'], ['literal', [...orders]]]));
  }

  project(longitude: number, latitude: number): { x: number; y: number } {
    return this.map.project([longitude, latitude]);
  }

  /** Brings a point into view; stays where it is when the point is already well inside. */
  reveal(longitude: number, latitude: number): void {
    const point = this.map.project([longitude, latitude]);
    const { clientWidth: width, clientHeight: height } = this.map.getContainer();
    const inside = point.x > 60 && point.y > 60 && point.x < width - 60 && point.y < height - 60;
    if (inside && this.map.getZoom() >= 11) return;
    this.map.easeTo({ center: [longitude, latitude], zoom: Math.max(13, this.map.getZoom()), duration: 400 });
  }

  revealBounds(bounds: Bounds): void {
    this.map.fitBounds([bounds.west, bounds.south, bounds.east, bounds.north], { padding: 48, maxZoom: 15, duration: 400 });
  }

  home(): void {
    this.revealBounds(this.field);
  }

  zoomBy(step: number): void {
    this.map.easeTo({ zoom: this.map.getZoom() + step, duration: 200 });
  }

  private addLayers(): void {
    const { map } = this;
    for (const id of ['areas', 'routes', 'stops', 'depots']) map.addSource(id, { type: 'geojson', data: emptyCollection as never });
    map.addLayer({ id: 'area-fill', type: 'fill', source: 'areas', paint: { 'fill-color': '#1f5fbf', 'fill-opacity': 0.035 } });
    map.addLayer({
      id: 'area-line',
      type: 'line',
      source: 'areas',
      paint: { 'line-color': '#51617a', 'line-width': 1.4, 'line-dasharray': [3, 2], 'line-opacity': 0.75 },
    });
    const wide = ['interpolate', ['linear'], ['zoom'], 9, 2, 14, 4, 17, 6] as never;
    const wider = ['interpolate', ['linear'], ['zoom'], 9, 5, 14, 8.5, 17, 11] as never;
    const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
    map.addLayer({ id: 'route-casing', type: 'line', source: 'routes', layout: round, paint: { 'line-color': '#ffffff', 'line-width': wider, 'line-opacity': 0.55 } });
    map.addLayer({ id: 'routes', type: 'line', source: 'routes', layout: round, paint: { 'line-color': ['get', 'colour'], 'line-width': wide, 'line-opacity': 0.85 } });
    map.addLayer({ id: 'route-chosen-casing', type: 'line', source: 'routes', filter: ['==', ['get', 'vehicle'], ''], layout: round, paint: { 'line-color': '#ffffff', 'line-width': wider } });
    map.addLayer({ id: 'route-chosen', type: 'line', source: 'routes', filter: ['==', ['get', 'vehicle'], ''], layout: round, paint: { 'line-color': ['get', 'colour'], 'line-width': ['interpolate', ['linear'], ['zoom'], 9, 3, 14, 5.5, 17, 8] } });
    map.addLayer(this.outletLayer);
    map.addLayer({
      id: 'area-name',
      type: 'symbol',
      source: 'areas',
      minzoom: 10,
      layout: { 'text-field': ['get', 'name'], 'text-font': labelFont, 'text-size': 12, 'text-padding': 10 },
      paint: { 'text-color': '#24508f', 'text-halo-color': '#ffffff', 'text-halo-width': 1.6 },
    });
    map.addLayer({
      id: 'depot-points',
      type: 'circle',
      source: 'depots',
      paint: { 'circle-radius': 6.5, 'circle-color': '#111827', 'circle-stroke-color': '#ffffff', 'circle-stroke-width': 2.5 },
    });
    map.addLayer({
      id: 'depot-names',
      type: 'symbol',
      source: 'depots',
      layout: { 'text-field': ['get', 'name'], 'text-font': labelFont, 'text-size': 12, 'text-offset': [0, 1.2], 'text-anchor': 'top' },
      paint: { 'text-color': '#111827', 'text-halo-color': '#ffffff', 'text-halo-width': 1.8 },
    });
    // Later layers win where names collide: where one is matters more than whose depot or area it is.
    for (const layer of labelLayers) map.addLayer(layer);
    // Every route's stops are dots that get their numbers as one comes nearer; those of the chosen route and of the tray have them always.
    map.addLayer({
      id: 'stop-dots',
      type: 'circle',
      source: 'stops',
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 10, 2.5, 12.5, 4, 13, 8],
        'circle-color': ['get', 'fill'],
        'circle-stroke-color': ['get', 'colour'],
        'circle-stroke-width': 1.5,
      },
    });
    map.addLayer({
      id: 'stop-dot-numbers',
      type: 'symbol',
      source: 'stops',
      minzoom: 13,
      layout: { 'text-field': ['get', 'label'], 'text-font': labelFont, 'text-size': 10, 'text-allow-overlap': true, 'text-ignore-placement': true },
      paint: { 'text-color': ['get', 'ink'] },
    });
    map.addLayer({
      id: 'stop-picked',
      type: 'circle',
      source: 'stops',
      filter: ['in', ['get', 'order'], ['literal', []]],
      paint: { 'circle-radius': 14, 'circle-color': '#1f5fbf', 'circle-opacity': 0.35, 'circle-stroke-color': '#174a97', 'circle-stroke-width': 2 },
    });
    map.addLayer({
      id: 'stop-points',
      type: 'circle',
      source: 'stops',
      filter: ['==', ['get', 'vehicle'], ''],
      paint: { 'circle-radius': 9.5, 'circle-color': ['get', 'fill'], 'circle-stroke-color': ['get', 'colour'], 'circle-stroke-width': 2.5 },
    });
    map.addLayer({
      id: 'stop-numbers',
      type: 'symbol',
      source: 'stops',
      filter: ['==', ['get', 'vehicle'], ''],
      layout: { 'text-field': ['get', 'label'], 'text-font': labelFont, 'text-size': 11, 'text-allow-overlap': true, 'text-ignore-placement': true },
      paint: { 'text-color': ['get', 'ink'] },
    });
    this.ready = true;
    for (const action of this.whenReady.splice(0)) action();
    this.onLook(this.view());
  }

  private after(action: () => void): void {
    if (this.ready) action();
    else this.whenReady.push(action);
  }

  private setData(source: string, data: unknown): void {
    this.after(() => (this.map.getSource(source) as GeoJSONSource | undefined)?.setData(data as never));
  }

  private frame(change: { outlets: { first: number; last: number } | null; movers: boolean }): void {
    if (change.outlets && this.ready) {
      this.outletLayer.changed(change.outlets.first, change.outlets.last);
      this.scheduleRepaint();
    }
    if (change.movers) this.overlay.moved();
  }

  // Colours change a few times a minute for any one shop; repainting the whole map for each tick would only heat the machine.
  private scheduleRepaint(): void {
    if (this.repaint !== undefined || !this.ready) return;
    this.repaint = setTimeout(() => {
      this.repaint = undefined;
      if (!document.hidden && this.outletLayer.isDirty) this.map.triggerRepaint();
    }, outletRepaintMilliseconds);
  }

  private pick(event: MapMouseEvent): Picked {
    const { x, y } = event.point;
    const mover = this.overlay.pick(x, y);
    if (mover >= 0) return { kind: 'mover', index: mover };
    const outlet = this.pickOutlet(x, y);
    if (outlet >= 0) return { kind: 'outlet', index: outlet };
    const route = this.ready ? this.map.queryRenderedFeatures([[x - 4, y - 4], [x + 4, y + 4]], { layers: ['route-chosen', 'routes'] })[0] : undefined;
    return route
      ? { kind: 'route', distributor: String(route.properties.distributor), vehicle: String(route.properties.vehicle) }
      : { kind: 'nothing' };
  }

  private mayLasso(event: MapMouseEvent): void {
    const { x, y } = event.point;
    if (!event.originalEvent.shiftKey || event.originalEvent.button !== 0) return;
    event.preventDefault();
    const { clientX, clientY } = event.originalEvent;
    const move = (next: MouseEvent) => {
      if (Math.hypot(next.clientX - clientX, next.clientY - clientY) < lassoPixels) return;
      stop();
      this.onLasso(x, y);
    };
    const stop = () => {
      removeEventListener('mousemove', move);
      removeEventListener('mouseup', stop);
    };
    addEventListener('mousemove', move);
    addEventListener('mouseup', stop);
  }

  private pickOutlet(pointX: number, pointY: number): number {
    const { outlets } = this.live;
    const corner = this.map.unproject([pointX, pointY]);
    const world = 512 * 2 ** this.map.getZoom();
    const x = corner.lng / 360 + 0.5;
    const sine = Math.sin((corner.lat * Math.PI) / 180);
    const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    const reach = Math.max(7, pointSize(this.map.getZoom())) / world;
    let best = -1;
    let bestDistance = reach * reach;
    for (let index = 0; index < outlets.count; index++) {
      const dx = outlets.x[index] - x;
      const dy = outlets.y[index] - y;
      const distance = dx * dx + dy * dy;
      if (distance < bestDistance && this.outletLayer.isShown(index)) {
        best = index;
        bestDistance = distance;
      }
    }
    return best;
  }

  private hover(event: MapMouseEvent): void {
    cancelAnimationFrame(this.hoverFrame);
    this.hoverFrame = requestAnimationFrame(() => {
      const mover = this.overlay.pick(event.point.x, event.point.y);
      const outlet = mover >= 0 ? -1 : this.pickOutlet(event.point.x, event.point.y);
      const picked: Picked = mover >= 0 ? { kind: 'mover', index: mover } : outlet >= 0 ? { kind: 'outlet', index: outlet } : { kind: 'nothing' };
      this.map.getCanvas().style.cursor = picked.kind === 'nothing' ? '' : 'pointer';
      this.onHover(picked, event.point.x, event.point.y);
    });
  }
}
