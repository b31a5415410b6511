import { effect, type ReadonlySignal } from '@preact/signals';
import { dateOf, secondsOfDay } from '../../i18n/format';
import { live } from '../../region/regionStore';
import { picked, selectedOrder, selectedVehicle } from '../../selection/selection';
import type { DropTarget } from '../edits/aiming';
import { dropTarget } from '../edits/dragging';
import { gapAt, type Gap } from '../edits/places';
import { planDate } from '../plans/planDay';
import { shownRoutes } from '../plans/stopIndex';
import type { GanttCursor } from './ganttKeys';
import { rowOf, type GanttModel } from './ganttModel';
import { paintGantt } from './ganttPaint';
import { fitted, headPixels, hit, labelPixels, panned, rowPixels, xOf, zoomed, type GanttHit, type GanttView } from './ganttView';

const dragThresholdPixels = 4;

/** The canvas of the timetable and the pointer on it. It reads the stores and draws once a frame at most; no component renders for it. */
export class GanttCanvas {
  onPress: (event: PointerEvent, hit: GanttHit) => void = () => undefined;
  onClick: (event: MouseEvent, hit: GanttHit) => void = () => undefined;
  onMenu: (hit: GanttHit, x: number, y: number) => void = () => undefined;
  tipOf: (stop: number) => string = () => '';
  nameOf: (vehicle: string) => string = (vehicle) => vehicle;
  timeText: (seconds: number) => string = String;

  private view: GanttView = { start: 0, secondsPerPixel: 60, scrollTop: 0, width: 0, height: 0 };
  private day = '';
  private cursor: GanttCursor | null = null;
  private frame = 0;
  private panning: { x: number; y: number; moved: boolean } | null = null;
  private readonly canvas: HTMLCanvasElement;
  private readonly tip: HTMLElement;
  private readonly resize: ResizeObserver;
  private readonly stops: (() => void)[] = [];

  constructor(
    private readonly box: HTMLElement,
    private readonly model: ReadonlySignal<GanttModel>,
  ) {
    this.canvas = box.querySelector('canvas') as HTMLCanvasElement;
    this.tip = box.querySelector('.gantt-tip') as HTMLElement;
    this.resize = new ResizeObserver(() => this.measure());
    this.resize.observe(box);
    this.measure();
    this.stops.push(
      effect(() => {
        const { first, last } = this.model.value;
        const day = `${planDate.value} ${first} ${last}`;
        if (day !== this.day) {
          this.day = day;
          this.fit();
        }
        this.wake();
      }),
      effect(() => {
        picked.value;
        selectedVehicle.value;
        live.clock.value;
        dropTarget.value;
        this.wake();
      }),
      effect(() => this.reveal(selectedOrder.value, selectedVehicle.value)),
    );
    this.listen('scroll', () => {
      this.view = { ...this.view, scrollTop: this.box.scrollTop };
      this.wake();
    });
    this.listen('wheel', (event) => this.wheel(event as WheelEvent), { passive: false });
    this.listen('pointerdown', (event) => this.press(event as PointerEvent));
    this.listen('pointermove', (event) => this.hover(event as PointerEvent));
    this.listen('pointerleave', () => (this.tip.hidden = true));
    this.listen('click', (event) => this.click(event as MouseEvent));
    this.listen('contextmenu', (event) => this.menu(event as MouseEvent));
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.resize.disconnect();
    for (const stop of this.stops) stop();
  }

  zoom(factor: number): void {
    const { first, last } = this.model.peek();
    this.view = zoomed(this.view, (this.view.width + labelPixels) / 2, factor, first, last);
    this.wake();
  }

  pan(pixels: number): void {
    const { first, last } = this.model.peek();
    this.view = panned(this.view, pixels, first, last);
    this.wake();
  }

  fit(): void {
    const { first, last } = this.model.peek();
    this.view = fitted(this.view, first, last);
    this.wake();
  }

  showCursor(cursor: GanttCursor | null): void {
    this.cursor = cursor;
    if (cursor) this.bring(cursor.row, cursor.stop);
    this.wake();
  }

  /** The gap in a vehicle's day under a point of the window. */
  dropAt(x: number, y: number): DropTarget | null {
    const found = this.at(x, y);
    if (!found) return null;
    const row = this.model.peek().rows[found.row];
    if (row.isOut) return null;
    if (found.seconds === null) return { kind: 'vehicle', vehicle: row.vehicle };
    const route = shownRoutes.peek().find((shown) => shown.route.vehicle === row.vehicle)?.route;
    return route ? { kind: 'gap', vehicle: row.vehicle, gap: gapAt(route, found.seconds) } : { kind: 'vehicle', vehicle: row.vehicle };
  }

  private listen(type: string, handler: (event: Event) => void, options?: AddEventListenerOptions): void {
    this.box.addEventListener(type, handler, options);
    this.stops.push(() => this.box.removeEventListener(type, handler, options));
  }

  private measure(): void {
    const { clientWidth: width, clientHeight: height } = this.box;
    const scale = Math.min(2, devicePixelRatio || 1);
    const wasNew = this.view.width === 0;
    this.view = { ...this.view, width, height };
    this.canvas.width = Math.round(width * scale);
    this.canvas.height = Math.round(height * scale);
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    this.canvas.getContext('2d')?.setTransform(scale, 0, 0, scale, 0, 0);
    const { first, last } = this.model.peek();
    this.view = wasNew ? fitted(this.view, first, last) : panned(zoomed(this.view, labelPixels, 1, first, last), 0, first, last);
    this.wake();
  }

