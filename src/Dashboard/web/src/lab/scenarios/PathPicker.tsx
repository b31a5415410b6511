import { createContext } from 'preact';
import { useContext, useId, useState } from 'preact/hooks';
import type { Json, JsonObject } from '../../api/lab';
import { t } from '../../i18n/i18n';
import { pathName } from '../pathName';
import { EditingContext } from './editing';
import type { KnownPath } from './knownPaths';
import { valueName } from './valueName';
import { stepsOf } from './scenarioPath';

export const KnownPathsContext = createContext<readonly KnownPath[]>([]);

interface Props {
  label: string;
  paths: readonly KnownPath[];
  onPick: (path: string, value: Json | undefined) => void;
  id?: string;
  /** For the names of regions and products, where no editor is around. */
  scenario?: JsonObject | null;
}

/** Takes one of the paths that a scenario has, found by its words or typed as it is written. */
export function PathPicker({ label, paths, onPick, id, scenario: given = null }: Props) {
  const scenario = useContext(EditingContext)?.scenario ?? given;
  const [text, setText] = useState('');
  const own = useId();
  const wanted = text.trim();
  const pick = () => {
    if (wanted === '' || stepsOf(wanted) === null) return;
    onPick(wanted, paths.find((each) => each.path === wanted)?.value);
    setText('');
  };
  return (
    <div class="lab-row lab-picker">
      <label class="labelled">
        <span>{label}</span>
        <input
          id={id}
          type="text"
          list={`${own}-paths`}
          autocomplete="off"
          spellcheck={false}
          placeholder={t('lab.pathHint')}
          value={text}
          data-testid="lab-path"
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            pick();
          }}
        />
        <datalist id={`${own}-paths`}>
          {paths.map(({ path, value }) => (
            <option key={path} value={path}>
              {pathName(path, scenario) === path ? valueName(value) : t('lab.pathNow', { name: pathName(path, scenario), value: valueName(value) })}
            </option>
          ))}
        </datalist>
      </label>
      <button type="button" class="button" disabled={wanted === '' || stepsOf(wanted) === null} data-testid="lab-add-path" onClick={pick}>
        {t('lab.add')}
      </button>
    </div>
  );
}
