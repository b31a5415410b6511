import type { Candidates } from '../../api/expansion';
import type { Json } from '../../api/lab';
import { number, percent, wholeMoney } from '../../i18n/format';
import { knows, t } from '../../i18n/i18n';
import { useKnownCensuses, sourceOf } from '../candidates/censuses';
import { sourceText } from '../candidates/sourceText';
import { regionsOfQuestion } from '../candidates/candidates';
import { planningFields, usualOf } from '../candidates/questionFields';
import { pathName } from '../pathName';
import type { FieldSpec } from '../scenarios/fields';
import { isObject, valueAt } from '../scenarios/scenarioPath';

/** What was asked, beside what was answered. */
export function QuestionView({ question }: { question: Candidates }) {
  const known = useKnownCensuses();
  const template = valueAt(question.scenario, 'template');
  const fields = planningFields.flatMap((group) => group.fields).filter((field) => field.tail !== 'name');
  return (
    <details class="lab-part" data-testid="lab-question">
      <summary>{t('lab.whatWasAsked')}</summary>
      <div class="lab-columns">
        <dl class="facts lab-facts">
          {isObject(template) && typeof template.name === 'string' && (
            <div>
              <dt>{t('lab.template')}</dt>
              <dd class="right">{template.name}</dd>
            </div>
          )}
          {fields.map((field) => {
            const given = valueAt(question.scenario, field.tail);
            const value = given ?? usualOf(field.tail);
            return value === undefined ? null : (
              <div key={field.tail}>
                <dt>{pathName(field.tail)}</dt>
                <dd class={`right ${given === undefined ? 'muted' : ''}`}>{given === undefined ? t('lab.usual', { value: written(field, value) }) : written(field, value)}</dd>
              </div>
            );
          })}
        </dl>
        <dl class="facts lab-facts">
          {regionsOfQuestion(question.scenario).map((region, index) => (
            <div key={index}>
              <dt>{isObject(region) ? String(region.name ?? region.id) : index + 1}</dt>
              <dd class="right">{sourceText(sourceOf(question, index, known.value ?? []))}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}

function written({ kind }: FieldSpec, value: Json): string {
  if (typeof value !== 'number') {
    const key = `lab.choice.${String(value)}`;
    return knows(key) ? t(key) : String(value);
  }
  return kind === 'money' ? wholeMoney(value) : kind === 'share' ? percent(value) : number(value);
}
