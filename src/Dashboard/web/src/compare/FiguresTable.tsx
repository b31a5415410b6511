import { t } from '../i18n/i18n';
import { differenceText, figureText, type Figure } from './figures';

/** Figure by figure: left, right, and what the right one has more. */
export function FiguresTable({ figures, left, right }: { figures: readonly Figure[]; left: number; right: number }) {
  return (
    <section aria-labelledby="compare-figures-title">
      <h2 id="compare-figures-title">{t('compare.figures')}</h2>
      {figures.every((figure) => figure.verdict === 'same') && (
        <p class="muted" data-testid="compare-no-difference">
          {t('compare.allSame')}
        </p>
      )}
      <table class="table compact" data-testid="compare-figures">
        <thead>
          <tr>
            <th scope="col">{t('compare.figure')}</th>
            <th scope="col" class="right">
              {t('compare.version', { version: left })}
            </th>
            <th scope="col" class="right">
              {t('compare.version', { version: right })}
            </th>
            <th scope="col" class="right">
              {t('compare.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.name} data-testid="compare-figure" data-figure={figure.name} data-verdict={figure.verdict}>
              <th scope="row">{t(`compare.figure.${figure.name}`)}</th>
              <td class="right">{figureText(figure.name, figure.left)}</td>
              <td class="right">{figureText(figure.name, figure.right)}</td>
              <td class={`right verdict verdict-${figure.verdict}`}>
                {figure.verdict === 'same' ? (
                  t('compare.noDifference')
                ) : (
                  <>
                    <strong>{differenceText(figure)}</strong> <span aria-hidden="true">{figure.verdict === 'better' ? '▼' : '▲'}</span> {t(`compare.${figure.verdict}`)}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
