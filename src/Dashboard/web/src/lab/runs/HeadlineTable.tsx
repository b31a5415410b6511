import type { FigureInterval } from '../../api/lab';
import { t } from '../../i18n/i18n';
import { amount, band, figureName, partsOf } from '../figures';

/** The headline figures over the replications so far. */
export function HeadlineTable({ figures }: { figures: readonly FigureInterval[] }) {
  return (
    <div class="lab-scroll" tabIndex={0} role="group" aria-label={t('lab.soFar')}>
      <table class="table compact" aria-label={t('lab.soFar')} data-testid="lab-headline">
        <thead>
          <tr>
            <th scope="col">{t('lab.figureHead')}</th>
            <th scope="col" class="right">
              {t('lab.mean')}
            </th>
            <th scope="col" class="right">
              {t('lab.interval')}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => {
            const { measure } = partsOf(figure.figure);
            return (
              <tr key={figure.figure}>
                <th scope="row">{figureName(figure.figure)}</th>
                <td class="right">{amount(measure, figure.mean)}</td>
                <td class="right">{band(measure, figure.low, figure.high)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
