import type { DeliveryPlan } from '../../api/deliveryPlans';
import type { VehicleFile } from '../../api/region';
import { t } from '../../i18n/i18n';
import { vehicles } from '../../region/regionStore';
import { MenuButton } from '../actions/BoardMenu';
import { vehicleTarget } from '../actions/targets';

/** Vehicles of a distributor without a route: stops can be dropped on them, and those that broke down come back. */
export function IdleVehicles({ plan }: { plan: DeliveryPlan }) {
  const idle = idleVehicles(plan, [...vehicles.value.values()]);
  if (idle.length === 0) return null;
  return (
    <div class="idle">
      <h3 class="muted">{t('idle.title')}</h3>
      <ul>
        {idle.map((vehicle) => {
          const isOut = plan.overrides.outages.some((outage) => outage.vehicle === vehicle.id);
          return (
            <li key={vehicle.id} class={`idle-vehicle ${isOut ? 'is-out' : ''}`} data-drop={isOut ? undefined : 'vehicle'} data-vehicle={vehicle.id} data-testid="idle-vehicle">
              <span>
                {vehicle.plate}
                {isOut && <span class="chip chip-late">{t('idle.brokeDown')}</span>}
              </span>
              <MenuButton target={() => vehicleTarget(plan.distributor, vehicle.id)} label={t('menu.of', { name: vehicle.plate })} testId="vehicle-menu" />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

export function idleVehicles(plan: DeliveryPlan, all: readonly VehicleFile[]): VehicleFile[] {
  const used = new Set(plan.routes.map((route) => route.vehicle));
  return all.filter((vehicle) => vehicle.distributor === plan.distributor && vehicle.inService && !used.has(vehicle.id));
}
