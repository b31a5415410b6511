import { useMemo, useState } from 'preact/hooks';
import { labPath, type LabRun, type RunResult } from '../../api/lab';
import { explain } from '../../i18n/codes';
import { compareNames, number } from '../../i18n/format';
import { locale, t } from '../../i18n/i18n';
import { Busy, Failed } from '../../ui/states';
import { useRemote } from '../../ui/useRemote';
import { BandChart } from '../charts/BandChart';
import { linesOf } from '../charts/lines';
import { amount, measureName, regionName, regionsOf } from '../figures';
import { InputsView } from '../scenarios/InputsView';
import { CompareWith } from './CompareWith';
import { DifferenceTable } from './DifferenceTable';
import { KpiTable } from './KpiTable';
import { SensitivityForm } from './SensitivityForm';
import { variantName } from './variantName';

const usualMeasure = 'casesSold';

/** What a run came to: figures with bands, curves, differences in words, and what it started from beside it. */
export function ResultView({ run }: { run: LabRun }) {
  const result = useRemote<RunResult>(`${labPath}/runs/${encodeURIComponent(run.run)}/result`);
  if (result.error !== null) return <Failed text={explain(result.error)} onRetry={result.reload} />;
  if (result.value === null) return <Busy />;
  return <Result run={run} result={result.value} />;
}

function Result({ run, result }: { run: LabRun; result: RunResult }) {
  const regions = useMemo(() => regionsOf(result.variants[0].kpis), [result]);
  const [region, setRegion] = useState(regions[0]);
  const failed = result.variants.flatMap((variant, index) => variant.failed.map((each) => ({ ...each, variant: variantName(variant.name, index) })));
  const others = result.variants.slice(1);
  const path = `${labPath}/runs/${encodeURIComponent(run.run)}`;
  return (
    <div class="lab-result" data-testid="lab-result">
      {failed.length > 0 && (
        <details class="problem">
          <summary>{t('lab.someFailed', { count: failed.length, value: number(failed.length) })}</summary>
          <ul>
            {failed.map((each) => (
              <li key={`${each.variant} ${each.replication}`}>{t('lab.failedReplication', { variant: each.variant, number: each.replication, seed: each.seed, error: each.error })}</li>
            ))}
          </ul>
        </details>
      )}
      <div class="lab-bar">
        {regions.length > 1 && (
          <label class="lab-inline">
            <span>{t('region.label')}</span>
            <select value={region} data-testid="lab-result-region" onChange={(event) => setRegion(event.currentTarget.value)}>
              {regions.map((each) => (
                <option key={each} value={each}>
                  {regionName(each)}
                </option>
              ))}
            </select>
          </label>
        )}
        <a class="button" href={`${path}/kpis.csv`} download>
          {t('lab.kpisCsv')}
        </a>
        <a class="button" href={`${path}/weeks.csv`} download>
          {t('lab.weeksCsv')}
        </a>
        <a class="button" href={`/lab/templates?left=${encodeURIComponent(run.run)}`}>
          {t('lab.freeze')}
        </a>
      </div>
      <div class="lab-beside">
        <KpiTable variants={result.variants} region={region} />
        <InputsView inputs={result.inputs} />
      </div>
      <Curves result={result} region={region} />
      {others.length > 0 && <DifferenceTable variants={others} region={region} />}
      <CompareWith run={run} />
      <SensitivityForm run={run} result={result} />
    </div>
  );
}

function Curves({ result, region }: { result: RunResult; region: string }) {
  const curves = result.variants[0].curves;
  const known = useMemo(() => [...new Set(curves.map((curve) => curve.region))].sort(compareNames), [result]);
  const measures = useMemo(() => [...new Set(curves.map((curve) => curve.measure))], [result]);
  const [measure, setMeasure] = useState(measures.includes(usualMeasure) ? usualMeasure : measures[0]);
  // All regions together have figures but no curves: the first region's are shown then.
  const shown = known.includes(region) ? region : known[0];
  const lines = useMemo(
    () =>
      linesOf(
        result.variants.map((variant, index) => ({ ...variant, name: variantName(variant.name, index) })),
        shown,
        measure,
      ),
    [result, shown, measure, locale.value],
  );
  if (shown === undefined || measure === undefined) return null;
  return (
    <div class="lab-curves">
      <label class="lab-inline">
        <span>{t('lab.measure')}</span>
        <select value={measure} data-testid="lab-measure" onChange={(event) => setMeasure(event.currentTarget.value)}>
          {measures.map((each) => (
            <option key={each} value={each}>
              {measureName(each)}
            </option>
          ))}
        </select>
      </label>
      <BandChart
        title={t('lab.figureOf', { measure: measureName(measure), region: regionName(shown) })}
        file={`${measure}-${shown}`}
        lines={lines}
        stepHead={t('lab.week')}
        stepName={(index) => t('lab.weekOf', { week: index + 1 })}
        tickName={(index) => String(index + 1)}
        write={(value) => amount(measure, value)}
        testId="lab-curve"
      />
    </div>
  );
}
