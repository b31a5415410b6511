import type { Map as MapLibreMap } from 'maplibre-gl';
import { Activity, MoverKind, type MoverTable } from '../live/movers';
import type { OutletTable } from '../live/outlets';
import type { FrameCost } from './frameCost';
import { latitudeToMercator, longitudeToMercator } from './mercator';

/** Rows of the tables; -1 for none. */
export interface Marked {
  outlet: number;
  mover: number;
  /** Outlets whose stops are chosen together. */
  picked: readonly number[];
}

const vehicleInk = '#0f4c97';
const repInk = '#0b6b4d';
const offDutyInk = '#8a93a0';
const markInk = '#111827';
const pickedInk = '#174a97';
const pickedFill = 'rgb(31 95 191 / 35%)';
const pickedRadius = 14;

/**
 * Reps and vehicles on a canvas above the map, so that the map itself is not painted again for each tick.
 * Vehicles are squares with an arrow, reps are discs; who stands at a stop has no arrow.
 */
export class MoverOverlay {
  readonly canvas = document.createElement('canvas');
  private readonly context: CanvasRenderingContext2D;
  private readonly sprites = new Map<number, HTMLCanvasElement>();
  private ratio = 1;
  private frame = 0;
  private glidesUntil = 0;
  private readonly still = matchMedia('(prefers-reduced-motion: reduce)');
  private readonly onMapRender = () => this.draw();
  marked: Marked = { outlet: -1, mover: -1, picked: [] };

  constructor(
    private readonly map: MapLibreMap,
    private readonly movers: MoverTable,
    private readonly outlets: OutletTable,
    private readonly cost: FrameCost,
  ) {
    const context = this.canvas.getContext('2d');
    if (!context) throw new Error('This browser draws no canvas.');
    this.context = context;
    this.canvas.className = 'mover-canvas';
    this.canvas.setAttribute('aria-hidden', 'true');
    map.getCanvasContainer().appendChild(this.canvas);
    map.on('render', this.onMapRender);
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.map.off('render', this.onMapRender);
    this.canvas.remove();
  }

  /** New positions have arrived: glide to them over one tick. */
  moved(): void {
    this.glidesUntil = performance.now() + this.movers.tickMilliseconds + 30;
    this.wake();
  }

