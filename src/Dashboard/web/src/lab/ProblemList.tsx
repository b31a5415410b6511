import type { ScenarioProblem } from '../api/lab';
import { t } from '../i18n/i18n';
import { problemText } from './problems';

interface Props {
  problems: readonly ScenarioProblem[];
  onGo: (problem: ScenarioProblem) => void;
}

/** Everything that is wrong with a scenario, each a way to its field. */
export function ProblemList({ problems, onGo }: Props) {
  return (
    <div class="problem" role="alert" data-testid="lab-problems" data-count={problems.length}>
      <strong>{t('lab.problems', { count: problems.length, value: problems.length })}</strong>
      <ul class="lab-problems">
        {problems.map((problem, index) => (
          <li key={index}>
            <button type="button" class="link" data-testid="lab-problem" data-path={problem.field ?? ''} onClick={() => onGo(problem)}>
              <code>{problem.field ?? t('lab.wholeScenario')}</code>
            </button>
            <span>
              {problemText(problem)}
              {problem.value && ` ${t('lab.found', { value: problem.value })}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
