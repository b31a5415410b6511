import type { Order, TerminalPage } from '../../api/terminal';
import { regionPath } from '../../region/regionStore';
import { useRemote } from '../../ui/useRemote';
import { placedStops, terminalOf, trayStops } from '../plans/stopIndex';

/** The open orders that a stop carries, with their lines; null while they are on their way. */
export function useOrders(order: string): { terminal: string; orders: readonly Order[] | null; error: unknown } {
  const terminal = terminalOf(order) ?? '';
  const page = useRemote<TerminalPage>(terminal === '' ? null : regionPath(`/terminals/${encodeURIComponent(terminal)}`));
  const carried = placedStops.value.get(order)?.stop.orders ?? trayStops.value.get(order)?.orders ?? [order];
  return { terminal, orders: page.value ? page.value.openOrders.filter((each) => carried.includes(each.id)) : null, error: page.error };
}
