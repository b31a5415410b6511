import { signal } from '@preact/signals';
import type { DeliveryPlan } from '../../api/deliveryPlans';
import type { PlanChange, PlanEdit, StopOption } from '../../api/dispatch';
import { explain } from '../../i18n/codes';
import { rights } from '../../session/session';
import { tell } from '../../shell/noticeList';
import { openPanel } from '../actions/panels';
import { planOf } from '../plans/planDay';
import { strengthAmong } from '../plans/locks';
import { placedStops } from '../plans/stopIndex';
import { stopSelection, together } from '../plans/stopList';
import { aimAt, edgeScroll, type Aim, type DropMark, type DropTarget } from './aiming';
import { LatestOnly } from './latest';
import { placeOf } from './places';
import { holdStops, moveStops } from './planEdits';
import { askOptions, askPreview } from './previews';
import { reloadIfChanged, sendEdits } from './sending';

// Dragging stops with a mouse or pen, from any list to any other. What the drop would do is shown before it.

export interface Dragged {
  plan: DeliveryPlan;
  orders: readonly string[];
}

export interface Ghost {
  target: DropTarget;
  change: PlanChange | null;
  /** The change is that of the cheapest place on the vehicle; the exact one is on its way. */
  isEstimate: boolean;
  refusal: string | null;
}

export const dragged = signal<Dragged | null>(null);
export const dropTarget = signal<DropTarget | null>(null);
export const dropMark = signal<DropMark | null>(null);
export const ghost = signal<Ghost | null>(null);

const startDistancePixels = 5;
let follow: (x: number, y: number) => void = () => undefined;
let at = { x: 0, y: 0 };
let options: ReadonlyMap<string, StopOption> = new Map();
let wanted = '';

const exact = new LatestOnly(
  ({ plan, edits }: { plan: DeliveryPlan; target: DropTarget; edits: PlanEdit[] }) => askPreview(plan, edits),
  ({ target }, { change }) => (ghost.value = { target, change, isEstimate: false, refusal: null }),
  ({ plan, target }, error) => {
    ghost.value = { target, change: null, isEstimate: false, refusal: explain(error) };
    reloadIfChanged(plan, error);
  },
);

/** The ghost's box asks to be told where the pointer is and of every movement; it moves without rendering. */
export function followPointer(move: (x: number, y: number) => void): void {
  follow = move;
  move(at.x, at.y);
}

