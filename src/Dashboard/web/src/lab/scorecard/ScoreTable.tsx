import { decimal, none, percent } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { csvOf, download } from '../../ui/csv';
import { word } from '../words';
import { weightsOf, type RankedRegion, type Weights } from './weights';

interface Props {
  ranked: readonly RankedRegion[];
  weights: Weights;
  onWeights: (weights: Weights) => void;
  chosen: string | null;
  onChoose: (region: string) => void;
}

/** The ranking, a column a criterion with its weight above it. */
export function ScoreTable({ ranked, weights, onWeights, chosen, onChoose }: Props) {
  const criteria = ranked[0]?.region.criteria.map((each) => each.criterion) ?? [];
  const original = weightsOf(ranked.map((each) => each.region));
  const isChanged = criteria.some((criterion) => weights[criterion] !== original[criterion]);
  const rows = () => ranked.map(({ region, rank, score, known }) => [rank, region.region, region.name, score, known, region.ready ? 1 : 0, ...region.criteria.map((each) => each.score ?? '')]);
  return (
    <section aria-label={t('lab.ranking')}>
      <div class="lab-bar">
        <h2>{t('lab.ranking')}</h2>
        <button type="button" class="button" onClick={() => download('scorecard.csv', csvOf([['rank', 'region', 'name', 'score', 'weightKnown', 'ready', ...criteria], ...rows()]))}>
          {t('lab.csv')}
        </button>
        {isChanged && (
          <button type="button" class="button" onClick={() => onWeights(original)}>
            {t('lab.resetWeights')}
          </button>
        )}
        <span class="hint">{t(isChanged ? 'lab.weightsChanged' : 'lab.weightsHint')}</span>
      </div>
      <div class="lab-scroll" tabIndex={0} role="group" aria-label={t('lab.ranking')}>
        <table class="table compact" aria-label={t('lab.ranking')} data-testid="lab-ranking">
          <thead>
            <tr>
              <th scope="col" class="right">
                {t('lab.rank')}
              </th>
              <th scope="col">{t('region.label')}</th>
              <th scope="col" class="right">
                {t('lab.score')}
              </th>
              <th scope="col">{t('lab.gate')}</th>
              {criteria.map((criterion) => (
                <th key={criterion} scope="col" class="right">
                  <label class="lab-weight">
                    <span>{word('criterion', criterion)}</span>
                    <input
                      type="number"
                      min={0}
                      step="any"
                      value={weights[criterion] ?? 0}
                      aria-label={t('lab.weightOf', { name: word('criterion', criterion) })}
                      data-testid={`lab-weight-${criterion}`}
                      onInput={(event) => {
                        const weight = Number(event.currentTarget.value);
                        if (event.currentTarget.value !== '' && weight >= 0) onWeights({ ...weights, [criterion]: weight });
                      }}
                    />
                  </label>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ranked.map(({ region, rank, score, known }) => (
              <tr key={region.region} class={region.region === chosen ? 'is-active' : ''} data-region={region.region}>
                <td class="right">{rank}</td>
                <th scope="row">
                  <button type="button" class="link" aria-pressed={region.region === chosen} onClick={() => onChoose(region.region)}>
                    {region.name}
                  </button>
                </th>
                <td class="right">
                  {decimal(score)}
                  {known < 1 && <span class="lab-thin"> ({t('lab.knownPart', { value: percent(known) })})</span>}
                </td>
                <td>
                  <span class={`chip ${region.ready ? 'chip-published' : 'chip-late'}`}>{t(region.ready ? 'lab.ready' : 'lab.notReady')}</span>
                </td>
                {region.criteria.map((each) => (
                  <td key={each.criterion} class="right">
                    {each.score === null ? none : decimal(each.score)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
