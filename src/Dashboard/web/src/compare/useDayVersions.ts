import { useEffect } from 'preact/hooks';
import type { DeliveryPlanRow } from '../api/deliveryPlans';
import type { PlanVersion } from '../api/dispatch';
import { live, regionPath } from '../region/regionStore';
import { useRemote } from '../ui/useRemote';

export interface DayVersions {
  day: DeliveryPlanRow | null;
  versions: readonly PlanVersion[] | null;
  error: unknown;
  loading: boolean;
  reload: () => void;
}

export function dayPath(distributor: string, date: string, rest = ''): string {
  return regionPath(`/plans/deliveries/${encodeURIComponent(distributor)}/${date}${rest === '' ? '' : `/${rest}`}`);
}

/** A day's plan and its versions, anew whenever somebody changes them. */
export function useDayVersions(distributor: string, date: string): DayVersions {
  const day = useRemote<DeliveryPlanRow>(dayPath(distributor, date));
  const versions = useRemote<PlanVersion[]>(dayPath(distributor, date, 'versions'));
  const reload = () => {
    day.reload();
    versions.reload();
  };
  useEffect(() => {
    const stops = [
      live.onPlans((plans) => plans.some((plan) => plan.kind === 'deliveries' && plan.party === distributor && plan.date === date) && reload()),
      live.onReconnect(reload),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [distributor, date]);
  return { day: day.value, versions: versions.value, error: day.error ?? versions.error, loading: day.loading || versions.loading, reload };
}
