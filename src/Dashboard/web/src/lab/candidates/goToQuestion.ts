import type { ScenarioProblem } from '../../api/lab';
import { focusPath } from '../scenarios/fieldOf';

/** To the field of the question that is wrong, or to its JSON where it has none. */
export function goToQuestion(problem: ScenarioProblem): void {
  if (focusPath(problem.field?.replace(/^\$\./, ''))) return;
  const json = document.querySelector<HTMLTextAreaElement>('[data-testid="lab-expansion-json"]');
  for (let part = json?.closest('details'); part; part = part.parentElement?.closest('details')) part.setAttribute('open', '');
  json?.focus();
}
