import type { VariantResult } from '../../api/lab';
import { number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { amount, band, measureName, partsOf } from '../figures';
import { variantName } from './variantName';

interface Props {
  variants: readonly VariantResult[];
  region: string;
}

/** A region's figures of the scenario and of each variant, with the band of the mean. */
export function KpiTable({ variants, region }: Props) {
  const figures = variants[0].kpis.filter((each) => partsOf(each.figure).region === region);
  return (
    <section aria-label={t('lab.kpis')}>
      <h2>{t('lab.kpis')}</h2>
      <div class="lab-scroll" tabIndex={0} role="group" aria-label={t('lab.kpis')}>
        <table class="table compact lab-sides" aria-label={t('lab.kpis')} data-testid="lab-kpis">
          <thead>
            <tr>
              <th scope="col">{t('lab.figureHead')}</th>
              {variants.map((variant, index) => (
                <th key={variant.name} scope="col" class="right">
                  {variantName(variant.name, index)}
                  <br />
                  <span class="lab-thin">
                    {t('lab.replicationCount', { count: variant.replications, value: number(variant.replications) })} · {t(`lab.ended.${variant.ended}`)}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.map(({ figure }) => {
              const { measure } = partsOf(figure);
              return (
                <tr key={figure} data-figure={figure}>
                  <th scope="row">{measureName(measure)}</th>
                  {variants.map((variant) => {
                    const value = variant.kpis.find((each) => each.figure === figure);
                    return (
                      <td key={variant.name} class="right">
                        {amount(measure, value?.mean)}
                        <br />
                        <span class="lab-thin">{band(measure, value?.low, value?.high)}</span>
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p class="hint">{t('lab.kpisHint')}</p>
    </section>
  );
}
