import { useEffect, useState } from 'preact/hooks';
import type { TerminalPage } from '../../api/terminal';
import { explain } from '../../i18n/codes';
import { day, decimal, money, number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { distributorName, plate, productName, repName } from '../../region/names';
import { live, regionPath, reps, vehicles } from '../../region/regionStore';
import { select, selectedTerminal, selection } from '../../selection/selection';
import { Empty, Failed } from '../../ui/states';
import { useRemote } from '../../ui/useRemote';
import { moverIndex } from './moverIndex';
import { shownRoutes } from '../plans/stopIndex';

export function DetailPanel() {
  const chosen = selection.value;
  const terminal = selectedTerminal.value;
  if (terminal !== null) return <OutletDetail key={terminal} terminal={terminal} />;
  if (chosen?.kind === 'mover') return <MoverDetail id={chosen.mover} vehicle={chosen.vehicle} />;
  return <Empty>{t('detail.nothing')}</Empty>;
}

function OutletDetail({ terminal }: { terminal: string }) {
  const page = useRemote<TerminalPage>(regionPath(`/terminals/${encodeURIComponent(terminal)}`));
  live.beat.value;
  const { outlets } = live;
  const index = outlets.indexOf(terminal);
  const data = page.value;
  const lowest = [...(data?.stock ?? [])].sort((a, b) => (a.coverDays ?? Infinity) - (b.coverDays ?? Infinity)).slice(0, 5);
  return (
    <div class="detail" data-testid="outlet-detail" data-terminal={terminal}>
      <h2>{index >= 0 ? outlets.names[index] : (data?.file.name ?? terminal)}</h2>
      {index >= 0 && (
        <p class="muted">
          {t(`kind.${outlets.kinds[index]}`)} · {t('class.label', { class: outlets.classes[index] })} · {t(`status.${outlets.statuses[index]}`)}
        </p>
      )}
      <dl class="facts">
        {index >= 0 && (
          <>
            <Fact name={t('fact.cover')} value={Number.isNaN(outlets.coverDays[index]) ? t('tip.noSales') : t('unit.days', { count: outlets.coverDays[index], value: decimal(outlets.coverDays[index]) })} />
            <Fact name={t('fact.outOfStock')} value={t('fact.ofListed', { value: number(outlets.outOfStock[index]), listed: number(outlets.listed[index]) })} />
            <Fact
              name={t('fact.sinceVisit')}
              value={Number.isNaN(outlets.sinceVisitDays[index]) ? t('tip.neverVisited') : t('unit.days', { count: outlets.sinceVisitDays[index], value: number(outlets.sinceVisitDays[index]) })}
            />
            <Fact name={t('fact.rep')} value={repName(outlets.reps[index])} />
            <Fact name={t('fact.distributor')} value={distributorName(outlets.distributors[index])} />
          </>
        )}
        {data && (
          <>
            <Fact name={t('fact.address')} value={data.file.address ?? '–'} />
            <Fact name={t('fact.owner')} value={[data.file.owner, data.file.phone].filter(Boolean).join(' · ') || '–'} />
            <Fact name={t('fact.nextVisit')} value={day(data.nextVisitOn)} />
            <Fact name={t('fact.balance')} value={money(data.balance)} />
            <Fact name={t('fact.openOrders')} value={number(data.openOrders.length)} />
          </>
        )}
      </dl>
      {page.error !== null && <Failed text={explain(page.error)} onRetry={page.reload} />}
      {lowest.length > 0 && (
        <table class="table compact">
          <caption>{t('detail.lowest')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('column.product')}</th>
              <th scope="col" class="right">
                {t('column.stock')}
              </th>
              <th scope="col" class="right">
                {t('column.cover')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lowest.map((line) => (
              <tr key={line.product}>
                <td>{productName(line.product)}</td>
                <td class="right">{number(line.stock)}</td>
                <td class="right">{decimal(line.coverDays)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <a class="button" href={`/outlets/${encodeURIComponent(terminal)}`} data-testid="open-terminal">
        {t('action.openTerminal')}
      </a>
    </div>
  );
}

function MoverDetail({ id, vehicle }: { id: string; vehicle: boolean }) {
  live.beat.value;
  const index = moverIndex(id);
  const file = vehicle ? vehicles.value.get(id) : undefined;
  const rep = vehicle ? undefined : reps.value.get(id);
  const route = vehicle ? shownRoutes.value.find((shown) => shown.route.vehicle === id) : undefined;
  const [, setRound] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setRound((round) => round + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  const known = index >= 0 && live.movers.known[index] === 1;
  return (
    <div class="detail" data-testid="mover-detail" data-mover={id}>
      <h2>{vehicle ? plate(id) : repName(id)}</h2>
      <p class="muted">{t(vehicle ? 'search.vehicle' : 'search.rep')}</p>
      <dl class="facts">
        <Fact name={t('fact.activity')} value={known ? t(`activity.${live.movers.activity[index] as 0 | 1 | 2}`) : t('activity.unseen')} />
        {known && (
          <Fact
            name={t('fact.position')}
            value={`${live.movers.latitude[index].toFixed(4)}, ${live.movers.longitude[index].toFixed(4)}`}
          />
        )}
        {file && <Fact name={t('fact.driver')} value={file.driverName ?? '–'} />}
        {file && <Fact name={t('fact.vehicleType')} value={file.type} />}
        {rep?.phone && <Fact name={t('fact.phone')} value={rep.phone} />}
        <Fact name={t('fact.distributor')} value={distributorName(file?.distributor ?? rep?.distributor)} />
      </dl>
      {route && (
        <button type="button" class="button" onClick={() => select({ kind: 'route', distributor: route.plan.distributor, vehicle: id })}>
          {t('action.showRoute')}
        </button>
      )}
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