  /** Something that is drawn here has changed: draw once. */
  wake(): void {
    if (this.frame !== 0 || document.hidden) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
      if (performance.now() < this.glidesUntil) this.wake();
    });
  }

  /** The mover nearest to a point of the map, within a finger's reach; -1 for none. */
  pick(pointX: number, pointY: number): number {
    const view = this.projection();
    const now = performance.now();
    let best = -1;
    let bestDistance = 14 * 14;
    for (let index = 0; index < this.movers.count; index++) {
      if (this.movers.known[index] === 0 || this.movers.activity[index] === Activity.OffDuty) continue;
      const [x, y] = this.place(index, now, view);
      const distance = (x - pointX) ** 2 + (y - pointY) ** 2;
      if (distance < bestDistance) {
        best = index;
        bestDistance = distance;
      }
    }
    return best;
  }

  private draw(): void {
    const started = performance.now();
    const view = this.projection();
    this.fit(view.width, view.height);
    const { context, movers } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    this.drawPicked(view);
    this.drawMark(view);
    const size = this.map.getZoom() < 10.5 ? 0.75 : 1;
    for (let index = 0; index < movers.count; index++) {
      if (movers.known[index] === 0) continue;
      const activity = movers.activity[index] as Activity;
      if (activity === Activity.OffDuty && index !== this.marked.mover) continue;
      const [x, y] = this.place(index, started, view);
      if (x < -20 || y < -20 || x > view.width + 20 || y > view.height + 20) continue;
      const kind = movers.kind[index] as MoverKind;
      const sprite = this.sprite(kind, activity);
      const half = sprite.width / 2;
      if (index === this.marked.mover) this.ring(x, y, 15);
      const scale = size * this.ratio;
      context.setTransform(scale / 2, 0, 0, scale / 2, x * this.ratio, y * this.ratio);
      context.drawImage(sprite, -half, -half);
      if (activity === Activity.Travelling) {
        const angle = (movers.heading[index] * Math.PI) / 180;
        const cos = Math.cos(angle) * scale;
        const sin = Math.sin(angle) * scale;
        context.setTransform(cos, sin, -sin, cos, x * this.ratio, y * this.ratio);
        context.fillStyle = '#ffffff';
        context.beginPath();
        context.moveTo(0, -5);
        context.lineTo(3.6, 4);
        context.lineTo(0, 2);
        context.lineTo(-3.6, 4);
        context.closePath();
        context.fill();
      }
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    this.cost.add(performance.now() - started);
  }

  private drawMark(view: View): void {
    const outlet = this.marked.outlet;
    if (outlet < 0 || outlet >= this.outlets.count) return;
    const [x, y] = this.outletAt(outlet, view);
    this.ring(x, y, 12);
  }

  private drawPicked(view: View): void {
    const { context } = this;
    context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    context.beginPath();
    for (const outlet of this.marked.picked) {
      const [x, y] = this.outletAt(outlet, view);
      if (x < -pickedRadius || y < -pickedRadius || x > view.width + pickedRadius || y > view.height + pickedRadius) continue;
      context.moveTo(x + pickedRadius, y);
      context.arc(x, y, pickedRadius, 0, 2 * Math.PI);
    }
    context.fillStyle = pickedFill;
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = pickedInk;
    context.stroke();
  }

  private outletAt(outlet: number, view: View): [number, number] {
    return [(this.outlets.x[outlet] - view.centreX) * view.world + view.width / 2, (this.outlets.y[outlet] - view.centreY) * view.world + view.height / 2];
  }

  private ring(x: number, y: number, radius: number): void {
    const { context } = this;
    context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    context.lineWidth = 5;
    context.strokeStyle = '#ffffff';
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.stroke();
    context.lineWidth = 2.5;
    context.strokeStyle = markInk;
    context.stroke();
  }

  private place(index: number, now: number, view: View): [number, number] {
    const { movers } = this;
    const share = this.still.matches ? 1 : movers.share(index, now);
    const x = movers.fromX[index] + (movers.toX[index] - movers.fromX[index]) * share;
    const y = movers.fromY[index] + (movers.toY[index] - movers.fromY[index]) * share;
    return [(x - view.centreX) * view.world + view.width / 2, (y - view.centreY) * view.world + view.height / 2];
  }

  private projection(): View {
    // The map is never tilted or turned, so a shift and a scale are all there is.
    const centre = this.map.getCenter();
    const container = this.map.getContainer();
    return {
      centreX: longitudeToMercator(centre.lng),
      centreY: latitudeToMercator(centre.lat),
      world: 512 * 2 ** this.map.getZoom(),
      width: container.clientWidth,
      height: container.clientHeight,
    };
  }

  private fit(width: number, height: number): void {
    const ratio = Math.min(2, devicePixelRatio || 1);
    if (this.canvas.width === Math.round(width * ratio) && this.canvas.height === Math.round(height * ratio)) return;
    this.ratio = ratio;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
  }

  private sprite(kind: MoverKind, activity: Activity): HTMLCanvasElement {
    const key = kind * 4 + activity;
    let sprite = this.sprites.get(key);
    if (!sprite) this.sprites.set(key, (sprite = paintSprite(kind, activity)));
    return sprite;
  }
}

interface View {
  centreX: number;
  centreY: number;
  world: number;
  width: number;
  height: number;
}

function paintSprite(kind: MoverKind, activity: Activity): HTMLCanvasElement {
  const sprite = document.createElement('canvas');
  sprite.width = sprite.height = 48;
  const context = sprite.getContext('2d');
  if (!context) return sprite;
  context.scale(2, 2);
  context.translate(12, 12);
  context.beginPath();
  if (kind === MoverKind.Vehicle) context.roundRect(-9, -9, 18, 18, 5);
  else context.arc(0, 0, 8, 0, 2 * Math.PI);
  context.fillStyle = activity === Activity.OffDuty ? offDutyInk : kind === MoverKind.Vehicle ? vehicleInk : repInk;
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = '#ffffff';
  context.stroke();
  if (activity === Activity.AtStop) {
    context.fillStyle = '#ffffff';
    context.fillRect(-3, -3, 6, 6);
  }
  return sprite;
}
