import { select, selection, step } from '../selection/selection';
import { shownRoutes, unserved } from './deliveryPlans';

/** Moves the choice to the next or previous item of the list the choice is in: stops, routes or unserved orders. */
export function stepRoute(by: 1 | -1): void {
  const chosen = selection.peek();
  if (chosen?.kind === 'stop') {
    const stops = shownRoutes
      .peek()
      .filter(({ plan, route }) => plan.distributor === chosen.distributor && route.vehicle === chosen.vehicle)
      .flatMap(({ route }) => route.trips.flatMap((trip, index) => trip.stops.map((stop) => ({ trip: index, terminal: stop.terminal }))));
    const next = step(stops, (stop) => stop.trip === chosen.trip && stop.terminal === chosen.terminal, by);
    if (next) select({ ...chosen, ...next });
    return;
  }
  if (chosen?.kind === 'outlet') {
    const next = step(unserved.peek(), (order) => order.terminal === chosen.terminal, by);
    if (next && unserved.peek().some((order) => order.terminal === chosen.terminal)) {
      select({ kind: 'outlet', terminal: next.terminal });
      return;
    }
  }
  const next = step(shownRoutes.peek(), ({ route }) => chosen?.kind === 'route' && route.vehicle === chosen.vehicle, by);
  if (next) select({ kind: 'route', distributor: next.plan.distributor, vehicle: next.route.vehicle });
}
