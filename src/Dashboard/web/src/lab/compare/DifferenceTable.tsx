import { useState } from 'preact/hooks';
import type { FigureDifference, VariantResult } from '../../api/lab';
import { number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { csvOf, download } from '../../ui/csv';
import { partsOf } from '../figures';
import { DifferenceRows } from './DifferenceRows';

/** How each variant differs from the scenario itself under the same luck. */
export function DifferenceTable({ variants, region }: { variants: readonly VariantResult[]; region: string }) {
  const [name, setName] = useState(variants[0].name);
  const variant = variants.find((each) => each.name === name) ?? variants[0];
  const rows = (variant.differences ?? []).filter((each) => partsOf(each.figure).region === region);
  return (
    <section aria-label={t('lab.differences')}>
      <div class="lab-bar">
        <h2>{t('lab.differences')}</h2>
        <label class="lab-inline">
          <span>{t('lab.variant')}</span>
          <select value={variant.name} data-testid="lab-difference-variant" onChange={(event) => setName(event.currentTarget.value)}>
            {variants.map((each) => (
              <option key={each.name} value={each.name}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="button" onClick={() => download('differences.csv', csvOf(plainRows(variant.differences ?? [])))}>
          {t('lab.csv')}
        </button>
      </div>
      <p class="hint">{t('lab.differencesHint', { name: variant.name, pairs: number(variant.pairs ?? 0) })}</p>
      <DifferenceRows rows={rows} />
    </section>
  );
}

export function plainRows(rows: readonly FigureDifference[]): (string | number)[][] {
  return [
    ['figure', 'difference', 'low', 'high', 'confidence', 'p', 'varianceSaved', 'verdict'],
    ...rows.map((row) => [row.figure, row.difference ?? '', row.low ?? '', row.high ?? '', row.confidence ?? '', row.p ?? '', row.varianceSaved ?? '', row.verdict]),
  ];
}
