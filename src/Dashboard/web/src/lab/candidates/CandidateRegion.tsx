import { useContext } from 'preact/hooks';
import { t } from '../../i18n/i18n';
import { EditingContext } from '../scenarios/editing';
import { Field } from '../scenarios/Field';
import { fieldId } from '../scenarios/fieldOf';
import { valueAt } from '../scenarios/scenarioPath';
import type { CensusSource } from './censuses';
import { candidateFields } from './questionFields';
import { sourceText } from './sourceText';

interface Props {
  index: number;
  source: CensusSource;
  onCensus: (file: File) => void;
}

/** One candidate: where its outlets come from, what is known of it, and when it may start. */
export function CandidateRegion({ index, source, onCensus }: Props) {
  const { scenario, set, problems } = useContext(EditingContext)!;
  const path = `regions[${index}]`;
  const id = String(valueAt(scenario, `${path}.id`) ?? index + 1);
  const name = String(valueAt(scenario, `${path}.name`) ?? id);
  const isWrong = problems.some((problem) => problem.field?.startsWith(path));
  return (
    <details class="lab-fold" data-testid="lab-candidate" data-region={id}>
      <summary>
        <strong>{name}</strong>
        <span class={source.kind === 'missing' ? 'warning-text' : 'muted'}>{sourceText(source)}</span>
        {valueAt(scenario, `${path}.required`) === true && <span class="chip">{t('lab.required')}</span>}
        {isWrong && <span class="chip chip-late">{t('lab.wrong')}</span>}
      </summary>
      <div class="lab-fields">
        <Field path={`${path}.name`} kind="text" required />
        <label class="labelled">
          <span>{t('lab.censusFile')}</span>
          <input
            id={fieldId(`${path}.census`)}
            type="file"
            accept=".csv,text/csv"
            data-testid="lab-census-file"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) onCensus(file);
            }}
          />
        </label>
        <label class="check">
          <input type="checkbox" checked={valueAt(scenario, `${path}.required`) === true} onChange={(event) => set(`${path}.required`, event.currentTarget.checked ? true : undefined)} />
          {t('lab.requiredRegion')}
        </label>
      </div>
      {candidateFields.map(({ title, fields }) => (
        <fieldset key={title} class="lab-set">
          <legend>{t(`lab.known.${title}`)}</legend>
          <div class="lab-fields">
            {fields.map(({ tail, kind }) => (
              <Field key={tail} path={`${path}.${tail}`} kind={kind} />
            ))}
          </div>
        </fieldset>
      ))}
      <div class="lab-bar">
        <button type="button" class="button" onClick={() => set(path, undefined)}>
          {t('lab.dropRegion', { name })}
        </button>
      </div>
    </details>
  );
}
