import { useMemo, useState } from 'preact/hooks';
import { day, decimal, none, number, shortDay } from '../i18n/format';
import { t } from '../i18n/i18n';
import { outletName } from '../region/names';
import { Empty } from '../ui/states';
import { VirtualRows } from '../ui/VirtualRows';
import { daysOf, riskCounts, type Cell, type OutletRow, type Risk } from './grid';

const figures = ['cover', 'left', 'delivered', 'short'] as const;
type Figure = (typeof figures)[number];

const risks: readonly Risk[] = ['out', 'high', 'some', 'none'];
const rowHeightPixels = 34;

/** Outlets by days: the colour says how near each is to running out, the figure is of one's choice, a mark stands for a delivery. */
export function StockGrid({ from, days, rows }: { from: string; days: number; rows: readonly OutletRow[] }) {
  const [figure, setFigure] = useState<Figure>('cover');
  const [onlyShort, setOnlyShort] = useState(false);
  const [text, setText] = useState('');
  const dates = useMemo(() => daysOf(from, days), [from, days]);
  const counts = useMemo(() => riskCounts(rows, days), [rows, days]);
  const wanted = text.trim().toLowerCase();
  const shown = rows.filter((row) => (!onlyShort || row.short > 0) && (wanted === '' || outletName(row.terminal).toLowerCase().includes(wanted)));
  return (
    <section aria-labelledby="schedule-grid-title">
      <div class="schedule-head">
        <h2 id="schedule-grid-title">{t('schedule.grid')}</h2>
        <label class="check">
          <span>{t('schedule.figure')}</span>
          <select value={figure} data-testid="schedule-figure" onChange={(event) => setFigure(event.currentTarget.value as Figure)}>
            {figures.map((each) => (
              <option key={each} value={each}>
                {t(`schedule.figure.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <input type="search" aria-label={t('column.name')} placeholder={t('column.name')} value={text} data-testid="schedule-search" onInput={(event) => setText(event.currentTarget.value)} />
        <label class="check">
          <input type="checkbox" checked={onlyShort} data-testid="schedule-only-short" onChange={(event) => setOnlyShort(event.currentTarget.checked)} />
          {t('schedule.onlyShort')}
        </label>
      </div>
      <ul class="risk-legend" aria-label={t('schedule.legend')}>
        {risks.map((risk) => (
          <li key={risk}>
            <span class={`risk-swatch risk-${risk}`} aria-hidden="true" />
            {t(`schedule.risk.${risk}`)}
          </li>
        ))}
        <li>
          <span class="risk-swatch risk-none has-delivery" aria-hidden="true" />
          {t('schedule.delivery')}
        </li>
      </ul>
      <p class="hint">{t('schedule.endHint')}</p>
      {shown.length === 0 ? (
        <Empty>{t('schedule.noOutlet')}</Empty>
      ) : (
        <div class="schedule-grid">
          <VirtualRows
            count={shown.length}
            rowHeight={rowHeightPixels}
            columns={days + 1}
            label={t('schedule.grid')}
            testId="schedule-grid"
            head={
              <>
                <tr>
                  <th scope="col">{t('column.outlet')}</th>
                  {dates.map((date) => (
                    <th key={date} scope="col" title={day(date)}>
                      {shortDay(date)}
                    </th>
                  ))}
                </tr>
                <tr class="risk-counts">
                  <th scope="row">{t('schedule.outletsOut')}</th>
                  {counts.map((count, at) => (
                    <td key={dates[at]} class={count.out > 0 ? 'warning-text' : ''}>
                      {number(count.out)}
                    </td>
                  ))}
                </tr>
              </>
            }
            row={(index) => {
              const row = shown[index];
              return (
                <tr key={row.terminal} aria-rowindex={index + 3} data-testid="schedule-row" data-terminal={row.terminal}>
                  <th scope="row">
                    <a href={`/outlets/${encodeURIComponent(row.terminal)}`}>{outletName(row.terminal)}</a>
                  </th>
                  {row.days.map((cell, at) => (
                    <td key={dates[at]} class={`risk-${cell.risk} ${cell.delivered > 0 ? 'has-delivery' : ''}`} title={cellText(cell, dates[at])}>
                      {figureOf(cell, figure)}
                    </td>
                  ))}
                </tr>
              );
            }}
          />
        </div>
      )}
    </section>
  );
}

function figureOf(cell: Cell, figure: Figure): string {
  if (figure === 'cover') return cell.cover === null ? none : decimal(cell.cover);
  return cell[figure] === 0 && figure !== 'left' ? '' : number(cell[figure]);
}

function cellText(cell: Cell, date: string): string {
  return t('schedule.cell', {
    day: day(date),
    delivered: number(cell.delivered),
    sold: number(cell.sold),
    left: number(cell.left),
    cover: cell.cover === null ? none : decimal(cell.cover),
    short: number(cell.short),
  });
}
