import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import type { OutletTable } from '../live/outlets';
import type { MoverOverlay } from './moverOverlay';
import { pointSize, type OutletLayer } from './outletLayer';

export type Picked =
  | { kind: 'outlet'; index: number }
  | { kind: 'mover'; index: number }
  | { kind: 'route'; distributor: string; vehicle: string }
  | { kind: 'nothing' };

const lassoPixels = 6;

/** What of a map is pointed at, and with which intent. */
export class MapPointer {
  onPick: (picked: Picked, event: MouseEvent) => void = () => undefined;
  onMenu: (picked: Picked, event: MouseEvent) => void = () => undefined;
  /** Shift and a drag begin a lasso, at a point of the map's box. */
  onLasso: (x: number, y: number) => void = () => undefined;
  onHover: (picked: Picked, x: number, y: number) => void = () => undefined;

  private hoverFrame = 0;

  constructor(
    private readonly map: MapLibreMap,
    private readonly outlets: OutletTable,
    private readonly outletLayer: OutletLayer,
    private readonly overlay: MoverOverlay,
  ) {
    map.on('click', (event) => this.onPick(this.pick(event), event.originalEvent));
    map.on('contextmenu', (event) => {
      event.preventDefault();
      this.onMenu(this.pick(event), event.originalEvent);
    });
    // Shift and a drag zoom into a box otherwise.
    map.boxZoom.disable();
    map.on('mousedown', (event) => this.mayLasso(event));
    map.on('mousemove', (event) => this.hover(event));
    map.on('mouseout', () => this.onHover({ kind: 'nothing' }, 0, 0));
  }

  destroy(): void {
    cancelAnimationFrame(this.hoverFrame);
  }

  private pick(event: MapMouseEvent): Picked {
    const { x, y } = event.point;
    const mover = this.overlay.pick(x, y);
    if (mover >= 0) return { kind: 'mover', index: mover };
    const outlet = this.outletAt(x, y);
    if (outlet >= 0) return { kind: 'outlet', index: outlet };
    const routes = this.map.getLayer('routes') ? this.map.queryRenderedFeatures([[x - 4, y - 4], [x + 4, y + 4]], { layers: ['routes'] }) : [];
    const route = routes.find((each) => each.state.chosen === true) ?? routes[0];
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

  private outletAt(pointX: number, pointY: number): number {
    const { outlets } = this;
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
      const outlet = mover >= 0 ? -1 : this.outletAt(event.point.x, event.point.y);
      const picked: Picked = mover >= 0 ? { kind: 'mover', index: mover } : outlet >= 0 ? { kind: 'outlet', index: outlet } : { kind: 'nothing' };
      this.map.getCanvas().style.cursor = picked.kind === 'nothing' ? '' : 'pointer';
      this.onHover(picked, event.point.x, event.point.y);
    });
  }
}
