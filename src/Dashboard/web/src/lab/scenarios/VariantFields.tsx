import { useContext, useMemo, useState } from 'preact/hooks';
import type { Json } from '../../api/lab';
import { t } from '../../i18n/i18n';
import { Icon } from '../../ui/icons';
import { pathName } from '../pathName';
import { EditingContext } from './editing';
import { fieldId } from './fieldOf';
import { KnownPathsContext, PathPicker } from './PathPicker';
import { readValue, writeValue } from './knownPaths';
import { isObject, valueAt } from './scenarioPath';

/** Variants (对比方案): the scenario with some values changed, run under the same luck. */
export function VariantFields() {
  const { scenario, set } = useContext(EditingContext)!;
  const list = Array.isArray(scenario.variants) ? (scenario.variants as readonly Json[]) : [];
  const change = (next: readonly Json[]) => set('variants', next.length === 0 ? undefined : next);
  return (
    <details class="lab-part" open>
      <summary>{t('lab.variants')}</summary>
      <p class="muted">{t('lab.variantsHint')}</p>
      {list.map((_, index) => (
        <Variant key={index} index={index} onDrop={() => change(list.filter((_each, other) => other !== index))} />
      ))}
      <button type="button" class="button" data-testid="lab-add-variant" onClick={() => change([...list, { name: t('lab.variantName', { number: list.length + 1 }), set: {} }])}>
        {t('lab.addVariant')}
      </button>
    </details>
  );
}

function Variant({ index, onDrop }: { index: number; onDrop: () => void }) {
  const { scenario, set } = useContext(EditingContext)!;
  const known = useContext(KnownPathsContext);
  const path = `variants[${index}]`;
  const name = valueAt(scenario, `${path}.name`);
  const given = valueAt(scenario, `${path}.set`);
  const changes = Object.entries(isObject(given) ? given : {});
  const free = useMemo(() => known.filter((each) => !changes.some(([place]) => place === each.path)), [known, given]);
  const put = (entries: readonly (readonly [string, Json])[]) => set(`${path}.set`, Object.fromEntries(entries));
  return (
    <fieldset class="lab-set" data-testid="lab-variant">
      <legend>{t('lab.variantOf', { number: index + 1 })}</legend>
      <div class="lab-row">
        <label class="labelled">
          <span>{t('column.name')}</span>
          <input id={fieldId(`${path}.name`)} type="text" required value={typeof name === 'string' ? name : ''} onInput={(event) => set(`${path}.name`, event.currentTarget.value)} />
        </label>
        <button type="button" class="icon-button" aria-label={t('lab.dropVariant', { name: String(name) })} onClick={onDrop}>
          <Icon name="close" />
        </button>
      </div>
      {changes.map(([place, value]) => (
        <div key={place} class="lab-row lab-change" data-testid="lab-change" data-path={place}>
          <label class="labelled">
            <span>
              {pathName(place, scenario)} <code>{place}</code>
            </span>
            <ValueInput id={fieldId(`${path}:${place}`)} value={value} onValue={(next) => put(changes.map(([other, old]) => [other, other === place ? next : old]))} />
          </label>
          <button
            type="button"
            class="icon-button"
            aria-label={t('lab.dropChange', { path: place })}
            onClick={() => put(changes.filter(([other]) => other !== place))}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      <PathPicker
        label={t('lab.addChange')}
        paths={free}
        onPick={(place, value) => put([...changes, [place, value ?? 0]])}
        id={fieldId(`${path}.set`)}
      />
    </fieldset>
  );
}

function ValueInput({ id, value, onValue }: { id: string; value: Json; onValue: (value: Json) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      id={id}
      type="text"
      value={typed ?? writeValue(value)}
      onBlur={() => setTyped(null)}
      onInput={(event) => {
        setTyped(event.currentTarget.value);
        onValue(readValue(event.currentTarget.value));
      }}
    />
  );
}
