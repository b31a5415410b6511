import { useContext } from 'preact/hooks';
import type { Json } from '../../api/lab';
import { t } from '../../i18n/i18n';
import { productName } from '../../region/names';
import { Icon } from '../../ui/icons';
import { EditingContext } from './editing';
import { Field } from './Field';
import { priceFields, promotionFields } from './fields';
import { valueAt } from './scenarioPath';

/** A product's prices and promotions. */
export function ProductFields({ index }: { index: number }) {
  const { scenario, set } = useContext(EditingContext)!;
  const path = `products[${index}]`;
  const id = valueAt(scenario, `${path}.id`);
  const promotions = valueAt(scenario, `${path}.promotions`);
  const list = Array.isArray(promotions) ? (promotions as readonly Json[]) : [];
  const firstDay = typeof scenario.firstDay === 'string' ? scenario.firstDay : '';
  const change = (next: readonly Json[]) => set(`${path}.promotions`, next.length === 0 ? undefined : next);
  return (
    <details class="lab-fold">
      <summary>{t('lab.product', { id: productName(String(id ?? index + 1)) })}</summary>
      <div class="lab-fields">
        {priceFields.map(({ tail, kind }) => (
          <Field key={tail} path={`${path}.${tail}`} kind={kind} />
        ))}
      </div>
      {list.map((_, at) => (
        <fieldset key={at} class="lab-row">
          <legend>{t('lab.promotion', { number: at + 1 })}</legend>
          <div class="lab-fields">
            {promotionFields.map(({ tail, kind }) => (
              <Field key={tail} path={`${path}.promotions[${at}].${tail}`} kind={kind} required={kind === 'date'} />
            ))}
          </div>
          <button type="button" class="icon-button" aria-label={t('lab.dropPromotion', { number: at + 1 })} onClick={() => change(list.filter((_each, other) => other !== at))}>
            <Icon name="close" />
          </button>
        </fieldset>
      ))}
      <button type="button" class="button" onClick={() => change([...list, { from: firstDay, until: firstDay, uplift: 0.3 }])}>
        {t('lab.addPromotion')}
      </button>
    </details>
  );
}
