import { t } from '../../i18n/i18n';
import { distributorName, plate, repName } from '../../region/names';
import { live, reps, vehicles } from '../../region/regionStore';
import { select, selection } from '../../selection/selection';
import { Empty } from '../../ui/states';

/** Who is on the road, as a table: the same as the moving marks of the map. */
export function MoverTableView() {
  live.beat.value;
  const { movers } = live;
  const order = [...movers.ids.keys()]
    .filter((index) => movers.known[index] === 1)
    .sort((a, b) => movers.kind[b] - movers.kind[a] || (movers.ids[a] < movers.ids[b] ? -1 : 1));
  const chosen = selection.value;
  if (order.length === 0) return <Empty>{t('movers.none')}</Empty>;
  return (
    <table class="table" data-testid="mover-table">
      <thead>
        <tr>
          <th scope="col">{t('column.who')}</th>
          <th scope="col">{t('column.kind')}</th>
          <th scope="col">{t('column.distributor')}</th>
          <th scope="col">{t('column.activity')}</th>
          <th scope="col" class="right">
            {t('column.position')}
          </th>
        </tr>
      </thead>
      <tbody>
        {order.map((index) => {
          const id = movers.ids[index];
          const isVehicle = movers.kind[index] === 1;
          const active = chosen?.kind === 'mover' && chosen.mover === id;
          return (
            <tr key={id} class={active ? 'is-active' : ''} data-testid="mover-row" data-mover={id} data-activity={movers.activity[index]}>
              <td>
                <button type="button" class="link" aria-pressed={active} onClick={() => select({ kind: 'mover', mover: id, vehicle: isVehicle })}>
                  {isVehicle ? plate(id) : repName(id)}
                </button>
              </td>
              <td>{t(isVehicle ? 'search.vehicle' : 'search.rep')}</td>
              <td>{distributorName(isVehicle ? vehicles.value.get(id)?.distributor : reps.value.get(id)?.distributor)}</td>
              <td>{t(`activity.${movers.activity[index] as 0 | 1 | 2}`)}</td>
              <td class="right mono" data-testid="mover-position">
                {movers.latitude[index].toFixed(5)}, {movers.longitude[index].toFixed(5)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
