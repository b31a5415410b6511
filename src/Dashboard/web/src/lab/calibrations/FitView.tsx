import { useMemo } from 'preact/hooks';
import type { Calibration, Fit } from '../../api/calibration';
import { labPath, type ScenarioContent } from '../../api/lab';
import { number, shortDay } from '../../i18n/format';
import { locale, t } from '../../i18n/i18n';
import { BandChart } from '../charts/BandChart';
import type { BandLine } from '../charts/lines';
import { CellErrors } from './CellErrors';
import { PopulationTable } from './PopulationTable';
import { PosteriorTable } from './PosteriorTable';
import { SaveFitted } from './SaveFitted';
import { TrustView } from './TrustView';
import './calibrations.css';

interface Props {
  calibration: Calibration;
  fit: Fit;
  scenario: ScenarioContent | null;
}

/** What the history says: whether to trust the model, its parameters beside what was put in, and the weeks that it was tried on. */
export function FitView({ calibration, fit, scenario }: Props) {
  const { backtest } = fit;
  const path = `${labPath}/calibrations/${encodeURIComponent(calibration.calibration)}`;
  const lines = useMemo<BandLine[]>(
    () => [
      { name: t('lab.modelled'), mean: backtest.weeks.map((week) => week.median), low: backtest.weeks.map((week) => week.low), high: backtest.weeks.map((week) => week.high) },
      { name: t('lab.delivered'), mean: backtest.weeks.map((week) => week.actual) },
    ],
    [backtest, locale.value],
  );
  const heldOutFrom = backtest.weeks.findIndex((week) => week.heldOut);
  return (
    <div class="lab-result" data-testid="lab-fit">
      <TrustView fit={fit} parameters={calibration.parameters} scenario={scenario?.scenario ?? null} />
      <SaveFitted calibration={calibration} scenario={scenario} />
      <div class="lab-beside">
        <PosteriorTable fit={fit} priors={calibration.parameters} scenario={scenario?.scenario ?? null} />
        <section class="lab-inputs" aria-label={t('lab.fitInputs')}>
          <h2>{t('lab.fitInputs')}</h2>
          <dl class="facts lab-facts">
            <Fact name={t('lab.history')} value={t(calibration.history === 'live' ? 'lab.historyLive' : 'lab.historyRows')} />
            <Fact name={t('lab.weeksOfHistory')} value={number(fit.weeks)} />
            <Fact name={t('lab.holdOutWeeks')} value={number(backtest.heldOutWeeks)} />
            <Fact name={t('lab.deliveries')} value={number(calibration.deliveries)} />
            <Fact name={t('lab.unknownDeliveries')} value={number(fit.unknownDeliveries)} />
            <Fact name={t('lab.outsideDeliveries')} value={number(fit.outsideDeliveries)} />
            <Fact name={t('lab.runsMade')} value={number(fit.runs)} />
            <Fact name={t('lab.refusedRuns')} value={number(fit.refused)} />
            <Fact name={t('lab.endedBy')} value={t(`lab.fitEnded.${fit.ended}`)} />
          </dl>
        </section>
      </div>
      <BandChart
        title={t('lab.backtest')}
        file="backtest"
        lines={lines}
        stepHead={t('lab.week')}
        stepName={(index) => t('lab.weekAndDate', { week: backtest.weeks[index]?.week ?? index + 1, date: shortDay(backtest.weeks[index]?.firstDay ?? '') })}
        tickName={(index) => String(backtest.weeks[index]?.week ?? index + 1)}
        write={number}
        unit={t('lab.casesAWeek')}
        bandHint={t('lab.fitBandHint')}
        shaded={heldOutFrom < 0 ? undefined : { from: heldOutFrom, name: t('lab.heldOut') }}
        testId="lab-backtest"
      />
      <CellErrors backtest={backtest} />
      <details class="lab-part">
        <summary>{t('lab.populations')}</summary>
        <p class="hint">{t('lab.populationsHint')}</p>
        <PopulationTable populations={fit.populations} />
      </details>
      <div class="lab-bar">
        <a class="button" href={`${path}/sample.csv`} download>
          {t('lab.sampleCsv')}
        </a>
        <a class="button" href={`${path}/weeks.csv`} download>
          {t('lab.weeksCsv')}
        </a>
      </div>
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="right">{value}</dd>
    </div>
  );
}
