import type { ScenarioSummary } from '../../api/lab';
import { t } from '../../i18n/i18n';

interface Props {
  scenarios: readonly ScenarioSummary[];
  chosen: string;
  testId: string;
  onChoose: (id: string) => void;
}

export function ScenarioChoice({ scenarios, chosen, testId, onChoose }: Props) {
  return (
    <label class="labelled lab-wide">
      <span>{t('lab.scenario')}</span>
      <select value={chosen} data-testid={testId} onChange={(event) => onChoose(event.currentTarget.value)}>
        {scenarios.map((each) => (
          <option key={each.id} value={each.id}>
            {t('lab.runOf', { name: each.name, version: each.version })}
          </option>
        ))}
      </select>
    </label>
  );
}
