import { useMemo } from 'preact/hooks';
import type { Backtest, BacktestCell } from '../../api/calibration';
import { none, percent } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { ChartFrame, type ChartTable } from '../charts/ChartFrame';
import { errorClasses, errorClassOf, layOut } from './cellMap';

const mostNumbered = 400;

/** How far off the forecast was in each square of the map. */
export function CellErrors({ backtest }: { backtest: Backtest }) {
  const cells = useMemo(() => [...backtest.cells].sort((a, b) => (b.mape ?? -1) - (a.mape ?? -1)), [backtest]);
  const laid = useMemo(() => layOut(backtest.cells), [backtest]);
  if (cells.length === 0) return null;
  const table: ChartTable = {
    head: [t('lab.cell'), t('region.label'), t('lab.mape'), t('lab.coverageShare')],
    rows: cells.map((cell) => [cell.cell, cell.region, percent(cell.mape), percent(cell.coverage)]),
    plain: cells.map((cell) => [cell.cell, cell.region, cell.mape, cell.coverage]),
  };
  return (
    <ChartFrame title={t('lab.cellErrors')} file="squares" table={table} testId="lab-cells">
      {laid === null ? (
        <p class="muted">{t('lab.noPlaces')}</p>
      ) : (
        <svg class="lab-cell-map" viewBox={`-1 -1 ${laid.width + 2} ${laid.height + 2}`} role="img" aria-label={t('lab.cellMapOf')}>
          {laid.cells.map(({ cell, x, y, size }) => {
            const look = errorClasses[errorClassOf(cell.mape)];
            return (
              <g key={`${cell.region} ${cell.cell}`}>
                <rect x={x} y={y} width={size} height={size} fill={look.fill} stroke="#5b6472" stroke-width={size / 40}>
                  <title>{labelOf(cell)}</title>
                </rect>
                {laid.cells.length <= mostNumbered && (
                  <text x={x + size / 2} y={y + size / 2} fill={look.ink} font-size={size / 3.4} text-anchor="middle" dominant-baseline="central" aria-hidden="true">
                    {cell.mape === null ? none : Math.round(cell.mape * 100)}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      )}
      <ul class="lab-legend">
        {errorClasses.map((look, index) => (
          <li key={index}>
            <svg width="18" height="12" aria-hidden="true">
              <rect width="18" height="12" fill={look.fill} stroke="#5b6472" />
            </svg>
            {look.below === null ? t('lab.errorUnknown') : look.below === Infinity ? t('lab.errorAbove', { value: percent(look.from) }) : t('lab.errorBelow', { value: percent(look.below) })}
          </li>
        ))}
        <li class="muted">{t('lab.cellMapHint')}</li>
      </ul>
    </ChartFrame>
  );
}

function labelOf(cell: BacktestCell): string {
  return t('lab.cellLabel', { cell: cell.cell, mape: percent(cell.mape), coverage: percent(cell.coverage) });
}
