import { useContext, useState } from 'preact/hooks';
import { number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { censusPrefix, fileProblems, keepCensus, useKnownCensuses } from '../candidates/censuses';
import { EditingContext } from './editing';
import { valueAt } from './scenarioPath';

/** A census of a region's outlets instead of made-up ones. */
export function CensusChoice({ path }: { path: string }) {
  const { scenario, set } = useContext(EditingContext)!;
  const known = useKnownCensuses();
  const [wrong, setWrong] = useState<string | null>(null);
  const file = valueAt(scenario, `${path}.file`);
  const census = (known.value ?? []).find((each) => file === `${censusPrefix}${each.census}`);
  const take = async (chosen: File) => {
    setWrong(null);
    try {
      const kept = await keepCensus(chosen);
      known.reload();
      set(path, { file: `${censusPrefix}${kept.census}` });
    } catch (problem) {
      setWrong(fileProblems(chosen.name, problem));
    }
  };
  return (
    <>
      <label class="lab-inline">
        <span>{t('lab.censusFile')}</span>
        <input
          type="file"
          accept=".csv,text/csv"
          data-testid="lab-region-census"
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0];
            if (chosen) void take(chosen);
          }}
        />
        {census && <span class="muted">{t('lab.outletsFromFile', { count: census.terminals, value: number(census.terminals), file: census.name })}</span>}
      </label>
      {wrong && (
        <p class="problem lab-lines" role="alert">
          {wrong}
        </p>
      )}
    </>
  );
}
