import type { DeliveryPlan, DeliveryRoute, StopProgress } from '../../api/deliveryPlans';
import type { BreachRule } from '../../api/dispatch';

// What a dispatcher looks at first.

export type ExceptionKind = 'late' | 'capacity' | 'rules' | 'unserved' | 'habit';

export interface Exception {
  kind: ExceptionKind;
  distributor: string;
  vehicle: string | null;
  order: string | null;
  /** Seconds late, goods too many or seconds from habit; what comes first has the most. */
  amount: number;
  /** The broken rule, where a rule is broken. */
  rule: BreachRule | null;
  isAllowed: boolean;
}

const capacityRules: ReadonlySet<BreachRule> = new Set(['Cases', 'Mass', 'Volume']);
const tightSeconds = 10 * 60;

/** Breaches of the plan, by kind. */
export function breachExceptions(plan: DeliveryPlan): Exception[] {
  return plan.breaches.map((breach) => ({
    kind: breach.rule === 'Window' ? 'late' : capacityRules.has(breach.rule) ? 'capacity' : 'rules',
    distributor: plan.distributor,
    vehicle: breach.vehicle,
    order: breach.order,
    amount: breach.amount,
    rule: breach.rule,
    isAllowed: breach.isAllowed,
  }));
}

/** By how much a vehicle is behind its plan: at its last stop made, or while one that is due has not been reached. */
export function delayOf(route: DeliveryRoute, seen: (terminal: string) => StopProgress | undefined, secondsOf: (instant: string) => number, now: number | null): number {
  let delay = 0;
  for (const trip of route.trips) {
    for (const stop of trip.stops) {
      const arrived = seen(stop.terminal)?.arrivedAt;
      if (!arrived) return now === null ? delay : Math.max(delay, now > trip.departure ? now - stop.arrival : delay);
      delay = secondsOf(arrived) - stop.arrival;
    }
  }
  return delay;
}

/** Open stops that a delay makes late, waiting on the way made up for. */
export function lateRisks(plan: DeliveryPlan, route: DeliveryRoute, delay: number, isDone: (terminal: string) => boolean): Exception[] {
  const risks: Exception[] = [];
  let behind = delay;
  for (const trip of route.trips) {
    for (const stop of trip.stops) {
      if (isDone(stop.terminal)) continue;
      const arrival = stop.arrival + behind;
      const over = Math.max(arrival, stop.serviceStart) - stop.window.end;
      // What the plan itself has late is a broken rule already.
      if (over > -tightSeconds && behind > 0 && stop.serviceStart <= stop.window.end)
        risks.push({ kind: 'late', distributor: plan.distributor, vehicle: route.vehicle, order: stop.orders[0], amount: Math.max(0, over), rule: null, isAllowed: false });
      behind = Math.max(0, behind - Math.max(0, stop.serviceStart - stop.arrival));
    }
  }
  return risks;
}

export function unservedExceptions(plan: DeliveryPlan): Exception[] {
  return plan.unserved.map((stop) => ({
    kind: 'unserved',
    distributor: plan.distributor,
    vehicle: null,
    order: stop.orders[0],
    amount: stop.orders.length,
    rule: null,
    isAllowed: stop.reason === 'Held',
  }));
}

/** Stops whose arrival is far from that of another plan for the same outlet. */
export function habitExceptions(plan: DeliveryPlan, habit: DeliveryPlan | null, thresholdSeconds: number): Exception[] {
  if (!habit) return [];
  const usual = new Map(habit.routes.flatMap((route) => route.trips.flatMap((trip) => trip.stops.map((stop) => [stop.terminal, stop.arrival] as const))));
  return plan.routes.flatMap((route) =>
    route.trips.flatMap((trip) =>
      trip.stops.flatMap((stop): Exception[] => {
        const before = usual.get(stop.terminal);
        const amount = before === undefined ? 0 : stop.arrival - before;
        return Math.abs(amount) < thresholdSeconds
          ? []
          : [{ kind: 'habit', distributor: plan.distributor, vehicle: route.vehicle, order: stop.orders[0], amount, rule: null, isAllowed: false }];
      }),
    ),
  );
}

/** The worst first; what an allowance covers comes after what nobody allowed. */
export function sorted(exceptions: readonly Exception[]): Exception[] {
  return [...exceptions].sort((a, b) => Number(a.isAllowed) - Number(b.isAllowed) || Math.abs(b.amount) - Math.abs(a.amount));
}
