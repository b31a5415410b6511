import { Doing, rowOf, Seen, type GanttModel } from './ganttModel';
import { headPixels, labelPixels, rowPixels, tickSeconds, xOf, type GanttView } from './ganttView';

export interface GanttMarks {
  /** The stop with the focus, or -1; its window is drawn. */
  current: number;
  picked: ReadonlySet<string>;
  /** The vehicle whose row is lit. */
  vehicle: string | null;
  /** The moment of the now-line; null on another day. */
  now: number | null;
  /** Where a drop would go. */
  drop: { row: number; seconds: number | null } | null;
  /** The cell that the keyboard is on: a row, and a stop or -1 for its name. */
  cursor: { row: number; stop: number } | null;
  nameOf: (vehicle: string) => string;
  timeText: (seconds: number) => string;
}

const ink = '#18202c';
const soft = '#56606e';
const line = '#e4e7ec';
const accent = '#1f5fbf';
const seenFill = ['', '#146c36', '#a63a00', '#b42318'] as const;
const font = '12px system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';
const barTop = 5;
const barHeight = rowPixels - 10;

/** Paints what is in view: the plan as outlines, what has happened as fills, and now as a line. */
export function paintGantt(canvas: CanvasRenderingContext2D, model: GanttModel, view: GanttView, marks: GanttMarks): void {
  const { width, height } = view;
  canvas.clearRect(0, 0, width, height);
  canvas.font = font;
  canvas.textBaseline = 'middle';
  const firstRow = Math.max(0, Math.floor(view.scrollTop / rowPixels));
  const lastRow = Math.min(model.rows.length, Math.ceil((view.scrollTop + height - headPixels) / rowPixels));

  canvas.save();
  canvas.beginPath();
  canvas.rect(0, headPixels, width, height - headPixels);
  canvas.clip();
  for (let row = firstRow; row < lastRow; row++) {
    const y = headPixels + row * rowPixels - view.scrollTop;
    if (model.rows[row].vehicle === marks.vehicle) fill(canvas, '#e6eefa', 0, y, width, rowPixels);
    if (marks.drop?.row === row) fill(canvas, '#d5e4fb', 0, y, width, rowPixels);
    fill(canvas, line, 0, y + rowPixels - 1, width, 1);
  }
  canvas.save();
  canvas.beginPath();
  canvas.rect(labelPixels, headPixels, width - labelPixels, height - headPixels);
  canvas.clip();
  paintTicks(canvas, view, headPixels, height, false, marks);
  paintWindow(canvas, model, view, marks);
  for (let row = firstRow; row < lastRow; row++) paintRow(canvas, model, view, row, marks);
  if (marks.now !== null) fill(canvas, '#d92d20', xOf(view, marks.now) - 1, headPixels, 2, height);
  if (marks.drop && marks.drop.seconds !== null) {
    const y = headPixels + marks.drop.row * rowPixels - view.scrollTop;
    fill(canvas, accent, xOf(view, marks.drop.seconds) - 1.5, y + 1, 3, rowPixels - 3);
  }
  canvas.restore();
  for (let row = firstRow; row < lastRow; row++) paintName(canvas, model, view, row, marks);
  canvas.restore();

  fill(canvas, '#ffffff', 0, 0, width, headPixels);
  fill(canvas, '#cfd5de', 0, headPixels - 1, width, 1);
  paintTicks(canvas, view, 0, headPixels, true, marks);
}

function paintTicks(canvas: CanvasRenderingContext2D, view: GanttView, top: number, bottom: number, named: boolean, marks: GanttMarks): void {
  const step = tickSeconds(view.secondsPerPixel);
  const end = view.start + (view.width - labelPixels) * view.secondsPerPixel;
  for (let at = Math.ceil(view.start / step) * step; at <= end; at += step) {
    const x = Math.round(xOf(view, at));
    fill(canvas, line, x, top, 1, bottom - top);
    if (!named) continue;
    canvas.fillStyle = soft;
    canvas.fillText(marks.timeText(at), x + 3, headPixels / 2);
  }
}

