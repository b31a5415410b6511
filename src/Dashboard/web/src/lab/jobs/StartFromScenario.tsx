import type { ComponentChildren } from 'preact';
import { labPath, type ScenarioSummary } from '../../api/lab';
import { explain } from '../../i18n/codes';
import { t } from '../../i18n/i18n';
import { Empty, Failed } from '../../ui/states';
import { useRemote } from '../../ui/useRemote';

/** The form for a job that is made of a scenario; says the way to one where there is none. */
export function StartFromScenario({ children }: { children: (scenarios: readonly ScenarioSummary[]) => ComponentChildren }) {
  const scenarios = useRemote<ScenarioSummary[]>(`${labPath}/scenarios`);
  return (
    <>
      {scenarios.error !== null && <Failed text={explain(scenarios.error)} onRetry={scenarios.reload} />}
      {scenarios.value?.length === 0 && (
        <Empty>
          {t('lab.noScenarios')} <a href="/lab/scenarios">{t('lab.area.scenarios')}</a>
        </Empty>
      )}
      {scenarios.value && scenarios.value.length > 0 && children(scenarios.value)}
    </>
  );
}
