import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef } from 'preact/hooks';
import { money } from '../../i18n/format';
import { locale, t } from '../../i18n/i18n';
import type { RunPoint } from './runs';

const heightPixels = 110;

/** The cost of the best plan so far against time. */
export function RunChart({ points }: { points: readonly RunPoint[] }) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const language = locale.value;
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const axis = { stroke: '#5b6472', font: '11px system-ui, sans-serif' };
    const chart = new uPlot(
      {
        width: element.clientWidth || 400,
        height: heightPixels,
        legend: { show: false },
        cursor: { show: false },
        scales: { x: { time: false } },
        axes: [
          { ...axis, grid: { show: false }, values: (_plot, splits) => splits.map((split) => t('unit.seconds', { value: split })), size: 26 },
          { ...axis, grid: { stroke: '#e7e9ee', width: 1 }, values: (_plot, splits) => splits.map((split) => money(split)), size: 78 },
        ],
        series: [{}, { stroke: '#1f5fbf', width: 2, paths: uPlot.paths.stepped?.({ align: 1 }), points: { show: false } }],
      },
      [[], []],
      element,
    );
    plot.current = chart;
    const watch = new ResizeObserver(() => chart.setSize({ width: Math.max(200, element.clientWidth), height: heightPixels }));
    watch.observe(element);
    return () => {
      watch.disconnect();
      plot.current = null;
      chart.destroy();
    };
  }, [language]);
  useEffect(() => plot.current?.setData([points.map((point) => point.seconds), points.map((point) => point.cost)]), [points, language]);
  const last = points.at(-1);
  return <div class="run-chart" ref={box} role="img" aria-label={last ? t('run.chart', { cost: money(last.cost), seconds: last.seconds }) : t('run.waiting')} data-testid="run-chart" />;
}
