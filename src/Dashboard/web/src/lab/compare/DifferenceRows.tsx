import type { FigureDifference } from '../../api/lab';
import { none, percent } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { amount, band, change, measureName, partsOf, regionName } from '../figures';

interface Props {
  rows: readonly (FigureDifference & { left?: number | null; right?: number | null })[];
  /** The names of both sides, where their own values are shown too. */
  sides?: readonly [string, string];
  withRegion?: boolean;
}

const leastP = 0.001;

/** Differences with their intervals, and the verdict in words. */
export function DifferenceRows({ rows, sides, withRegion = false }: Props) {
  return (
    <div class="lab-scroll" tabIndex={0} role="group" aria-label={t('lab.differences')}>
      <table class="table compact lab-sides" aria-label={t('lab.differences')} data-testid="lab-differences">
        <thead>
          <tr>
            <th scope="col">{t('lab.figureHead')}</th>
            {sides?.map((side) => (
              <th key={side} scope="col" class="right">
                {side}
              </th>
            ))}
            <th scope="col" class="right">
              {t('lab.difference')}
            </th>
            <th scope="col">{t('lab.verdict')}</th>
            <th scope="col" class="right">
              {t('lab.interval')}
            </th>
            <th scope="col" class="right">
              {t('lab.pValue')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { measure, region } = partsOf(row.figure);
            return (
              <tr key={row.figure} data-figure={row.figure} data-verdict={row.verdict}>
                <th scope="row">{withRegion ? t('lab.figureOf', { measure: measureName(measure), region: regionName(region) }) : measureName(measure)}</th>
                {sides && (
                  <>
                    <td class="right">{amount(measure, row.left)}</td>
                    <td class="right">{amount(measure, row.right)}</td>
                  </>
                )}
                <td class="right">{change(measure, row.difference)}</td>
                <td class={`lab-verdict lab-verdict-${row.verdict}`}>{t(`lab.verdict.${row.verdict}`)}</td>
                <td class="right">
                  {band(measure, row.low, row.high, change)}
                  {row.confidence !== null && <span class="lab-thin"> ({percent(row.confidence)})</span>}
                </td>
                <td class="right">{row.p === null ? none : row.p < leastP ? `< ${leastP}` : row.p.toFixed(3)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
