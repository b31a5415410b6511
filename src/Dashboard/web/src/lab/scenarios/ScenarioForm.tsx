import { useContext } from 'preact/hooks';
import { number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { EditingContext } from './editing';
import { Field } from './Field';
import { ruleFields } from './fields';
import { ProductFields } from './ProductFields';
import { RegionFields } from './RegionFields';
import { listAt } from './scenarioPath';
import { ShelfFields } from './ShelfFields';
import { VariantFields } from './VariantFields';

/** The usual knobs of a scenario as fields; everything else is in its JSON. */
export function ScenarioForm() {
  const { scenario } = useContext(EditingContext)!;
  const products = listAt(scenario, 'products');
  return (
    <div class="lab-form">
      <div class="lab-fields">
        <Field path="name" kind="text" required />
        <Field path="firstDay" kind="date" required />
        <Field path="days" kind="whole" required />
      </div>
      {listAt(scenario, 'regions').map((_, index) => (
        <RegionFields key={index} index={index} />
      ))}
      <VariantFields />
      <details class="lab-part" open={products.length === 1}>
        <summary>{t('lab.productCount', { count: products.length, value: number(products.length) })}</summary>
        {products.map((_, index) => (
          <ProductFields key={index} index={index} />
        ))}
      </details>
      <details class="lab-part" open>
        <summary>{t('lab.rules')}</summary>
        <div class="lab-fields">
          {ruleFields.map(({ tail, kind, choices }) => (
            <Field key={tail} path={`rules.${tail}`} kind={kind} choices={choices} />
          ))}
        </div>
      </details>
      <ShelfFields />
    </div>
  );
}
