import { useEffect, useMemo, useState } from 'preact/hooks';
import type { MessageKey } from '../i18n/en';
import { compareNames, decimal, number } from '../i18n/format';
import { locale, t } from '../i18n/i18n';
import { bucketOf, coverRamp, visitRamp, unknownColour } from '../map/ramps';
import { distributorName, repName } from '../region/names';
import { live, outletsLoaded, outletsVersion } from '../region/regionStore';
import { select, selectedTerminal } from '../selection/selection';
import { onKeys } from '../shell/keys';
import { navigate } from '../shell/router';
import { Busy, Empty } from '../ui/states';
import { VirtualRows } from '../ui/VirtualRows';
import { ClassFilter, RepFilter } from './FilterFields';
import { filterOutlets, noFilter, type OutletFilter, type OutletOrder } from './filter';
import './outlets.css';

const rowHeight = 36;
const kinds = ['Grocery', 'Convenience', 'Supermarket', 'Restaurant', 'Special', 'Wholesale', 'Nightlife'] as const;

/** What the map shows, as a table. */
export function OutletsPage() {
  const [filter, setFilter] = useState<OutletFilter>(noFilter);
  const [order, setOrder] = useState<OutletOrder>('cover');
  const [at, setAt] = useState(-1);
  const { outlets } = live;
  // Frames change figures several times a second; the order settles every two seconds so that rows hold still for the eye.
  const beat = Math.floor(live.beat.value / 8);
  const found = useMemo(
    () => (outletsLoaded.value ? filterOutlets(outlets, filter, order, compareNames) : []),
    [filter, order, beat, outletsVersion.value, locale.value],
  );

  useEffect(
    () =>
      onKeys((event) => {
        const key = event.key.toLowerCase();
        if (key === 'j' || key === 'k') {
          const next = Math.min(found.length - 1, Math.max(0, at + (key === 'j' ? 1 : -1)));
          setAt(next);
          if (found[next] !== undefined) select({ kind: 'outlet', terminal: outlets.ids[found[next]] });
        } else if (event.key === 'Enter' && found[at] !== undefined && !(event.target as HTMLElement).closest('a, button')) {
          navigate(`/outlets/${encodeURIComponent(outlets.ids[found[at]])}`);
        } else return false;
        return true;
      }),
    [found, at],
  );

  if (!outletsLoaded.value) return <Busy />;
  const set = (change: Partial<OutletFilter>) => {
    setFilter({ ...filter, ...change });
    setAt(-1);
  };
  const head = (key: MessageKey, sort: OutletOrder | null, look = '') => (
    <th scope="col" class={look} aria-sort={sort === order ? (sort === 'name' || sort === 'cover' || sort === 'class' ? 'ascending' : 'descending') : undefined}>
      {sort ? (
        <button type="button" class="sort" onClick={() => setOrder(sort)}>
          {t(key)}
          {sort === order && <span aria-hidden="true"> ▾</span>}
        </button>
      ) : (
        t(key)
      )}
    </th>
  );

  return (
    <div class="page page-fill" data-testid="outlets-page">
      <div class="page-head">
        <h1>{t('nav.outlets')}</h1>
        <span class="muted" role="status" data-testid="outlet-count">
          {t('outlets.count', { count: found.length, value: number(found.length), total: number(outlets.count) })}
        </span>
      </div>
      <div class="filters">
        <label>
          <span class="visually-hidden">{t('filter.text')}</span>
          <input type="search" placeholder={t('filter.text')} value={filter.text} data-testid="filter-text" onInput={(event) => set({ text: event.currentTarget.value })} />
        </label>
        <RepFilter value={filter.rep} testId="filter-rep" onValue={(rep) => set({ rep })} />
        <ClassFilter value={filter.class} testId="filter-class" onValue={(value) => set({ class: value })} />
        <label>
          <span class="visually-hidden">{t('column.kind')}</span>
          <select value={filter.kind} onChange={(event) => set({ kind: event.currentTarget.value })}>
            <option value="">{t('filter.anyKind')}</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span class="visually-hidden">{t('filter.only')}</span>
          <select value={filter.only} data-testid="filter-only" onChange={(event) => set({ only: event.currentTarget.value as OutletFilter['only'] })}>
            {(['all', 'outOfStock', 'lowCover', 'notVisited'] as const).map((each) => (
              <option key={each} value={each}>
                {t(`filter.${each}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {found.length === 0 ? (
        <Empty>{t('outlets.none')}</Empty>
      ) : (
        <VirtualRows
          count={found.length}
          rowHeight={rowHeight}
          columns={8}
          label={t('nav.outlets')}
          reveal={at}
          testId="outlet-table"
          head={
            <tr>
              {head('column.name', 'name')}
              {head('column.class', 'class')}
              {head('column.kind', null, 'wide-only')}
              {head('column.rep', null)}
              {head('column.distributor', null, 'wide-only')}
              {head('column.cover', 'cover', 'right')}
              {head('column.sinceVisit', 'visit', 'right')}
              {head('column.outOfStock', 'outOfStock', 'right')}
            </tr>
          }
          row={(row) => {
            const index = found[row];
            const id = outlets.ids[index];
            const active = selectedTerminal.value === id;
            return (
              <tr key={id} class={active ? 'is-active' : ''} aria-rowindex={row + 2} data-testid="outlet-row" data-terminal={id}>
                <td>
                  <a href={`/outlets/${encodeURIComponent(id)}`}>{outlets.names[index]}</a>
                </td>
                <td>{outlets.classes[index]}</td>
                <td class="wide-only">{t(`kind.${outlets.kinds[index]}`)}</td>
                <td>{repName(outlets.reps[index])}</td>
                <td class="wide-only">{distributorName(outlets.distributors[index])}</td>
                <td class="right">
                  <Swatch days={outlets.coverDays[index]} ramp={coverRamp} />
                  {decimal(outlets.coverDays[index])}
                </td>
                <td class="right">
                  <Swatch days={outlets.sinceVisitDays[index]} ramp={visitRamp} />
                  {Number.isNaN(outlets.sinceVisitDays[index]) ? t('tip.never') : number(outlets.sinceVisitDays[index])}
                </td>
                <td class="right">
                  {outlets.outOfStock[index] > 0 && <span aria-hidden="true">◆ </span>}
                  {number(outlets.outOfStock[index])} / {number(outlets.listed[index])}
                </td>
              </tr>
            );
          }}
        />
      )}
    </div>
  );
}

function Swatch({ days, ramp }: { days: number; ramp: typeof coverRamp }) {
  return <span class="dot" aria-hidden="true" style={{ backgroundColor: Number.isNaN(days) ? unknownColour : ramp[bucketOf(days, ramp)].colour }} />;
}
