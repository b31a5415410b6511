import type { TerminalFile, TerminalPage } from '../api/terminal';
import { explain, refusalReason } from '../i18n/codes';
import { cases, clockTime, day, dayAndTime, decimal, duration, money, number, timeOfDay } from '../i18n/format';
import { knows, t } from '../i18n/i18n';
import { plate, productName, repName, distributorName } from '../region/names';
import { detail, regionId, regionPath } from '../region/regionStore';
import { select } from '../selection/selection';
import { lessonsAddress } from '../lessons/address';
import { rights } from '../session/session';
import { navigate } from '../shell/router';
import { Icon } from '../ui/icons';
import { Busy, Empty, Failed } from '../ui/states';
import { useRemote } from '../ui/useRemote';
import { SalesChart } from './SalesChart';
import './terminal.css';

/** What sells at all is not told as nothing. */
const leastShown = 0.1;

export function TerminalView({ terminal }: { terminal: string }) {
  const ready = regionId.value !== null && detail.value !== null;
  const page = useRemote<TerminalPage>(ready ? regionPath(`/terminals/${encodeURIComponent(terminal)}`) : null);
  const data = page.value;
  if (page.error !== null && !data) return <Failed text={explain(page.error)} onRetry={page.reload} />;
  if (!data) return <Busy />;
  const file = data.file;
  return (
    <div class="page" data-testid="terminal-page" data-terminal={terminal}>
      <div class="page-head">
        <a class="button button-quiet" href="/outlets">
          <Icon name="back" size={16} />
          {t('nav.outlets')}
        </a>
        <h1>{file.name}</h1>
        <span class="chip">{t('class.label', { class: file.class })}</span>
        <span class="chip">{t(`kind.${file.kind}`)}</span>
        <span class={`chip ${file.status === 'Active' ? 'chip-published' : ''}`}>{t(`status.${file.status}`)}</span>
        <button
          type="button"
          class="button"
          onClick={() => {
            select({ kind: 'outlet', terminal });
            navigate('/');
          }}
        >
          {t('action.showOnMap')}
        </button>
        {rights.value.planDeliveries && file.distributor && (
          <a class="button" href={lessonsAddress(file.distributor, terminal)} data-testid="to-lessons">
            {t('lessons.title')}
          </a>
        )}
      </div>

      <div class="terminal-figures">
        <Figure name={t('fact.cover')} value={data.coverDays === null ? t('tip.noSales') : t('unit.days', { count: data.coverDays, value: decimal(data.coverDays) })} hint={t('terminal.coverHint')} testId="cover-days" />
        <Figure name={t('fact.lastVisit')} value={day(data.lastVisitOn)} />
        <Figure name={t('fact.nextVisit')} value={day(data.nextVisitOn)} />
        <Figure name={t('fact.openOrders')} value={number(data.openOrders.length)} />
        <Figure name={t('fact.balance')} value={money(data.balance)} hint={file.creditLimit ? t('terminal.creditLimit', { value: money(file.creditLimit) }) : undefined} />
      </div>

      <div class="terminal-grid">
        <section class="card" aria-label={t('terminal.sales')}>
          <h2>{t('terminal.sales')}</h2>
          {data.sales.days.length === 0 ? <Empty>{t('terminal.noSales')}</Empty> : <SalesChart days={data.sales.days} units={data.sales.units} />}
        </section>

        <section class="card" aria-label={t('terminal.file')}>
          <h2>{t('terminal.file')}</h2>
          <FileFacts file={file} />
        </section>

        <section class="card card-wide" aria-label={t('terminal.stock')}>
          <h2>{t('terminal.stock')}</h2>
          <div class="scroll-x" tabIndex={0} role="group" aria-label={t('terminal.stock')}>
            <table class="table" data-testid="stock-table">
              <thead>
                <tr>
                  <th scope="col">{t('column.product')}</th>
                  <th scope="col" class="right">{t('column.stockUnits')}</th>
                  <th scope="col" class="right">{t('column.onOrder')}</th>
                  <th scope="col" class="right">{t('column.meanDailySales')}</th>
                  <th scope="col" class="right">{t('column.cover')}</th>
                  <th scope="col" class="right">{t('column.lastCounted')}</th>
                  <th scope="col">{t('column.countedAt')}</th>
                </tr>
              </thead>
              <tbody>
                {data.stock.map((line) => (
                  <tr key={line.product} class={line.stock <= 0 ? 'row-empty' : ''}>
                    <td>
                      {productName(line.product)}
                      {line.stock <= 0 && <span class="chip chip-late">{t('terminal.empty')}</span>}
                    </td>
                    <td class="right">{number(line.stock)}</td>
                    <td class="right">{number(line.onOrder)}</td>
                    <td class="right">{line.meanDailySales > 0 && line.meanDailySales < leastShown ? `< ${decimal(leastShown)}` : decimal(line.meanDailySales)}</td>
                    <td class="right">{decimal(line.coverDays)}</td>
                    <td class="right">{number(line.lastCounted)}</td>
                    <td>{dayAndTime(line.lastCountedAt)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {data.stock.length === 0 && <Empty>{t('terminal.noProducts')}</Empty>}
        </section>

        <section class="card" aria-label={t('terminal.orders')}>
          <h2>{t('terminal.orders')}</h2>
          <Orders page={data} />
        </section>

        <section class="card" aria-label={t('terminal.deliveries')}>
          <h2>{t('terminal.deliveries')}</h2>
          {data.deliveries.length === 0 ? (
            <Empty>{t('terminal.noDeliveries')}</Empty>
          ) : (
            <table class="table compact">
              <thead>
                <tr>
                  <th scope="col">{t('column.when')}</th>
                  <th scope="col">{t('column.vehicle')}</th>
                  <th scope="col" class="right">{t('column.cases')}</th>
                  <th scope="col" class="right">{t('column.value')}</th>
                  <th scope="col">{t('column.outcome')}</th>
                </tr>
              </thead>
              <tbody>
                {data.deliveries.map((delivery, index) => (
                  <tr key={index}>
                    <td>{dayAndTime(delivery.at)}</td>
                    <td>{plate(delivery.vehicle)}</td>
                    <td class="right">{number(delivery.cases)}</td>
                    <td class="right">{money(delivery.value)}</td>
                    <td>
                      {delivery.refusal && delivery.refusal !== 'None'
                        ? refusalReason(delivery.refusal)
                        : delivery.onTime === null
                          ? '–'
                          : t(delivery.onTime ? 'terminal.onTime' : 'terminal.late')}
                      {(['photo', 'signature'] as const).map((what) => delivery[what] && <PictureLink key={what} id={delivery[what]} what={what} />)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>

        <section class="card" aria-label={t('terminal.visits')}>
          <h2>{t('terminal.visits')}</h2>
          {data.visits.length === 0 ? (
            <Empty>{t('terminal.noVisits')}</Empty>
          ) : (
            <table class="table compact">
              <thead>
                <tr>
                  <th scope="col">{t('column.when')}</th>
                  <th scope="col">{t('column.rep')}</th>
                  <th scope="col">{t('column.outcome')}</th>
                  <th scope="col">{t('column.planned')}</th>
                </tr>
              </thead>
              <tbody>
                {data.visits.map((visit, index) => (
                  <tr key={index}>
                    <td>
                      {dayAndTime(visit.at)}
                      {visit.until ? `–${clockTime(visit.until)}` : ''}
                    </td>
                    <td>{repName(visit.rep)}</td>
                    <td>{visit.until === null ? t('terminal.visitOpen') : t(visit.productive ? 'terminal.productive' : 'terminal.unproductive')}</td>
                    <td>{t(visit.planned ? 'terminal.onPlan' : 'terminal.offPlan')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      </div>
    </div>
  );
}

function Orders({ page }: { page: TerminalPage }) {
  const open = new Set(page.openOrders.map((order) => order.id));
  const past = page.orders.filter((order) => !open.has(order.id));
  if (open.size === 0 && past.length === 0) return <Empty>{t('terminal.noOrders')}</Empty>;
  const rows = [
    ...page.openOrders.map((order) => ({
      ...order,
      cases: order.lines.reduce((sum, line) => sum + line.cases, 0),
      value: page.orders.find((each) => each.id === order.id)?.value ?? null,
      state: 'open' as const,
      text: order.lines.map((line) => `${productName(line.product)} × ${number(line.cases)}`).join(', '),
    })),
    ...past.map((order) => ({ ...order, text: '' })),
  ];
  return (
    <table class="table compact">
      <thead>
        <tr>
          <th scope="col">{t('column.placed')}</th>
          <th scope="col">{t('column.due')}</th>
          <th scope="col" class="right">{t('column.cases')}</th>
          <th scope="col" class="right">{t('column.value')}</th>
          <th scope="col">{t('column.state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((order) => (
          <tr key={order.id} title={order.text}>
            <td>{dayAndTime(order.placedAt)}</td>
            <td>{day(order.dueOn)}</td>
            <td class="right">{number(order.cases)}</td>
            <td class="right">{money(order.value)}</td>
            <td>
              {t(`order.${order.state}`)}
              {order.text !== '' && <div class="muted">{order.text}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FileFacts({ file }: { file: TerminalFile }) {
  const facts: [string, string | null | undefined][] = [
    [t('file.code'), file.id],
    [t('file.alias'), file.alias],
    [t('fact.owner'), file.owner],
    [t('fact.phone'), file.phone],
    [t('fact.address'), file.address],
    [t('file.licence'), file.licenceNumber],
    [t('fact.distributor'), distributorName(file.distributor)],
    [t('fact.rep'), repName(file.rep)],
    [t('file.position'), `${file.location.latitude.toFixed(5)}, ${file.location.longitude.toFixed(5)}`],
    [t('file.accuracy'), file.locationAccuracyMeters ? t('unit.meters', { value: number(file.locationAccuracyMeters) }) : null],
    [t('file.area'), file.areaSquareMeters ? t('unit.squareMeters', { value: number(file.areaSquareMeters) }) : null],
    [t('file.opening'), openingText(file)],
    [t('file.deliveryWindow'), file.deliveryWindow ? `${timeOfDay(file.deliveryWindow.start)}–${timeOfDay(file.deliveryWindow.end)}` : null],
    [t('file.frequency'), file.visitsPerCycle ? t('file.visitsPerCycle', { count: file.visitsPerCycle }) : null],
    [t('file.timeInStore'), file.timeInStore ? duration(file.timeInStore) : null],
    [t('file.listed'), number(file.listedProducts.length)],
    [t('file.volume'), file.categoryVolumePerMonth ? cases(file.categoryVolumePerMonth) : null],
    [t('file.terms'), file.terms ? t(`terms.${file.terms}`) : null],
    [t('file.note'), file.note],
  ];
  return (
    <dl class="facts">
      {facts
        .filter((fact) => fact[1])
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function openingText(file: TerminalFile): string | null {
  const periods = file.openingHours?.periods ?? [];
  if (periods.length === 0) return null;
  return periods
    .map((period) => {
      const days = period.days
        .split(',')
        .map((each) => `weekdays.${each.trim()}`)
        .map((key) => (knows(key) ? t(key) : key.slice('weekdays.'.length)))
        .join(' ');
      return `${days} ${timeOfDay(period.hours.start)}–${timeOfDay(period.hours.end)}`;
    })
    .join('; ');
}

function Figure({ name, value, hint, testId }: { name: string; value: string; hint?: string | undefined; testId?: string }) {
  return (
    <div class="figure" data-testid={testId}>
      <span class="figure-name">{name}</span>
      <strong class="figure-value">{value}</strong>
      {hint && <span class="muted">{hint}</span>}
    </div>
  );
}

function PictureLink({ id, what }: { id: string; what: 'photo' | 'signature' }) {
  return (
    <>
      {' · '}
      <a href={regionPath(`/attachments/${encodeURIComponent(id)}`)} target="_blank">
        {t(`picture.${what}`)}
      </a>
    </>
  );
}
