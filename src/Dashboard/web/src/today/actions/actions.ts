import type { LockStrength, PlanEdit } from '../../api/dispatch';
import type { MessageKey } from '../../i18n/en';
import { t } from '../../i18n/i18n';
import { rights } from '../../session/session';
import { navigate } from '../../shell/router';
import { lockStops, lockVehicle } from '../edits/planEdits';
import { sendEdits } from '../edits/sending';
import { lockOfStop } from '../plans/locks';
import { planDate, today } from '../plans/planDay';
import { placedStops, terminalOf, trayStops } from '../plans/stopIndex';
import { openPanel } from './panels';
import type { Target } from './targets';

type StopsTarget = Extract<Target, { scope: 'stops' }>;
type VehicleTarget = Extract<Target, { scope: 'vehicle' }>;
type DayTarget = Extract<Target, { scope: 'day' }>;

/** Something a dispatcher can do; menus, keys and the palette offer the same. */
export interface Action {
  id: string;
  label: MessageKey;
  key?: string;
  /** Begins a new group in a menu. */
  isFirst?: boolean;
  /** Whether it is offered for this target at all. */
  fits: (target: Target) => boolean;
  run: (target: Target) => void;
}

export function actionsFor(target: Target): Action[] {
  return actions.filter((action) => action.fits(target));
}

/** Why the day cannot be changed by this person; null when it can. */
export function readOnlyReason(): MessageKey | null {
  if (!rights.value.planDeliveries) return 'plan.notYours';
  return today.value !== null && planDate.value !== null && planDate.value < today.value ? 'plan.dayPast' : null;
}

const onStops = (test: (target: StopsTarget) => boolean) => (target: Target) => target.scope === 'stops' && mayEdit() && test(target);
const onVehicle = (test: (target: VehicleTarget) => boolean) => (target: Target) => target.scope === 'vehicle' && mayEdit() && test(target);
const onDay = (test: (target: DayTarget) => boolean) => (target: Target) => target.scope === 'day' && mayEdit() && test(target);
const mayEdit = () => readOnlyReason() === null;
const always = () => true;

const placed = (order: string) => placedStops.peek().get(order);
const allPlaced = ({ orders }: StopsTarget) => orders.every((order) => placed(order) !== undefined);
const single = ({ orders }: StopsTarget) => orders.length === 1;
const isLocked = ({ plan, orders }: StopsTarget) => orders.some((order) => lockOfStop(plan.overrides, placed(order)?.stop.orders ?? [order], null)?.on === 'stop');
const hasRoute = ({ plan, vehicle }: VehicleTarget) => plan.routes.some((route) => route.vehicle === vehicle);
const isOut = ({ plan, vehicle }: VehicleTarget) => plan.overrides.outages.some((outage) => outage.vehicle === vehicle);
const vehicleLock = ({ plan, vehicle }: VehicleTarget) => plan.overrides.vehicles.some((lock) => lock.vehicle === vehicle);
const ordersAt = (order: string) => placed(order)?.stop.orders ?? trayStops.peek().get(order)?.orders ?? [order];

function send(target: Target, label: MessageKey, ...edits: PlanEdit[]): void {
  void sendEdits(target.plan, edits, t(label));
}

function stopAction(id: string, label: MessageKey, test: (target: StopsTarget) => boolean, run: (target: StopsTarget) => void, more: Partial<Action> = {}): Action {
  return { id, label, fits: onStops(test), run: (target) => target.scope === 'stops' && run(target), ...more };
}

function vehicleAction(id: string, label: MessageKey, test: (target: VehicleTarget) => boolean, run: (target: VehicleTarget) => void, more: Partial<Action> = {}): Action {
  return { id, label, fits: onVehicle(test), run: (target) => target.scope === 'vehicle' && run(target), ...more };
}

function dayAction(id: string, label: MessageKey, test: (target: DayTarget) => boolean, run: (target: DayTarget) => void, more: Partial<Action> = {}): Action {
  return { id, label, fits: onDay(test), run: (target) => target.scope === 'day' && run(target), ...more };
}

function lockAction(id: string, label: MessageKey, strength: LockStrength, isPlaceKept: boolean, more: Partial<Action> = {}): Action {
  return stopAction(id, label, allPlaced, (target) => send(target, label, lockStops(target.orders, strength, isPlaceKept)), more);
}

