import { labPath } from '../api/lab';
import { number } from '../i18n/format';
import { t } from '../i18n/i18n';
import type { LabArea } from '../shell/router';
import { useRemote } from '../ui/useRemote';
import { regionsOfQuestion } from './candidates/candidates';
import { useDraft } from './candidates/useDraft';

type List = readonly unknown[];

/** The way from a market that works to a plan of waves, and how far one has come on it. */
export function PathGuide() {
  const draft = useDraft();
  const lengthOf = (list: List | null) => list?.length ?? 0;
  const steps: readonly { area: Exclude<LabArea, 'compare'>; done: number }[] = [
    { area: 'scenarios', done: lengthOf(useRemote<List>(`${labPath}/scenarios`).value) },
    { area: 'calibrations', done: lengthOf(useRemote<List>(`${labPath}/calibrations`).value) },
    { area: 'runs', done: lengthOf(useRemote<List>(`${labPath}/runs`).value) },
    { area: 'templates', done: lengthOf(useRemote<List>(`${labPath}/templates`).value) },
    { area: 'scorecard', done: draft.candidates.value ? regionsOfQuestion(draft.candidates.value.scenario).length : 0 },
    { area: 'waves', done: lengthOf(useRemote<List>(`${labPath}/expansions`).value) },
  ];
  return (
    <ol class="lab-path" aria-label={t('lab.wayThrough')} data-testid="lab-path-guide">
      {steps.map(({ area, done }, index) => (
        <li key={area} class={done > 0 ? 'is-done' : ''}>
          <a href={`/lab/${area}`}>
            <span class="lab-path-number" aria-hidden="true">
              {index + 1}
            </span>
            <strong>{t(`lab.step.${area}`)}</strong>
            <span class="lab-thin">{done > 0 ? t('lab.stepDone', { value: number(done) }) : t('lab.stepOpen')}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}
