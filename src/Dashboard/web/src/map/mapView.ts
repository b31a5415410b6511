import { Map as MapLibreMap, setWorkerUrl, type GeoJSONSource } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';
import type { DistributorFile, MapInfo } from '../api/region';
import type { Bounds } from '../api/values';
import type { LiveClient } from '../live/liveClient';
import { FrameCost } from './frameCost';
import { MapCamera } from './mapCamera';
import { MapPointer } from './mapPointer';
import { baseStyle, localFonts } from './mapStyle';
import { MoverOverlay } from './moverOverlay';
import { OutletLayer } from './outletLayer';
import { addPlanLayers, emptyCollection, layersOf, sourcesByVehicle, type FeatureCollection } from './planLayers';
import type { ColourMode } from './ramps';

setWorkerUrl(workerUrl);

const outletRepaintMilliseconds = 700;

/** The map and what lies on it. Components tell it what to show; it never renders a component. */
export class MapView {
  readonly cost = new FrameCost();
  readonly camera: MapCamera;
  readonly pointer: MapPointer;

  private readonly map: MapLibreMap;
  private readonly outletLayer: OutletLayer;
  private readonly overlay: MoverOverlay;
  private readonly stops: (() => void)[] = [];
  private readonly resize: ResizeObserver;
  private ready = false;
  private chosen: string | null = null;
  private readonly whenReady: (() => void)[] = [];
  private repaint: ReturnType<typeof setTimeout> | undefined;

  constructor(
    container: HTMLElement,
    region: string,
    info: MapInfo,
    live: LiveClient,
    field: Bounds,
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
    this.map.once('style.load', () => this.begin());
    this.camera = new MapCamera(this.map, field);
    this.pointer = new MapPointer(this.map, live.outlets, this.outletLayer, this.overlay);
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
    this.pointer.destroy();
    this.resize.disconnect();
    for (const stop of this.stops) stop();
    this.overlay.destroy();
    this.map.remove();
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
    this.after(() => {
      for (const id of layersOf[layer]) this.map.setLayoutProperty(id, 'visibility', visible ? 'visible' : 'none');
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
    this.after(() => {
      const before = this.chosen;
      if (vehicle === before) return;
      this.chosen = vehicle;
      for (const source of sourcesByVehicle) {
        if (before !== null) this.map.setFeatureState({ source, id: before }, { chosen: false });
        if (vehicle !== null) this.map.setFeatureState({ source, id: vehicle }, { chosen: true });
      }
      if ((vehicle === null) !== (before === null)) this.map.setPaintProperty('routes', 'line-opacity', vehicle === null ? 0.85 : 0.28);
    });
  }

  /** Rings an outlet, a mover, and the outlets whose stops are chosen together; -1 for none. The map itself is not painted for it. */
  mark(outlet: number, mover: number, picked: readonly number[] = []): void {
    this.overlay.marked = { outlet, mover, picked };
    this.overlay.wake();
  }

  private begin(): void {
    addPlanLayers(this.map, this.outletLayer);
    this.ready = true;
    for (const action of this.whenReady.splice(0)) action();
    this.camera.onLook(this.camera.view());
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
}