  private wake(): void {
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.paint();
    });
  }

  private paint(): void {
    const canvas = this.canvas.getContext('2d');
    if (!canvas) return;
    const model = this.model.peek();
    const order = selectedOrder.peek();
    const clock = live.clock.peek();
    paintGantt(canvas, model, this.view, {
      current: order === null ? -1 : model.orders.indexOf(order),
      picked: picked.peek(),
      vehicle: selectedVehicle.peek(),
      now: clock && dateOf(clock.now) === planDate.peek() ? secondsOfDay(clock.now) : null,
      drop: this.dropMark(model, dropTarget.peek()),
      cursor: this.cursor,
      nameOf: this.nameOf,
      timeText: this.timeText,
    });
  }

  private dropMark(model: GanttModel, target: DropTarget | null): { row: number; seconds: number | null } | null {
    if (!target || target.kind === 'tray') return null;
    const row = model.rows.findIndex((each) => each.vehicle === target.vehicle);
    return row < 0 ? null : { row, seconds: target.kind === 'gap' ? this.momentOf(model, row, target.gap) : null };
  }

  private momentOf(model: GanttModel, row: number, gap: Gap): number | null {
    const stops: number[] = [];
    for (let stop = model.stopStart[row]; stop < model.stopStart[row + 1]; stop++) if (model.tripOfStop[stop] === gap.trip) stops.push(stop);
    if (stops.length === 0) return model.tripUntil[model.tripStart[row + 1] - 1] ?? null;
    return gap.before < stops.length ? model.serviceFrom[stops[gap.before]] : model.serviceUntil[stops[stops.length - 1]];
  }

  private at(x: number, y: number): GanttHit | null {
    const box = this.canvas.getBoundingClientRect();
    return hit(this.model.peek(), this.view, x - box.left, y - box.top);
  }

  private wheel(event: WheelEvent): void {
    const { first, last } = this.model.peek();
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const x = event.clientX - this.canvas.getBoundingClientRect().left;
      this.view = zoomed(this.view, Math.max(labelPixels, x), Math.exp(event.deltaY / 300), first, last);
      this.wake();
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      this.pan(event.deltaX || event.deltaY);
    }
  }

  private press(event: PointerEvent): void {
    const found = this.at(event.clientX, event.clientY);
    if (event.button !== 0 || !found) return;
    if (found.stop >= 0) this.onPress(event, found);
    else if (found.seconds !== null && event.pointerType !== 'touch') {
      this.panning = { x: event.clientX, y: event.clientY, moved: false };
      this.box.setPointerCapture(event.pointerId);
    }
  }

  private hover(event: PointerEvent): void {
    if (this.panning) {
      if (event.buttons === 0) {
        this.panning = null;
        return;
      }
      const dx = event.clientX - this.panning.x;
      const dy = event.clientY - this.panning.y;
      if (!this.panning.moved && Math.hypot(dx, dy) < dragThresholdPixels) return;
      this.panning = { x: event.clientX, y: event.clientY, moved: true };
      this.pan(-dx);
      this.box.scrollTop -= dy;
      return;
    }
    const found = event.buttons === 0 ? this.at(event.clientX, event.clientY) : null;
    this.box.style.cursor = found && found.stop >= 0 ? 'grab' : '';
    this.tip.hidden = !found || found.stop < 0;
    if (!found || found.stop < 0) return;
    this.tip.textContent = this.tipOf(found.stop);
    const box = this.box.getBoundingClientRect();
    const x = Math.min(event.clientX - box.left + 14, box.width - this.tip.offsetWidth - 8);
    const y = event.clientY - box.top + this.box.scrollTop - this.tip.offsetHeight - 8;
    this.tip.style.transform = `translate(${Math.round(x)}px, ${Math.round(Math.max(this.box.scrollTop, y))}px)`;
  }

  private click(event: MouseEvent): void {
    const wasPan = this.panning?.moved ?? false;
    this.panning = null;
    const found = this.at(event.clientX, event.clientY);
    if (found && !wasPan) this.onClick(event, found);
  }

  private menu(event: MouseEvent): void {
    const found = this.at(event.clientX, event.clientY);
    if (!found) return;
    event.preventDefault();
    if (found.stop < 0 || !picked.peek().has(this.model.peek().orders[found.stop])) this.onClick(event, found);
    this.onMenu(found, event.clientX, event.clientY);
  }

  private reveal(order: string | null, vehicle: string | null): void {
    const model = this.model.peek();
    const stop = order === null ? -1 : model.orders.indexOf(order);
    const row = stop >= 0 ? rowOf(model, stop) : vehicle === null ? -1 : model.rows.findIndex((each) => each.vehicle === vehicle);
    if (row >= 0) this.bring(row, stop);
  }

  private bring(row: number, stop: number): void {
    const top = row * rowPixels;
    const room = this.view.height - headPixels - rowPixels;
    if (top < this.box.scrollTop) this.box.scrollTop = top;
    else if (top > this.box.scrollTop + room) this.box.scrollTop = top - room;
    if (stop < 0) return;
    const model = this.model.peek();
    const x = xOf(this.view, model.serviceFrom[stop]);
    if (x < labelPixels || x > this.view.width - 40) this.pan(x - (this.view.width + labelPixels) / 2);
  }
}
