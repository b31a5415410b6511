import { useEffect, useState } from 'preact/hooks';
import { post } from '../../api/client';
import { labPath, type JsonObject, type ScenarioCheck } from '../../api/lab';

/** What a scenario leaves at the lab's usual values; null while that is not known, and where the scenario is wrong. */
export function useUsualValues(scenario: JsonObject | null): ScenarioCheck | null {
  const [found, setFound] = useState<{ scenario: JsonObject; check: ScenarioCheck } | null>(null);
  useEffect(() => {
    if (scenario === null) return;
    let gone = false;
    post<ScenarioCheck>(`${labPath}/scenarios/check`, { scenario }).then(
      (check) => !gone && setFound({ scenario, check }),
      // What is wrong with it is said when it is used.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [scenario]);
  return found !== null && found.scenario === scenario ? found.check : null;
}
