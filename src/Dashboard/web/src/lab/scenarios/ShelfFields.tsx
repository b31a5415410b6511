import { useContext } from 'preact/hooks';
import type { JsonObject } from '../../api/lab';
import { t } from '../../i18n/i18n';
import { regionName } from '../figures';
import { EditingContext } from './editing';
import { Field } from './Field';
import { classes, coverageFields, shelfRules } from './fields';
import { ListField } from './ListField';
import { listAt, valueAt } from './scenarioPath';
import { shelfRulesInEffect } from './shelfRules';

const usualSpread = [0, 0, 0];

/** What happens at each terminal's own shelf (货架规则): display, its price, dropping us, and rivals who answer. */
export function ShelfFields() {
  const { scenario } = useContext(EditingContext)!;
  const inEffect = shelfRulesInEffect(scenario).map((rule) => t(`lab.shelf.${rule}`));
  return (
    <details class="lab-part" data-testid="lab-shelf">
      <summary>
        {t('lab.shelf')} <span class="lab-thin">{inEffect.length === 0 ? t('lab.shelfOff') : t('lab.shelfOn', { names: inEffect.join(t('lab.listJoin')) })}</span>
      </summary>
      <p class="muted">{t('lab.shelfHint')}</p>
      {shelfRules.map(({ rule, fields }) => (
        <fieldset key={rule} class="lab-set">
          <legend>{t(`lab.shelf.${rule}`)}</legend>
          <p class="hint">{t(`lab.shelfMeans.${rule}`)}</p>
          <div class="lab-fields">
            {rule === 'shelfPrices' &&
              classes.map((name, at) => (
                <ListField key={name} list="rules.shelfPrices.spread" at={at} kind="share" label={t('lab.pathOfClass', { name: t('lab.path.rules.shelfPrices.spread'), class: name })} fallback={usualSpread} />
              ))}
            {fields.map(({ tail, kind }) => (
              <Field key={tail} path={`rules.${tail}`} kind={kind} />
            ))}
          </div>
        </fieldset>
      ))}
      {listAt(scenario, 'regions').map((_, index) => (
        <fieldset key={index} class="lab-set">
          <legend>{t('lab.figureOf', { measure: t('lab.shelf.coverage'), region: nameOf(scenario, index) })}</legend>
          <p class="hint">{t('lab.shelfMeans.coverage')}</p>
          <div class="lab-fields">
            {coverageFields.map(({ tail, kind }) => (
              <Field key={tail} path={`regions[${index}].${tail}`} kind={kind} />
            ))}
          </div>
        </fieldset>
      ))}
    </details>
  );
}

function nameOf(scenario: JsonObject, index: number): string {
  return regionName(String(valueAt(scenario, `regions[${index}].id`) ?? index + 1));
}