function paintRow(canvas: CanvasRenderingContext2D, model: GanttModel, view: GanttView, row: number, marks: GanttMarks): void {
  const { colour } = model.rows[row];
  const top = headPixels + row * rowPixels - view.scrollTop + barTop;
  const middle = top + barHeight / 2;

  // What has happened lies under the plan.
  for (let trip = model.tripStart[row]; trip < model.tripStart[row + 1]; trip++) {
    if (Number.isNaN(model.left[trip])) continue;
    const until = Number.isNaN(model.back[trip]) ? (marks.now ?? model.tripUntil[trip]) : model.back[trip];
    canvas.globalAlpha = 0.22;
    bar(canvas, colour, view, model.left[trip], Math.max(until, model.left[trip]), top, barHeight);
    canvas.globalAlpha = 1;
  }
  for (let piece = model.pieceStart[row]; piece < model.pieceStart[row + 1]; piece++) {
    const from = model.from[piece];
    const until = model.until[piece];
    switch (model.doing[piece]) {
      case Doing.Loading:
        bar(canvas, '#dfe3e9', view, from, until, top + 3, barHeight - 6);
        break;
      case Doing.Driving:
        bar(canvas, colour, view, from, until, middle - 1, 2);
        break;
      case Doing.Waiting:
        dashes(canvas, view, from, until, middle);
        break;
    }
  }
  for (let stop = model.stopStart[row]; stop < model.stopStart[row + 1]; stop++) {
    const x = xOf(view, model.serviceFrom[stop]);
    const wide = Math.max(2.5, (model.serviceUntil[stop] - model.serviceFrom[stop]) / view.secondsPerPixel);
    if (x + wide < labelPixels || x > view.width) continue;
    const isDone = model.seen[stop] !== Seen.No;
    const isLate = model.serviceFrom[stop] > model.windowUntil[stop];
    canvas.globalAlpha = isDone ? 0.12 : 1;
    fill(canvas, isLate ? '#a63a00' : colour, x, top, wide, barHeight);
    canvas.globalAlpha = 1;
    if (isLate) fill(canvas, '#ffffff', x, middle - 1, wide, 2);
    if (isDone) {
      canvas.strokeStyle = colour;
      canvas.lineWidth = 1;
      canvas.strokeRect(x + 0.5, top + 0.5, Math.max(1.5, wide - 1), barHeight - 1);
      bar(canvas, seenFill[model.seen[stop]], view, model.arrived[stop], model.arrived[stop] + (model.serviceUntil[stop] - model.serviceFrom[stop]), top + 4, barHeight - 8);
    }
    if (model.lock[stop] > 0) fill(canvas, model.lock[stop] === 2 ? ink : '#56606e', x, top + barHeight - 3, Math.max(3, wide), 3);
    if (marks.picked.has(model.orders[stop]) || stop === marks.current) {
      canvas.strokeStyle = stop === marks.current ? ink : accent;
      canvas.lineWidth = 2;
      canvas.strokeRect(x - 1.5, top - 2, wide + 3, barHeight + 4);
    }
  }
  for (let trip = model.tripStart[row]; trip < model.tripStart[row + 1]; trip++) {
    canvas.strokeStyle = colour;
    canvas.lineWidth = 1;
    canvas.globalAlpha = 0.55;
    const x = xOf(view, model.tripFrom[trip]);
    canvas.strokeRect(x + 0.5, top - 1.5, Math.max(2, xOf(view, model.tripUntil[trip]) - x), barHeight + 3);
    canvas.globalAlpha = 1;
  }
}

function paintName(canvas: CanvasRenderingContext2D, model: GanttModel, view: GanttView, row: number, marks: GanttMarks): void {
  const { vehicle, colour, isOut } = model.rows[row];
  const y = headPixels + row * rowPixels - view.scrollTop;
  fill(canvas, vehicle === marks.vehicle ? '#e6eefa' : '#ffffff', 0, y, labelPixels - 1, rowPixels - 1);
  fill(canvas, colour, 8, y + 9, 10, 10);
  canvas.fillStyle = isOut ? '#a63a00' : ink;
  canvas.fillText(marks.nameOf(vehicle), 24, y + rowPixels / 2, labelPixels - 30);
  if (isOut) fill(canvas, '#a63a00', 24, y + rowPixels / 2, Math.min(labelPixels - 30, canvas.measureText(marks.nameOf(vehicle)).width), 1);
  if (marks.cursor?.row !== row) return;
  canvas.strokeStyle = accent;
  canvas.lineWidth = 2;
  if (marks.cursor.stop < 0) canvas.strokeRect(2, y + 2, labelPixels - 6, rowPixels - 5);
}

/** The window of the stop in focus, across its row. */
function paintWindow(canvas: CanvasRenderingContext2D, model: GanttModel, view: GanttView, { current }: GanttMarks): void {
  if (current < 0) return;
  const y = headPixels + rowOf(model, current) * rowPixels - view.scrollTop;
  const from = xOf(view, model.windowFrom[current]);
  const until = xOf(view, model.windowUntil[current]);
  fill(canvas, 'rgb(20 108 54 / 13%)', from, y, until - from, rowPixels - 1);
  fill(canvas, '#146c36', from, y, 1.5, rowPixels - 1);
  fill(canvas, '#146c36', until - 1.5, y, 1.5, rowPixels - 1);
}

function bar(canvas: CanvasRenderingContext2D, colour: string, view: GanttView, from: number, until: number, top: number, high: number): void {
  fill(canvas, colour, xOf(view, from), top, Math.max(1.5, (until - from) / view.secondsPerPixel), high);
}

function dashes(canvas: CanvasRenderingContext2D, view: GanttView, from: number, until: number, middle: number): void {
  const end = xOf(view, until);
  for (let x = xOf(view, from); x < end; x += 6) fill(canvas, '#8a94a3', x, middle - 2, Math.min(3, end - x), 4);
}

function fill(canvas: CanvasRenderingContext2D, colour: string, x: number, y: number, wide: number, high: number): void {
  canvas.fillStyle = colour;
  canvas.fillRect(x, y, wide, high);
}
