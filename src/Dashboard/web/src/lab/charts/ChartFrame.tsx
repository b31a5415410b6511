import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../../i18n/i18n';
import { csvOf, download } from '../../ui/csv';

export interface ChartTable {
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** The same with plain numbers, for the file. */
  plain: readonly (readonly (string | number | null)[])[];
}

interface Props {
  title: string;
  file: string;
  table: ChartTable;
  children: ComponentChildren;
  testId?: string;
}

/** A chart, or the same figures as a table, and the file of them. */
export function ChartFrame({ title, file, table, children, testId }: Props) {
  const [asTable, setAsTable] = useState(false);
  const heading = useId();
  return (
    <section class="lab-chart" aria-labelledby={heading} data-testid={testId}>
      <div class="lab-chart-head">
        <h2 id={heading}>{title}</h2>
        <div class="segmented" role="group" aria-label={title}>
          <button type="button" aria-pressed={!asTable} onClick={() => setAsTable(false)}>
            {t('lab.asChart')}
          </button>
          <button type="button" aria-pressed={asTable} data-testid={testId && `${testId}-table`} onClick={() => setAsTable(true)}>
            {t('lab.asTable')}
          </button>
        </div>
        <button type="button" class="button" onClick={() => download(`${file}.csv`, csvOf([table.head, ...table.plain.map((row) => row.map((cell) => cell ?? ''))]))}>
          {t('lab.csv')}
        </button>
      </div>
      {asTable ? (
        <div class="lab-scroll lab-chart-table" tabIndex={0} role="group" aria-labelledby={heading}>
          <table class="table compact" aria-label={title}>
            <thead>
              <tr>
                {table.head.map((name, index) => (
                  <th key={name} scope="col" class={index === 0 ? '' : 'right'}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row[0]}>
                  <th scope="row">{row[0]}</th>
                  {row.slice(1).map((cell, index) => (
                    <td key={index} class="right">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        children
      )}
    </section>
  );
}
