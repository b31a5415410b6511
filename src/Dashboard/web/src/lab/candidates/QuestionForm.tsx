import { useContext } from 'preact/hooks';
import { t } from '../../i18n/i18n';
import { EditingContext } from '../scenarios/editing';
import { Field } from '../scenarios/Field';
import { planningFields } from './questionFields';
import { regionsOfQuestion } from './candidates';
import { CandidateRegion } from './CandidateRegion';
import type { CensusSource } from './censuses';

interface Props {
  sourceOf: (index: number) => CensusSource;
  onCensus: (index: number, file: File) => void;
}

/** The question in fields: what there is to expand with, what is sought, and what is known of each candidate. */
export function QuestionForm({ sourceOf, onCensus }: Props) {
  const { scenario } = useContext(EditingContext)!;
  return (
    <>
      {planningFields.map(({ title, fields }) => (
        <fieldset key={title} class="lab-set">
          <legend>{t(`lab.question.${title}`)}</legend>
          <div class="lab-fields">
            {fields.map(({ tail, kind, choices }) => (
              <Field key={tail} path={tail} kind={kind} choices={choices} />
            ))}
          </div>
        </fieldset>
      ))}
      <fieldset class="lab-set">
        <legend>{t('lab.candidateRegions')}</legend>
        <p class="hint">{t('lab.candidateRegionsHint')}</p>
        {regionsOfQuestion(scenario).map((_, index) => (
          <CandidateRegion key={index} index={index} source={sourceOf(index)} onCensus={(file) => onCensus(index, file)} />
        ))}
      </fieldset>
    </>
  );
}
