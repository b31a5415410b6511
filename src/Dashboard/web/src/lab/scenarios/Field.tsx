import { useContext, useState } from 'preact/hooks';
import type { Json } from '../../api/lab';
import { currencySymbol } from '../../i18n/format';
import { knows, t } from '../../i18n/i18n';
import { problemText } from '../problems';
import { EditingContext } from './editing';
import { fieldId } from './fieldOf';
import { kindOfPath, type FieldSpec } from './fields';
import { valueAt } from './scenarioPath';
import { choiceName } from './valueName';

interface Props {
  path: string;
  kind: FieldSpec['kind'];
  choices?: readonly string[];
  label?: string;
  required?: boolean;
  /** For elements of lists, which are not set by their path alone. */
  onValue?: (value: number | undefined) => void;
}

const percentOf = (value: number) => Math.round(value * 1e8) / 1e6;

/** One value of the scenario; left empty it is the usual one, which stands in grey. */
export function Field({ path, kind, choices, label, required = false, onValue }: Props) {
  const editing = useContext(EditingContext)!;
  const [typed, setTyped] = useState<string | null>(null);
  const value = valueAt(editing.scenario, path);
  const usual = editing.usual(path);
  const wrong = editing.problems.find((problem) => problem.field === path);
  const id = fieldId(path);
  const set = (text: string) => {
    setTyped(text);
    if (kind === 'text' || kind === 'date' || kind === 'choice') return editing.set(path, text === '' && !required ? undefined : text);
    const number = Number(text);
    if (text === '') return onValue ? onValue(undefined) : editing.set(path, undefined);
    if (!Number.isFinite(number)) return undefined;
    const next = kind === 'share' ? Math.round(number * 1e6) / 1e8 : number;
    return onValue ? onValue(next) : editing.set(path, next);
  };
  const shown = typed ?? written(value, kind);
  const common = {
    id,
    'aria-invalid': wrong ? true : undefined,
    'aria-describedby': wrong ? `${id}-wrong` : undefined,
    onBlur: () => setTyped(null),
  };
  return (
    <div class={`labelled lab-field ${kind === 'choice' ? 'lab-wide' : ''}`}>
      <label for={id}>
        {label ?? labelOf(path)}
        {kind === 'share' && ' (%)'}
        {kind === 'money' && ` (${currencySymbol.value})`}
      </label>
      {kind === 'choice' ? (
        <select {...common} value={shown} onChange={(event) => set(event.currentTarget.value)}>
          <option value="">{typeof usual === 'string' ? t('lab.usual', { value: choiceName(usual) }) : t('lab.usualValue')}</option>
          {choices?.map((choice) => (
            <option key={choice} value={choice}>
              {choiceName(choice)}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          // One element for all three: the types would have one branch for each.
          type={(kind === 'text' || kind === 'date' ? kind : 'number') as 'text'}
          step={kind === 'whole' ? 1 : 'any'}
          required={required}
          placeholder={usual === undefined ? undefined : t('lab.usual', { value: written(usual, kind) })}
          value={shown}
          onInput={(event) => set(event.currentTarget.value)}
        />
      )}
      {wrong && (
        <span class="lab-wrong" id={`${id}-wrong`}>
          {problemText(wrong)}
        </span>
      )}
    </div>
  );
}

function written(value: Json | undefined, kind: FieldSpec['kind']): string {
  if (value === undefined || value === null || typeof value === 'object') return '';
  return kind === 'share' && typeof value === 'number' ? String(percentOf(value)) : String(value);
}

function labelOf(path: string): string {
  const key = `lab.path.${kindOfPath(path)}`;
  return knows(key) ? t(key) : path;
}
