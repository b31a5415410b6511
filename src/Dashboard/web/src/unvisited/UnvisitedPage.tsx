import { useMemo, useState } from 'preact/hooks';
import type { UnvisitedTerminal } from '../api/outlets';
import { explain } from '../i18n/codes';
import { day, number } from '../i18n/format';
import { knows, t } from '../i18n/i18n';
import { ClassFilter, RepFilter } from '../outlets/FilterFields';
import { repName } from '../region/names';
import { live, regionId, regionPath } from '../region/regionStore';
import { selectedTerminal, select } from '../selection/selection';
import { Busy, Empty, Failed } from '../ui/states';
import { useRemote } from '../ui/useRemote';
import { VirtualRows } from '../ui/VirtualRows';
import '../outlets/outlets.css';

/** Active outlets without a valid visit in their cycle (未访问客户为零). */
export function UnvisitedPage() {
  const [rep, setRep] = useState('');
  const [cls, setClass] = useState('');
  const list = useRemote<UnvisitedTerminal[]>(regionId.value ? regionPath('/unvisited') : null);
  const rows = useMemo(
    () => (list.value ?? []).filter((row) => (rep === '' || row.rep === rep) && (cls === '' || row.class === cls)),
    [list.value, rep, cls],
  );
  const now = live.outlets.day;

  return (
    <div class="page page-fill" data-testid="unvisited-page">
      <div class="page-head">
        <h1>{t('nav.unvisited')}</h1>
        <span class="muted" role="status" data-testid="unvisited-count">
          {list.value ? t('unvisited.count', { count: rows.length, value: number(rows.length) }) : ''}
        </span>
        <button type="button" class="button button-quiet" onClick={list.reload} disabled={list.loading}>
          {t('action.reload')}
        </button>
      </div>
      <p class="muted">{t('unvisited.intro')}</p>
      <div class="filters">
        <RepFilter value={rep} onValue={setRep} />
        <ClassFilter value={cls} onValue={setClass} />
      </div>
      {list.error !== null && <Failed text={explain(list.error)} onRetry={list.reload} />}
      {list.value === null && list.error === null && <Busy />}
      {list.value !== null && rows.length === 0 && <Empty>{t('unvisited.none')}</Empty>}
      {rows.length > 0 && (
        <VirtualRows
          count={rows.length}
          rowHeight={36}
          columns={7}
          label={t('nav.unvisited')}
          testId="unvisited-table"
          head={
            <tr>
              <th scope="col">{t('column.name')}</th>
              <th scope="col">{t('column.class')}</th>
              <th scope="col">{t('column.rep')}</th>
              <th scope="col">{t('fact.lastVisit')}</th>
              <th scope="col">{t('column.due')}</th>
              <th scope="col">{t('column.nextPlanned')}</th>
              <th scope="col">{t('column.reason')}</th>
            </tr>
          }
          row={(index) => {
            const row = rows[index];
            const reason = `unvisitedReason.${row.reason ?? ''}`;
            const overdue = row.dueOn !== null && now !== '' && row.dueOn < now;
            return (
              <tr key={row.terminal} class={selectedTerminal.value === row.terminal ? 'is-active' : ''} aria-rowindex={index + 2} data-testid="unvisited-row" onClick={() => select({ kind: 'outlet', terminal: row.terminal })}>
                <td>
                  <a href={`/outlets/${encodeURIComponent(row.terminal)}`}>{row.name}</a>
                </td>
                <td>{row.class}</td>
                <td>{repName(row.rep)}</td>
                <td>{row.lastVisitOn ? day(row.lastVisitOn) : t('tip.never')}</td>
                <td class={overdue ? 'warning-text' : ''}>{day(row.dueOn)}</td>
                <td>{day(row.nextPlannedOn)}</td>
                <td>{row.reason ? (knows(reason) ? t(reason) : row.reason) : '–'}</td>
              </tr>
            );
          }}
        />
      )}
    </div>
  );
}
