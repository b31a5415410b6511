import type { MapView } from '../../map/mapView';
import { detail, live } from '../../region/regionStore';
import { picked, selectedTerminal, selectedVehicle, selection } from '../../selection/selection';
import { moverIndex } from '../movers/moverIndex';
import { shownRoutes, terminalOf } from '../plans/stopIndex';

/** Marks on the map what is chosen, and brings it into view. */
export function showChoice(map: MapView): void {
  const chosen = selection.peek();
  const vehicle = selectedVehicle.peek();
  map.chooseRoute(shownRoutes.peek().some(({ route }) => route.vehicle === vehicle) ? vehicle : null);
  const terminal = selectedTerminal.peek();
  const outlet = terminal === null ? -1 : live.outlets.indexOf(terminal);
  const mover = chosen?.kind === 'mover' ? moverIndex(chosen.mover) : vehicle === null ? -1 : moverIndex(vehicle);
  const together = [...picked.peek()].map((order) => live.outlets.indexOf(terminalOf(order) ?? '')).filter((index) => index >= 0);
  map.mark(outlet, mover, together);
  if (outlet >= 0) map.camera.reveal(live.outlets.longitude[outlet], live.outlets.latitude[outlet]);
  else if (chosen?.kind === 'mover' && mover >= 0 && live.movers.known[mover] === 1) map.camera.reveal(live.movers.longitude[mover], live.movers.latitude[mover]);
  else if (chosen?.kind === 'route') {
    const bounds = boundsOfRoute(chosen.vehicle);
    if (bounds) map.camera.revealBounds(bounds);
  }
}

export function boundsOf(longitudes: ArrayLike<number>, latitudes: ArrayLike<number>) {
  const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (let index = 0; index < longitudes.length; index++) {
    bounds.west = Math.min(bounds.west, longitudes[index]);
    bounds.east = Math.max(bounds.east, longitudes[index]);
    bounds.south = Math.min(bounds.south, latitudes[index]);
    bounds.north = Math.max(bounds.north, latitudes[index]);
  }
  return bounds;
}

function boundsOfRoute(vehicle: string) {
  const found = shownRoutes.peek().find(({ route }) => route.vehicle === vehicle);
  if (!found) return null;
  const depot = detail.peek()?.distributors.find((each) => each.id === found.plan.distributor)?.depot;
  const indexes = found.route.trips.flatMap((trip) => trip.stops.map((stop) => live.outlets.indexOf(stop.terminal))).filter((index) => index >= 0);
  const longitudes = indexes.map((index) => live.outlets.longitude[index]);
  const latitudes = indexes.map((index) => live.outlets.latitude[index]);
  if (depot) {
    longitudes.push(depot.longitude);
    latitudes.push(depot.latitude);
  }
  return longitudes.length === 0 ? null : boundsOf(longitudes, latitudes);
}
