import type { RegionScore } from '../../api/expansion';
import { decimal, majorMoney, none, number, percent } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { word } from '../words';
import type { RankedRegion, Weights } from './weights';

const kinds = ['strength', 'weakness', 'opportunity', 'threat'] as const;

/** One region: what stands behind each score, whether its gate is open, SWOT, where rivals are weakest, and how complete its data are. */
export function RegionCard({ ranked, weights }: { ranked: RankedRegion; weights: Weights }) {
  const { region } = ranked;
  return (
    <section class="lab-part lab-card" aria-label={region.name} data-testid="lab-region-card" data-region={region.region}>
      <div class="page-head">
        <h2>{region.name}</h2>
        <span class={`chip ${region.ready ? 'chip-published' : 'chip-late'}`}>{t(region.ready ? 'lab.ready' : 'lab.notReady')}</span>
        <span class="muted">
          {t('lab.needs', { terminals: number(region.terminals), reps: number(region.repsNeeded), vehicles: number(region.vehiclesNeeded), ease: decimal(region.ease) })}
        </span>
      </div>
      <Scores region={region} weights={weights} />
      <div class="lab-columns">
        <Gate region={region} />
        <Completeness region={region} />
      </div>
      <Swot region={region} />
      <WeakCells region={region} />
    </section>
  );
}

function Scores({ region, weights }: { region: RegionScore; weights: Weights }) {
  return (
    <ul class="lab-scores">
      {region.criteria.map((each) => (
        <li key={each.criterion}>
          <details>
            <summary>
              <span>{word('criterion', each.criterion)}</span>
              <meter min={0} max={100} value={each.score ?? 0} aria-label={word('criterion', each.criterion)} />
              <strong>{each.score === null ? t('lab.noData') : decimal(each.score)}</strong>
              <span class="muted">{t('lab.weightIs', { value: decimal(weights[each.criterion] ?? each.weight) })}</span>
            </summary>
            <dl class="facts">
              <div>
                <dt>{t('lab.rawFigure')}</dt>
                <dd>{each.figure === null ? none : `${decimal(each.figure)} ${unitName(each.unit)}`}</dd>
              </div>
              <div>
                <dt>{t('lab.formula')}</dt>
                <dd>
                  <code>{word('formulaOf', each.criterion, each.formula)}</code>
                </dd>
              </div>
              {Object.entries(each.terms).map(([name, value]) => (
                <div key={name}>
                  <dt>{word('term', name)}</dt>
                  <dd>{decimal(value)}</dd>
                </div>
              ))}
            </dl>
          </details>
        </li>
      ))}
    </ul>
  );
}

function unitName(unit: string): string {
  switch (unit) {
    case 'cases/year':
      return t('lab.unit.casesYear');
    case 'money/head':
      return t('lab.unit.moneyHead');
    case '0-1':
      return t('lab.unit.share');
    default:
      return unit;
  }
}

function Gate({ region }: { region: RegionScore }) {
  return (
    <section aria-label={t('lab.gate')}>
      <h3>{t('lab.gate')}</h3>
      {region.failing.length === 0 ? (
        <p>{t('lab.gateOpen')}</p>
      ) : (
        <ul class="lab-list" data-testid="lab-failing">
          {region.failing.map((each) => (
            <li key={each.code} class="warning-text">
              {t('lab.failing', { name: word('gate', each.code), figure: each.figure === null ? t('lab.unknown') : figure(each.figure), threshold: figure(each.threshold) })}
            </li>
          ))}
        </ul>
      )}
      {typeof region.startDespiteGate === 'string' && <p class="muted">{t('lab.despite', { reason: region.startDespiteGate })}</p>}
    </section>
  );
}

const figure = (value: number) => (Math.abs(value) <= 1 ? value.toFixed(2) : decimal(value));

function swotFigure(code: string, value: number): string {
  switch (code) {
    case 'swot.dealer-capacity':
      return t('lab.casesWeek', { value: number(Math.round(value)) });
    case 'swot.distances':
      return t('lab.areaOutlet', { value: value.toFixed(2) });
    default:
      // Shares, growth and judgements.
      return percent(value);
  }
}

function Completeness({ region }: { region: RegionScore }) {
  return (
    <section aria-label={t('lab.completeness')}>
      <h3>{t('lab.completeness')}</h3>
      <dl class="facts">
        {Object.entries(region.completeness).map(([block, share]) => (
          <div key={block}>
            <dt>{word('block', block)}</dt>
            <dd>
              <meter min={0} max={1} value={share} aria-label={word('block', block)} /> {percent(share)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Swot({ region }: { region: RegionScore }) {
  return (
    <div class="lab-swot">
      {kinds.map((kind) => {
        const entries = region.swot.filter((each) => each.kind === kind);
        return (
          <section key={kind} aria-label={t(`lab.swotKind.${kind}`)}>
            <h3>{t(`lab.swotKind.${kind}`)}</h3>
            {entries.length === 0 ? (
              <p class="muted">{none}</p>
            ) : (
              <ul class="lab-list">
                {entries.map((each, index) => (
                  <li key={index}>
                    {word('swot', each.code)}
                    {each.subject && ` · ${each.subject}`}{' '}
                    <span class="muted">{t('lab.against', { figure: swotFigure(each.code, each.figure), against: swotFigure(each.code, each.against) })}</span>
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}

function WeakCells({ region }: { region: RegionScore }) {
  if (region.weakestCells.length === 0) return null;
  return (
    <section aria-label={t('lab.weakCells')}>
      <h3>{t('lab.weakCells')}</h3>
      <div class="lab-scroll" tabIndex={0} role="group" aria-label={t('lab.weakCells')}>
        <table class="table compact" aria-label={t('lab.weakCells')}>
          <thead>
            <tr>
              <th scope="col">{t('lab.cell')}</th>
              <th scope="col" class="right">
                {t('lab.input.terminals')}
              </th>
              <th scope="col">{t('lab.rival')}</th>
              <th scope="col" class="right">
                {t('lab.rivalShare')}
              </th>
              <th scope="col" class="right">
                {t('lab.casesWon')}
              </th>
              <th scope="col" class="right">
                {t('lab.gainPerVisit')}
              </th>
            </tr>
          </thead>
          <tbody>
            {region.weakestCells.map((each) => (
              <tr key={each.cell}>
                <th scope="row">{each.cell}</th>
                <td class="right">{number(each.terminals)}</td>
                <td>{each.rival ?? none}</td>
                <td class="right">{percent(each.rivalShare)}</td>
                <td class="right">{decimal(each.casesWon)}</td>
                <td class="right">{majorMoney(each.gainPerVisit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