/** Call on pointer down over a stop: the drag begins once the pointer has moved. A plain click stays a click. */
export function mayDrag(event: PointerEvent, order: string): void {
  if (event.button !== 0 || event.pointerType === 'touch' || event.shiftKey || !rights.peek().planDeliveries) return;
  const distributor = stopSelection(order)?.distributor;
  const plan = distributor === undefined ? null : planOf(distributor);
  if (!plan) return;
  const { clientX, clientY } = event;
  const move = (next: PointerEvent) => {
    if (!dragged.peek()) {
      if (Math.hypot(next.clientX - clientX, next.clientY - clientY) < startDistancePixels) return;
      begin(plan, together(order));
    }
    at = { x: next.clientX, y: next.clientY };
    // The browser has found what lies under a mouse or pen, which nothing captures. Boxes are asked for before anything is written: afterwards the page would be laid out for the question.
    const under = next.target instanceof Element ? next.target : null;
    const found = aimAt(under, at.x, at.y);
    const scroll = edgeScroll(under, at.y);
    follow(at.x, at.y);
    aim(found);
    if (scroll) scroll.box.scrollTop += scroll.by;
  };
  // What scrolls under a pointer that rests is another place.
  const scrolled = () => {
    if (dragged.peek()) aim(aimAt(document.elementFromPoint(at.x, at.y), at.x, at.y));
  };
  const end = (next: Event) => {
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', end);
    removeEventListener('pointercancel', end);
    removeEventListener('keydown', escape, true);
    removeEventListener('selectstart', refuse);
    removeEventListener('scroll', scrolled, true);
    if (!dragged.peek()) return;
    // The click that follows the release would choose what lies under the pointer.
    addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', swallow, true));
    if (next.type === 'pointerup') drop();
    finish();
  };
  const escape = (key: KeyboardEvent) => {
    if (key.key !== 'Escape' || !dragged.peek()) return;
    key.stopPropagation();
    key.preventDefault();
    end(key);
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', end);
  addEventListener('pointercancel', end);
  addEventListener('keydown', escape, true);
  addEventListener('selectstart', refuse);
  addEventListener('scroll', scrolled, true);
}

export function editsOf({ plan, orders }: Dragged, target: DropTarget): PlanEdit[] {
  if (target.kind === 'tray') return [holdStops(orders, 'NoRoomToday', '')];
  if (target.kind === 'vehicle') return [moveStops(orders, target.vehicle, options.get(target.vehicle)?.place ?? null)];
  const trips = plan.routes.find((route) => route.vehicle === target.vehicle)?.trips ?? [];
  return [moveStops(orders, target.vehicle, placeOf(trips, new Set(orders), target.gap))];
}

function begin(plan: DeliveryPlan, orders: string[]): void {
  options = new Map();
  wanted = '';
  dragged.value = { plan, orders };
  // The press has left a caret between the stops, where no text can be chosen: with every layout the browser would look through them all for a place where it may stand.
  getSelection()?.removeAllRanges();
  document.body.classList.add('is-dragging');
  void askOptions(plan, orders).then(
    (answer) => {
      if (dragged.peek()?.orders !== orders) return;
      options = new Map(answer.map((option) => [option.vehicle, option]));
      const target = dropTarget.peek();
      if (target && ghost.peek()?.change === null) estimate(target);
    },
    () => undefined,
  );
}

function aim(found: Aim | null): void {
  const drag = dragged.peek();
  const target = found?.target ?? null;
  const mark = found?.mark ?? null;
  if (JSON.stringify(mark) !== JSON.stringify(dropMark.peek())) dropMark.value = mark;
  const name = JSON.stringify(target);
  if (!drag || name === wanted) return;
  wanted = name;
  dropTarget.value = target;
  exact.forget();
  if (!target) {
    ghost.value = null;
    return;
  }
  estimate(target);
  exact.want({ plan: drag.plan, target, edits: editsOf(drag, target) });
}

function estimate(target: DropTarget): void {
  const change = target.kind === 'tray' ? null : (options.get(target.vehicle)?.change ?? null);
  ghost.value = { target, change, isEstimate: true, refusal: null };
}

function drop(): void {
  const drag = dragged.peek();
  const target = dropTarget.peek();
  if (!drag || !target) return;
  const { plan, orders } = drag;
  const refusal = ghost.peek()?.refusal ?? null;
  if (refusal !== null) tell('refused', refusal);
  else if (isWhereItIs(drag, target)) return;
  else if (target.kind === 'tray') openPanel({ kind: 'hold', distributor: plan.distributor, orders });
  else if (strengthAmong(plan, orders) !== null) {
    const [edit] = editsOf(drag, target);
    openPanel({ kind: 'move', distributor: plan.distributor, orders, vehicle: target.vehicle, place: edit.kind === 'move-stops' ? edit.place : null });
  } else void sendEdits(plan, editsOf(drag, target));
}

function isWhereItIs(drag: Dragged, target: DropTarget): boolean {
  const now = drag.orders.length === 1 ? placedStops.peek().get(drag.orders[0]) : undefined;
  if (!now || target.kind !== 'gap' || now.shown.route.vehicle !== target.vehicle) return false;
  const place = placeOf(now.shown.route.trips, new Set(drag.orders), target.gap);
  return place.trip === now.trip && place.index === now.index;
}

function finish(): void {
  exact.forget();
  dragged.value = null;
  dropTarget.value = null;
  dropMark.value = null;
  ghost.value = null;
  document.body.classList.remove('is-dragging');
}

function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

function refuse(event: Event): void {
  event.preventDefault();
}
