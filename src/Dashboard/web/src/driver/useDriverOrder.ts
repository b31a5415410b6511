import type { DispatchOrderSnapshot } from '../api/dispatchOrders';
import { type Copied, useCopied } from '../offline/useCopied';
import { user } from '../session/session';

/** The dispatch order of a driver's day as this phone has it, also without a network. */
export interface DriverOrder {
  path: string;
  snapshot: Copied<DispatchOrderSnapshot>;
}

export function useDriverOrder(vehicle: string, date: string): DriverOrder {
  const path = `/api/regions/${encodeURIComponent(user.value?.region ?? '')}/dispatch-orders/${encodeURIComponent(vehicle)}/${date}`;
  return { path, snapshot: useCopied<DispatchOrderSnapshot>(path) };
}
