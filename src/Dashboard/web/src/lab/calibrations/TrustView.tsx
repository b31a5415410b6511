import type { Fit, PriorRange } from '../../api/calibration';
import type { JsonObject } from '../../api/lab';
import { number, percent } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { pathName } from '../pathName';
import { judge, learned, middleMape, ties } from './trust';

interface Props {
  fit: Fit;
  parameters: readonly PriorRange[];
  scenario: JsonObject | null;
}

/** Of the outlets: so many called for the first time say little of what sells. */
const leastUncounted = 0.05;

const looks = { holds: 'chip-published', doubtful: 'chip-proposal', breaks: 'chip-late', untried: '' } as const;

/** In words: may the forecast be trusted, and what for. */
export function TrustView({ fit, parameters, scenario }: Props) {
  const { backtest } = fit;
  const judgement = judge(backtest);
  const middle = middleMape(backtest.cells);
  const of = (kind: 'unmoved' | 'atEdge') =>
    fit.parameters
      .filter((parameter) => {
        const prior = parameters.find((each) => each.path === parameter.path);
        return prior !== undefined && learned(parameter, prior) === kind;
      })
      .map((parameter) => pathName(parameter.path, scenario))
      .join(t('lab.listJoin'));
  const [unmoved, atEdge] = [of('unmoved'), of('atEdge')];
  return (
    <section class="lab-trust" aria-labelledby="lab-trust" data-testid="lab-trust" data-trust={judgement.trust}>
      <h2 id="lab-trust">
        {t('lab.trust')} <span class={`chip ${looks[judgement.trust]}`}>{t(`lab.trust.${judgement.trust}`)}</span>
      </h2>
      <ul class="lab-list">
        <li>
          {judgement.weeks === 0
            ? t('lab.trustNone')
            : t(`lab.trustWeeks.${judgement.trust}`, { within: number(judgement.within), weeks: number(judgement.weeks), band: percent(backtest.band), chance: percent(judgement.chance) })}
        </li>
        {judgement.weeks > 0 && <li>{t(`lab.trustError.${judgement.precision}`, { mape: percent(backtest.mape) })}</li>}
        {middle !== null && <li>{t('lab.trustCells', { mape: percent(middle), coverage: percent(backtest.cellCoverage) })}</li>}
        {(fit.uncountedTerminals ?? 0) > leastUncounted * (fit.terminals ?? 0) && (
          <li class="warning-text">{t('lab.trustUncounted', { uncounted: number(fit.uncountedTerminals), terminals: number(fit.terminals) })}</li>
        )}
        {(backtest.modelError ?? 0) > 0 && <li>{t('lab.trustModelError', { error: percent(backtest.modelError), weeks: number(backtest.weeks.length - judgement.weeks) })}</li>}
        {unmoved !== '' && <li>{t('lab.trustUnmoved', { names: unmoved })}</li>}
        {atEdge !== '' && <li class="warning-text">{t('lab.trustAtEdge', { names: atEdge })}</li>}
        {ties(fit.parameters).map((tie) => (
          <li key={`${tie.first} ${tie.second}`}>
            {t('lab.trustTied', { first: pathName(tie.first, scenario), second: pathName(tie.second, scenario), correlation: tie.correlation.toFixed(2).replace('-', '−') })}
          </li>
        ))}
        {fit.unknownDeliveries + fit.outsideDeliveries > 0 && <li>{t('lab.trustLost', { unknown: number(fit.unknownDeliveries), outside: number(fit.outsideDeliveries) })}</li>}
        {fit.ended === 'cancelled' && <li class="warning-text">{t('lab.trustStopped')}</li>}
      </ul>
    </section>
  );
}
