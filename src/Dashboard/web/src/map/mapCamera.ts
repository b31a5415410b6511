import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Bounds } from '../api/values';
import type { LiveView } from '../live/liveClient';
import type { Camera, Steerable } from './inStep';
import { MovementPace } from './movementPace';

const glideMilliseconds = 400;

/** Where a map looks: tells of it, moves it, and lets other maps lead it. */
export class MapCamera implements Steerable {
  onLook: (view: LiveView) => void = () => undefined;
  /** Hears every step of a movement, where `onLook` hears of its end. */
  onMove: (camera: Camera) => void = () => undefined;

  private readonly pace: MovementPace;

  constructor(
    private readonly map: MapLibreMap,
    private readonly field: Bounds,
  ) {
    this.pace = new MovementPace(map);
    map.on('move', () => this.onMove(this.camera()));
    map.on('moveend', () => this.onLook(this.view()));
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

  /** Ends a movement that is still under way: the next choice must not wait for it. */
  rest(): void {
    this.map.stop();
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
    this.map.easeTo({ center: [longitude, latitude], zoom: Math.max(13, this.map.getZoom()), duration: this.glide() });
  }

  revealBounds(bounds: Bounds): void {
    this.map.fitBounds([bounds.west, bounds.south, bounds.east, bounds.north], { padding: 48, maxZoom: 15, duration: this.glide() });
  }

  /** Where each frame of a glide costs more than an eye follows, as without a graphics card, the map is there at once. */
  private glide(): number {
    return this.pace.isFluent ? glideMilliseconds : 0;
  }

  home(): void {
    this.revealBounds(this.field);
  }

  zoomBy(step: number): void {
    this.map.easeTo({ zoom: this.map.getZoom() + step, duration: 200 });
  }
}
