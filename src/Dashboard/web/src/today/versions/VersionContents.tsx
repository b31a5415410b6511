import type { DeliveryPlan } from '../../api/deliveryPlans';
import { explain } from '../../i18n/codes';
import { kilometers, money, number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { plate } from '../../region/names';
import { Busy, Failed } from '../../ui/states';
import { useRemote } from '../../ui/useRemote';
import { breachText } from '../edits/changeWords';

const breachesShown = 6;

/** What a version is made of: its routes, and the rules that it breaks. */
export function VersionContents({ version, path }: { version: number; path: string }) {
  const plan = useRemote<DeliveryPlan>(path);
  if (plan.error !== null) return <Failed text={explain(plan.error)} onRetry={plan.reload} />;
  if (!plan.value) return <Busy />;
  const { routes, breaches } = plan.value;
  return (
    <div class="version-contents" data-testid="version-contents">
      <table class="table compact" aria-label={t('versions.routes', { version })}>
        <thead>
          <tr>
            <th scope="col">{t('column.vehicle')}</th>
            <th scope="col" class="number">{t('versions.stops')}</th>
            <th scope="col" class="number">{t('versions.km')}</th>
            <th scope="col" class="number">{t('versions.cost')}</th>
          </tr>
        </thead>
        <tbody>
          {routes.map((route) => (
            <tr key={route.vehicle}>
              <th scope="row">{plate(route.vehicle)}</th>
              <td class="number">{number(route.trips.reduce((sum, trip) => sum + trip.stops.length, 0))}</td>
              <td class="number">{kilometers(route.distance)}</td>
              <td class="number">{money(route.cost)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {breaches.length > 0 && (
        <ul class="breach-list">
          {breaches.slice(0, breachesShown).map((breach) => (
            <li key={`${breach.rule} ${breach.vehicle} ${breach.order}`} class={breach.isAllowed ? 'breach is-allowed' : 'breach'}>
              {breachText(breach)}
            </li>
          ))}
          {breaches.length > breachesShown && <li class="muted">{t('compare.more', { value: number(breaches.length - breachesShown) })}</li>}
        </ul>
      )}
    </div>
  );
}
