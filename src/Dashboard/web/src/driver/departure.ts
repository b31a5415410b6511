import type { DispatchOrder } from '../api/dispatchOrders';

/** What a departure says of the load: the version of the order that the driver has on the phone, whatever was issued since. */
export function departureBy(order: Pick<DispatchOrder, 'status' | 'version'> | null | undefined): { version?: number } {
  return order?.status === 'Issued' ? { version: order.version } : {};
}