export const actions: readonly Action[] = [
  stopAction('move', 'action.move', always, ({ plan, orders }) => openPanel({ kind: 'move', distributor: plan.distributor, orders }), { key: 'M' }),
  stopAction('urgent', 'action.urgent', (target) => single(target) && trayStops.peek().has(target.orders[0]), ({ plan, orders }) =>
    openPanel({ kind: 'urgent', distributor: plan.distributor, order: orders[0] }),
  ),
  {
    id: 'why',
    label: 'action.why',
    key: 'W',
    fits: (target) => target.scope === 'stops' && target.orders.length === 1,
    run: (target) => target.scope === 'stops' && openPanel({ kind: 'why', distributor: target.plan.distributor, order: target.orders[0] }),
  },
  stopAction('tray', 'action.tray', always, ({ plan, orders }) => openPanel({ kind: 'hold', distributor: plan.distributor, orders }), { key: 'T' }),
  lockAction('lock', 'action.lock', 'Optimizer', false, { key: 'L', isFirst: true }),
  lockAction('lock-place', 'action.lockPlace', 'Optimizer', true),
  lockAction('lock-everyone', 'action.lockEveryone', 'Everyone', true),
  stopAction('lock-time', 'action.lockTime', allPlaced, ({ plan, orders }) => openPanel({ kind: 'lock-time', distributor: plan.distributor, orders })),
  stopAction('unlock', 'action.unlock', isLocked, (target) => send(target, 'action.unlock', lockStops(target.orders, null)), { key: 'L' }),
  stopAction('allow-lateness', 'action.allowLateness', (target) => single(target) && allPlaced(target), ({ plan, orders }) =>
    openPanel({ kind: 'allow-lateness', distributor: plan.distributor, order: orders[0] }),
    { isFirst: true },
  ),
  stopAction('split', 'action.split', single, ({ plan, orders }) => openPanel({ kind: 'split', distributor: plan.distributor, order: orders[0] })),
  stopAction(
    'join',
    'action.join',
    (target) => single(target) && ordersAt(target.orders[0]).some((order) => target.plan.overrides.apart.includes(order)),
    (target) =>
      send(
        target,
        'action.join',
        ...ordersAt(target.orders[0])
          .filter((order) => target.plan.overrides.apart.includes(order))
          .map((order): PlanEdit => ({ kind: 'keep-apart', order, isApart: false })),
      ),
  ),
  stopAction('cancel', 'action.cancelOrder', single, ({ plan, orders }) => openPanel({ kind: 'cancel', distributor: plan.distributor, order: orders[0] })),
  {
    id: 'open-terminal',
    label: 'action.openTerminal',
    isFirst: true,
    fits: (target) => target.scope === 'stops' && target.orders.length === 1,
    run: (target) => target.scope === 'stops' && navigate(`/outlets/${encodeURIComponent(terminalOf(target.orders[0]) ?? '')}`),
  },

  vehicleAction('reoptimise-route', 'action.reoptimiseRoute', hasRoute, ({ plan, vehicle }) => openPanel({ kind: 'reoptimise', distributor: plan.distributor, vehicles: [vehicle] }), { key: 'R' }),
  vehicleAction('exchange', 'action.exchange', hasRoute, ({ plan, vehicle }) => openPanel({ kind: 'exchange', distributor: plan.distributor, vehicle })),
  vehicleAction('crew', 'action.crew', always, ({ plan, vehicle }) => openPanel({ kind: 'crew', distributor: plan.distributor, vehicle })),
  vehicleAction('lock-vehicle', 'action.lockVehicle', hasRoute, (target) => send(target, 'action.lockVehicle', lockVehicle(target.vehicle, 'Optimizer', false)), { isFirst: true, key: 'L' }),
  vehicleAction('lock-route', 'action.lockRoute', hasRoute, (target) => send(target, 'action.lockRoute', lockVehicle(target.vehicle, 'Optimizer', true))),
  vehicleAction('lock-route-everyone', 'action.lockRouteEveryone', hasRoute, (target) => send(target, 'action.lockRouteEveryone', lockVehicle(target.vehicle, 'Everyone', true))),
  vehicleAction('unlock-vehicle', 'action.unlock', vehicleLock, (target) => send(target, 'action.unlock', lockVehicle(target.vehicle, null, false)), { key: 'L' }),
  vehicleAction('allow-overtime', 'action.allowOvertime', always, ({ plan, vehicle }) => openPanel({ kind: 'allow-overtime', distributor: plan.distributor, vehicle }), { isFirst: true }),
  vehicleAction('allow-overload', 'action.allowOverload', always, ({ plan, vehicle }) => openPanel({ kind: 'allow-overload', distributor: plan.distributor, vehicle })),
  vehicleAction('break-down', 'action.breakDown', (target) => !isOut(target), ({ plan, vehicle }) => openPanel({ kind: 'break-down', distributor: plan.distributor, vehicle }), { isFirst: true }),
  vehicleAction('return-to-service', 'action.returnToService', isOut, (target) => send(target, 'action.returnToService', { kind: 'return-to-service', vehicle: target.vehicle })),

  dayAction('reoptimise', 'action.reoptimise', always, ({ plan }) => openPanel({ kind: 'reoptimise', distributor: plan.distributor, vehicles: [] }), { key: 'R' }),
  dayAction('take-in', 'action.takeIn', always, (target) => send(target, 'action.takeIn', { kind: 'take-in-orders' })),
  {
    id: 'versions',
    label: 'versions.open',
    key: 'V',
    fits: (target) => target.scope === 'day',
    run: (target) => openPanel({ kind: 'versions', distributor: target.plan.distributor }),
  },
  dayAction('lock-day', 'action.lockDay', ({ plan }) => plan.overrides.day === null, (target) => send(target, 'action.lockDay', { kind: 'lock-day', strength: 'Optimizer' }), { isFirst: true }),
  dayAction('lock-day-everyone', 'action.lockDayEveryone', ({ plan }) => plan.overrides.day !== 'Everyone', (target) =>
    send(target, 'action.lockDayEveryone', { kind: 'lock-day', strength: 'Everyone' }),
  ),
  dayAction('unlock-day', 'action.unlockDay', ({ plan }) => plan.overrides.day !== null, (target) => send(target, 'action.unlockDay', { kind: 'lock-day', strength: null })),
];
