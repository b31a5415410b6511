import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef } from 'preact/hooks';
import { day, number, shortDay } from '../i18n/format';
import { locale, t } from '../i18n/i18n';
import { meanOf } from './mean';

const heightPixels = 210;
const axisFont = '11px system-ui, sans-serif';
/** Units are whole, and so are the steps of their axis. */
const wholeSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

/** Units sold a day with the seven-day mean, and the same figures as a table. */
export function SalesChart({ days, units }: { days: readonly string[]; units: readonly number[] }) {
  const box = useRef<HTMLDivElement>(null);
  const language = locale.value;

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const options: uPlot.Options = {
      width: element.clientWidth || 400,
      height: heightPixels,
      cursor: { y: false },
      legend: { live: true },
      // The first and the last bar stand on the axis whole.
      scales: { x: { time: false, range: [-0.5, days.length - 0.5] }, y: { range: (_plot, _low, high) => [0, Math.max(1, high * 1.08)] } },
      axes: [
        {
          values: (_plot, splits) => splits.map((split) => (Number.isInteger(split) && days[split] ? shortDay(days[split]) : '')),
          grid: { show: false },
          stroke: '#5b6472',
          font: axisFont,
        },
        { values: (_plot, splits) => splits.map((split) => number(split)), incrs: wholeSteps, label: t('terminal.unitsSold'), labelFont: axisFont, labelSize: 18, stroke: '#5b6472', grid: { stroke: '#e7e9ee', width: 1 }, size: 46, font: axisFont },
      ],
      series: [
        { label: t('column.day'), value: (_plot, value) => (value === null || value === undefined ? '–' : day(days[value])) },
        {
          label: t('terminal.unitsSold'),
          stroke: '#1f5fbf',
          fill: '#c8daf4',
          paths: uPlot.paths.bars?.({ size: [0.72, 28] }),
          points: { show: false },
          value: (_plot, value) => number(value),
        },
        { label: t('terminal.weekMean'), stroke: '#b45309', width: 2, dash: [6, 3], points: { show: false }, value: (_plot, value) => number(value) },
      ],
    };
    const plot = new uPlot(options, [days.map((_, index) => index), [...units], meanOf(units)], element);
    const watch = new ResizeObserver(() => plot.setSize({ width: Math.max(200, element.clientWidth), height: heightPixels }));
    watch.observe(element);
    return () => {
      watch.disconnect();
      plot.destroy();
    };
  }, [days, units, language]);

  return (
    <>
      <div class="chart" ref={box} role="img" aria-label={t('terminal.salesSummary', { days: number(days.length), total: number(units.reduce((sum, each) => sum + each, 0)) })} data-testid="sales-chart" />
      <details class="chart-data">
        <summary>{t('terminal.asTable')}</summary>
        <div class="chart-table">
          <table class="table compact" data-testid="sales-table">
            <thead>
              <tr>
                <th scope="col">{t('column.day')}</th>
                <th scope="col" class="right">
                  {t('terminal.unitsSold')}
                </th>
              </tr>
            </thead>
            <tbody>
              {days.map((each, index) => (
                <tr key={each}>
                  <td>{day(each)}</td>
                  <td class="right">{number(units[index])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}
