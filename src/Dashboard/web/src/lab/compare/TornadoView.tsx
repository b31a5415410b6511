import { useMemo } from 'preact/hooks';
import { labPath, type Difference, type JsonObject, type LabRun, type ScenarioContent, type Sensitivity } from '../../api/lab';
import { explain } from '../../i18n/codes';
import { t } from '../../i18n/i18n';
import { Busy, Failed } from '../../ui/states';
import { useRemote } from '../../ui/useRemote';
import { ChartFrame, type ChartTable } from '../charts/ChartFrame';
import { amount, band, change, figureName, partsOf } from '../figures';
import { writeNumber } from '../writeNumber';
import { pathName } from '../pathName';
import { drawBars } from './tornado';
import './tornado.css';

/** Which assumption moves the answer (敏感性分析): the widest first. */
export function TornadoView({ run }: { run: LabRun }) {
  const found = useRemote<Sensitivity>(`${labPath}/sensitivity?run=${encodeURIComponent(run.run)}`);
  // For the regions' names only: a scenario that was removed since leaves their places.
  const scenario = useRemote<ScenarioContent>(`${labPath}/scenarios/${encodeURIComponent(run.scenario)}`);
  if (found.error !== null) return <Failed text={explain(found.error)} onRetry={found.reload} />;
  if (found.value === null) return <Busy />;
  return <Tornado found={found.value} scenario={scenario.value?.scenario ?? null} />;
}

function Tornado({ found, scenario }: { found: Sensitivity; scenario: JsonObject | null }) {
  const { measure } = partsOf(found.figure);
  const drawn = useMemo(() => drawBars(found.bars), [found]);
  const percentOf = (part: number) => `${(part * 100).toFixed(2)}%`;
  return (
    <>
      <p data-testid="lab-tornado-base">
        {t('lab.tornadoBase', { figure: figureName(found.figure), mean: amount(measure, found.base.mean), band: band(measure, found.base.low, found.base.high) })}
      </p>
      <ChartFrame title={t('lab.sensitivityOf', { figure: figureName(found.figure) })} file="sensitivity" table={tableOf(found, measure, scenario)} testId="lab-tornado">
        <ul class="lab-tornado">
          {found.bars.map((bar, index) => {
            const { low, high } = drawn.bars[index];
            return (
              <li key={bar.path} aria-label={t('lab.barOf', { name: pathName(bar.path, scenario), low: change(measure, bar.low.difference), high: change(measure, bar.high.difference) })}>
                <span class="lab-bar-name">
                  {pathName(bar.path, scenario)} <code>{bar.path}</code>
                </span>
                <span class="lab-bar-lane" aria-hidden="true">
                  <Part from={drawn.middle} to={low} kind="low" />
                  <Part from={drawn.middle} to={high} kind="high" />
                  <Whisker bar={bar.low} scale={drawn.at} kind="low" />
                  <Whisker bar={bar.high} scale={drawn.at} kind="high" />
                  <span class="lab-bar-middle" style={{ left: percentOf(drawn.middle) }} />
                </span>
                <span class="lab-bar-ends" aria-hidden="true">
                  {[bar.low, bar.high].map((end) => (
                    <span key={end.value}>
                      {t('lab.barEnd', { value: writeNumber(end.value), change: change(measure, end.difference), band: band(measure, end.low, end.high, change) })}
                      {end.verdict === 'no-significant-difference' && ` ${t('lab.verdict.no-significant-difference')}`}
                    </span>
                  ))}
                </span>
              </li>
            );
          })}
        </ul>
        <ul class="lab-legend" aria-hidden="true">
          <li>
            <span class="lab-swatch lab-bar-low" /> {t('lab.lowValue')}
          </li>
          <li>
            <span class="lab-swatch lab-bar-high" /> {t('lab.highValue')}
          </li>
          <li class="muted">{t('lab.whiskerHint')}</li>
        </ul>
      </ChartFrame>
    </>
  );
}

/** The interval of a difference, thin over its bar. */
function Whisker({ bar, scale, kind }: { bar: Difference; scale: (value: number) => number; kind: 'low' | 'high' }) {
  if (bar.low === null || bar.high === null) return null;
  const [low, high] = [scale(bar.low), scale(bar.high)];
  return <span class={`lab-bar-whisker lab-whisker-${kind}`} style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }} />;
}

function Part({ from, to, kind }: { from: number; to: number; kind: 'low' | 'high' }) {
  return <span class={`lab-bar-part lab-bar-${kind}`} style={{ left: `${Math.min(from, to) * 100}%`, width: `${Math.abs(to - from) * 100}%` }} />;
}

function tableOf(found: Sensitivity, measure: string, scenario: JsonObject | null): ChartTable {
  const words = (end: Difference & { value: number }) => [String(end.value), change(measure, end.difference), band(measure, end.low, end.high, change), t(`lab.verdict.${end.verdict}`)];
  const plain = (end: Difference & { value: number }) => [end.value, end.difference, end.low, end.high, end.verdict];
  const sides = [t('lab.lowValue'), t('lab.highValue')];
  return {
    head: [t('lab.assumption'), ...sides.flatMap((side) => [side, t('lab.differenceAt', { side }), t('lab.intervalAt', { side }), t('lab.verdictAt', { side })])],
    rows: found.bars.map((bar) => [`${pathName(bar.path, scenario)} (${bar.path})`, ...words(bar.low), ...words(bar.high)]),
    plain: found.bars.map((bar) => [bar.path, ...plain(bar.low), ...plain(bar.high)]),
  };
}
