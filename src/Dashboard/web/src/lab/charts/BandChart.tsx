import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef } from 'preact/hooks';
import { locale, t } from '../../i18n/i18n';
import { ChartFrame } from './ChartFrame';
import { looks, rangeFrom, rowsOf, type BandLine } from './lines';

interface Props {
  title: string;
  file: string;
  lines: readonly BandLine[];
  /** What a step is called, from its place. */
  stepName: (index: number) => string;
  stepHead: string;
  /** Short, for the axis, which says what is counted. */
  tickName?: (index: number) => string;
  write: (value: number | null) => string;
  /** A level that is not to be crossed, such as a cash limit. */
  limit?: { name: string; value: number };
  /** What the amounts are of, where they do not say it themselves. */
  unit?: string;
  bandHint?: string;
  /** The steps from one on that are of another kind, such as weeks that were forecast. */
  shaded?: { name: string; from: number };
  testId?: string;
}

const heightPixels = 240;
const shade = '#f4ecd8';
const shadeEdge = '#8a6d1f';
const axis = { stroke: '#56606e', font: '11px system-ui, sans-serif' };

/** Means with their bands over weeks, and the same figures as a table and a file. */
export function BandChart({ title, file, lines, stepName, stepHead, tickName = stepName, write, limit, unit, bandHint, shaded, testId }: Props) {
  const head = [stepHead, ...lines.flatMap(({ name, low, high }) => (low && high ? [name, t('lab.lowOf', { name }), t('lab.highOf', { name })] : [name]))];
  // A table that is copied says which steps are of the other kind too.
  const plain = rowsOf(lines, (index) => (shaded && index >= shaded.from ? t('lab.stepOfKind', { step: stepName(index), kind: shaded.name }) : stepName(index)));
  const rows = plain.map(([step, ...values]) => [String(step), ...values.map((value) => write(value as number | null))]);
  return (
    <ChartFrame title={unit ? t('lab.titleUnit', { title, unit }) : title} file={file} table={{ head, rows, plain }} testId={testId}>
      <Plot title={title} lines={lines} stepName={stepName} stepHead={stepHead} tickName={tickName} write={write} limit={limit} shaded={shaded} />
      <ul class="lab-legend" aria-hidden="true">
        {lines.map(({ name, low }, index) => (
          <li key={name}>
            <svg width="30" height="12">
              {low && <rect y="1" width="30" height="10" fill={lookOf(index).fill} />}
              <line x1="0" x2="30" y1="6" y2="6" stroke={lookOf(index).stroke} stroke-width="2" stroke-dasharray={lookOf(index).dash.join(' ')} />
            </svg>
            {name}
          </li>
        ))}
        {limit && (
          <li>
            <svg width="30" height="12">
              <line x1="0" x2="30" y1="6" y2="6" stroke="#b42318" stroke-width="1.5" stroke-dasharray="3 3" />
            </svg>
            {limit.name}
          </li>
        )}
        {shaded && (
          <li>
            <svg width="30" height="12">
              <rect width="30" height="12" fill={shade} stroke={shadeEdge} />
            </svg>
            {shaded.name}
          </li>
        )}
        {lines.some((line) => line.low) && <li class="muted">{bandHint ?? t('lab.bandHint')}</li>}
      </ul>
    </ChartFrame>
  );
}

function lookOf(index: number) {
  return looks[index % looks.length];
}

/** From half a step before, so that the first of them stands on it whole. */
function paintShade(plot: uPlot, from: number): void {
  const { left, top, width, height } = plot.bbox;
  const edge = Math.min(left + width, Math.max(left, plot.valToPos(from - 0.5, 'x', true)));
  plot.ctx.save();
  plot.ctx.fillStyle = shade;
  plot.ctx.fillRect(edge, top, left + width - edge, height);
  plot.ctx.strokeStyle = shadeEdge;
  plot.ctx.beginPath();
  plot.ctx.moveTo(edge, top);
  plot.ctx.lineTo(edge, top + height);
  plot.ctx.stroke();
  plot.ctx.restore();
}

function Plot({ title, lines, stepName, stepHead, tickName = stepName, write, limit, shaded }: Omit<Props, 'file' | 'testId' | 'unit' | 'bandHint'>) {
  const box = useRef<HTMLDivElement>(null);
  const language = locale.value;
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const count = Math.max(0, ...lines.map((line) => line.mean.length));
    const plot = new uPlot(
      {
        width: element.clientWidth || 400,
        height: heightPixels,
        cursor: { y: false },
        legend: { live: true, markers: { show: false } },
        scales: { x: { time: false }, y: { range: (_plot, low, high) => rangeFrom(low, high) } },
        axes: [
          { ...axis, label: stepHead, labelFont: axis.font, labelSize: 18, grid: { show: false }, values: (_plot, splits) => splits.map((split) => (Number.isInteger(split) && split >= 0 && split < count ? tickName(split) : '')) },
          { ...axis, grid: { stroke: '#e7e9ee', width: 1 }, values: (_plot, splits) => splits.map((split) => write(split)), size: 92 },
        ],
        series: [
          { label: stepHead, value: (_plot, value) => (value === null || value === undefined ? '–' : stepName(value)) },
          ...lines.flatMap((line, index): uPlot.Series[] => {
            // The edges of a band are read beside its mean.
            const edge: uPlot.Series = { stroke: 'transparent', points: { show: false }, class: 'lab-edge' };
            const value = (_plot: uPlot, mean: number | null, _series: number, at: number | null) =>
              at === null ? '–' : line.low && line.high ? t('lab.meanAndBand', { mean: write(mean ?? null), low: write(line.low[at] ?? null), high: write(line.high[at] ?? null) }) : write(mean ?? null);
            return [edge, edge, { label: line.name, stroke: lookOf(index).stroke, width: 2, dash: lookOf(index).dash, points: { show: false }, value }];
          }),
          ...(limit ? [{ label: limit.name, stroke: '#b42318', width: 1.5, dash: [3, 3], points: { show: false }, value: () => write(limit.value) }] : []),
        ],
        hooks: { drawClear: [(drawn) => shaded && paintShade(drawn, shaded.from)] },
        bands: lines.map((_, index) => ({ series: [1 + 3 * index, 2 + 3 * index] as [number, number], fill: lookOf(index).fill })),
      },
      [
        Array.from({ length: count }, (_, index) => index),
        ...lines.flatMap((line) => [[...(line.high ?? line.mean)], [...(line.low ?? line.mean)], [...line.mean]]),
        ...(limit ? [Array.from({ length: count }, () => limit.value)] : []),
      ],
      element,
    );
    const watch = new ResizeObserver(() => plot.setSize({ width: Math.max(200, element.clientWidth), height: heightPixels }));
    watch.observe(element);
    return () => {
      watch.disconnect();
      plot.destroy();
    };
  }, [lines, limit?.value, shaded?.from, language]);
  const ends = lines.map((line) => t('lab.endsAt', { name: line.name, value: write(line.mean.at(-1) ?? null) })).join(', ');
  return <div class="lab-plot" ref={box} role="img" aria-label={t('lab.chartOf', { title, ends })} />;
}
