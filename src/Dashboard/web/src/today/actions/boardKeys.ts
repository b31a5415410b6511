import { t } from '../../i18n/i18n';
import { picked, pickTo, select, selection, step } from '../../selection/selection';
import { redo, undo } from '../edits/sending';
import { shownRoutes, tray } from '../plans/stopIndex';
import { stopList, stopSelection } from '../plans/stopList';
import { undoState } from '../versions/history';
import { actions, actionsFor } from './actions';
import { currentTarget, type Target } from './targets';

/** Keys of the board; answers whether it took one. */
export function boardKey(event: KeyboardEvent): boolean {
  const held = event.ctrlKey || event.metaKey;
  if (held && event.key.toLowerCase() === 'z') return takeBack(event.shiftKey);
  if (held || event.altKey) return false;
  const letter = event.key.toLowerCase();
  if (letter === 'j' || letter === 'k') {
    stepChoice(letter === 'j' ? 1 : -1, event.shiftKey);
    return true;
  }
  if (event.key === 'Escape') {
    if (!selection.peek() && picked.peek().size === 0) return false;
    select(null);
    return true;
  }
  const target = currentTarget.peek();
  if (!target) return false;
  if (event.key === 'Enter') return open(target);
  const action = actionsFor(target).find((each) => each.key?.toLowerCase() === letter && each.id === keyed(target, letter));
  if (!action) return false;
  action.run(target);
  return true;
}

/** L locks what is free and frees what is locked; every other letter has one meaning. */
function keyed(target: Target, letter: string): string | undefined {
  const offered = actionsFor(target).filter((each) => each.key?.toLowerCase() === letter);
  return (offered.find((each) => each.id.startsWith('unlock')) ?? offered[0])?.id;
}

function open(target: Target): boolean {
  // A button that has the focus takes Enter itself.
  if (document.activeElement instanceof HTMLButtonElement || document.activeElement instanceof HTMLAnchorElement) return false;
  const action = target.scope === 'stops' && target.orders.length === 1 ? actions.find((each) => each.id === 'open-terminal') : undefined;
  action?.run(target);
  return action !== undefined;
}

function takeBack(again: boolean): boolean {
  const target = currentTarget.peek();
  if (!target) return false;
  const state = undoState.peek();
  if (again ? state.redo.available : state.undo.available) void (again ? redo(target.plan, t('undo.redone')) : undo(target.plan, t('undo.undone')));
  return true;
}

/** Moves the choice to the next or previous item of the list that it is in: stops of a route, the tray, or the routes. */
export function stepChoice(by: 1 | -1, extend: boolean): void {
  const chosen = selection.peek();
  if (chosen?.kind === 'stop') {
    const orders = shownRoutes
      .peek()
      .filter(({ plan, route }) => plan.distributor === chosen.distributor && route.vehicle === chosen.vehicle)
      .flatMap(({ route }) => route.trips.flatMap((trip) => trip.stops.map((stop) => stop.orders[0])));
    go(step(orders, (order) => order === chosen.order, by), extend);
  } else if (chosen?.kind === 'tray') {
    go(step(tray.peek().map((stop) => stop.orders[0]), (order) => order === chosen.order, by), extend);
  } else {
    const next = step(shownRoutes.peek(), ({ route }) => chosen?.kind === 'route' && route.vehicle === chosen.vehicle, by);
    if (next) select({ kind: 'route', distributor: next.plan.distributor, vehicle: next.route.vehicle });
  }
}

function go(order: string | null, extend: boolean): void {
  const next = order === null ? null : stopSelection(order);
  if (!next) return;
  if (extend) pickTo(next, stopList.peek());
  else select(next);
}
