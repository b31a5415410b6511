import type { FitPopulation } from '../../api/calibration';
import { number, percent } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { writeNumber } from '../writeNumber';

/** How near each population of parameter sets came to the history. */
export function PopulationTable({ populations }: { populations: readonly FitPopulation[] }) {
  return (
    <div class="lab-scroll" tabIndex={0} role="group" aria-label={t('lab.populations')}>
      <table class="table compact" aria-label={t('lab.populations')} data-testid="lab-populations">
        <thead>
          <tr>
            <th scope="col">{t('lab.populationHead')}</th>
            <th scope="col" class="right">
              {t('lab.tolerance')}
            </th>
            <th scope="col" class="right">
              {t('lab.runsMade')}
            </th>
            <th scope="col" class="right">
              {t('lab.acceptance')}
            </th>
            <th scope="col" class="right">
              {t('lab.effectiveSize')}
            </th>
          </tr>
        </thead>
        <tbody>
          {populations.map((each, index) => (
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              <td class="right">{writeNumber(each.tolerance)}</td>
              <td class="right">{number(each.runs)}</td>
              <td class="right">{percent(each.acceptance)}</td>
              <td class="right">{number(Math.round(each.effectiveSize))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
