import type { RunState } from '../../api/lab';
import { t } from '../../i18n/i18n';

const looks: Partial<Record<RunState, string>> = { done: 'chip-published', running: 'chip-proposal', waiting: 'chip-proposal', failed: 'chip-late', interrupted: 'chip-late' };

export function StateChip({ state }: { state: RunState }) {
  return (
    <span class={`chip ${looks[state] ?? ''}`} data-testid="lab-run-state" data-state={state}>
      {t(`lab.state.${state}`)}
    </span>
  );
}
