import type { Fit, PriorRange } from '../../api/calibration';
import type { JsonObject } from '../../api/lab';
import { t } from '../../i18n/i18n';
import { ChartFrame, type ChartTable } from '../charts/ChartFrame';
import { pathName } from '../pathName';
import { learned, place } from './trust';
import { writeNumber } from '../writeNumber';

interface Props {
  fit: Fit;
  priors: readonly PriorRange[];
  scenario: JsonObject | null;
}

/** Each parameter after the history, on the range it was given before. */
export function PosteriorTable({ fit, priors, scenario }: Props) {
  const rows = fit.parameters.flatMap((parameter) => {
    const prior = priors.find((each) => each.path === parameter.path);
    return prior ? [{ parameter, prior }] : [];
  });
  const table: ChartTable = {
    head: [t('lab.assumption'), t('lab.priorLow'), t('lab.priorHigh'), '5%', '50%', '95%', t('lab.learned')],
    rows: rows.map(({ parameter, prior }) => [
      pathName(parameter.path, scenario),
      ...[prior.low, prior.high, parameter.low, parameter.median, parameter.high].map(writeNumber),
      t(`lab.learned.${learned(parameter, prior)}`),
    ]),
    plain: rows.map(({ parameter, prior }) => [parameter.path, prior.low, prior.high, parameter.low, parameter.median, parameter.high, learned(parameter, prior)]),
  };
  return (
    <ChartFrame title={t('lab.posterior')} file="parameters" table={table} testId="lab-posterior">
      <ul class="lab-posterior">
        {rows.map(({ parameter, prior }) => {
          const [low, median, high] = [parameter.low, parameter.median, parameter.high].map((value) => 100 * place(value, prior));
          const verdict = learned(parameter, prior);
          return (
            <li key={parameter.path} data-path={parameter.path} data-learned={verdict}>
              <span>
                {pathName(parameter.path, scenario)} <code>{parameter.path}</code>
              </span>
              <span class="lab-posterior-lane" aria-hidden="true">
                <span class="lab-posterior-band" style={{ left: `${low}%`, width: `${Math.max(0.5, high - low)}%` }} />
                <span class="lab-posterior-median" style={{ left: `${median}%` }} />
              </span>
              <span class="lab-posterior-ends lab-thin">
                <span>{writeNumber(prior.low)}</span>
                <span>{t(`lab.scale.${prior.scale}`)}</span>
                <span>{writeNumber(prior.high)}</span>
              </span>
              <span>
                <strong>{writeNumber(parameter.median)}</strong> {t('lab.inBand', { low: writeNumber(parameter.low), high: writeNumber(parameter.high) })}
                {verdict !== 'learned' && <span class="warning-text"> {t(`lab.learned.${verdict}`)}</span>}
              </span>
            </li>
          );
        })}
      </ul>
      <p class="hint">{t('lab.posteriorHint')}</p>
    </ChartFrame>
  );
}
