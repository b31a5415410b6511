import { useState } from 'preact/hooks';
import type { Expansion, RegionScore, ScorecardAnswer } from '../../api/expansion';
import { BadRequest, get, post } from '../../api/client';
import { labPath, type ScenarioProblem } from '../../api/lab';
import { explain } from '../../i18n/codes';
import { t } from '../../i18n/i18n';
import { Busy, Empty } from '../../ui/states';
import { useRemote } from '../../ui/useRemote';
import { CandidatesPanel } from '../candidates/CandidatesPanel';
import { goToQuestion } from '../candidates/goToQuestion';
import { draft } from '../candidates/useDraft';
import { ProblemList } from '../ProblemList';
import { withValue } from '../scenarios/scenarioPath';
import { RegionCard } from './RegionCard';
import { ScoreTable } from './ScoreTable';
import { rank, weightsOf, type Weights } from './weights';

/** Market selection (市场选择): candidates ranked by weighted criteria, each score with its raw figure and formula. */
export function ScorecardPage({ template }: { template: string | null }) {
  const expansions = useRemote<Expansion[]>(`${labPath}/expansions`);
  const ended = (expansions.value ?? []).filter((each) => each.state === 'done' || each.state === 'stopped');
  const [regions, setRegions] = useState<readonly RegionScore[] | null>(null);
  const [weights, setWeights] = useState<Weights>({});
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [problems, setProblems] = useState<readonly ScenarioProblem[]>([]);
  const ask = async (task: () => Promise<readonly RegionScore[]>) => {
    setBusy(true);
    setError(null);
    setProblems([]);
    try {
      const found = await task();
      setRegions(found);
      setWeights(weightsOf(found));
    } catch (problem) {
      if (problem instanceof BadRequest) setProblems(problem.problems);
      else setError(problem);
    } finally {
      setBusy(false);
    }
  };
  const loaded = draft.candidates.value;
  const score = () =>
    ask(async () => {
      const { scenario, ...rest } = draft.candidates.peek()!;
      // Weights that were turned here go along, so that the gate is held to the same score.
      const asked = Object.entries(weights).reduce((all, [criterion, weight]) => withValue(all, `selection.weights.${criterion}`, weight), scenario);
      return (await post<ScorecardAnswer>(`${labPath}/scorecard`, { scenario: asked, ...rest })).regions;
    });
  const open = (id: string) => ask(async () => (await get<Expansion>(`${labPath}/expansions/${encodeURIComponent(id)}`)).plan?.regions ?? []);
  return (
    <>
      <div class="page-head">
        <h1>{t('lab.area.scorecard')}</h1>
      </div>
      <p class="muted">{t('lab.scorecardIntro')}</p>
      <CandidatesPanel template={template} problems={problems} />
      <div class="lab-bar">
        <button type="button" class="button button-primary" disabled={busy || loaded === null} data-testid="lab-score" onClick={() => void score()}>
          {t('lab.scoreNow')}
        </button>
        {regions !== null && (
          <a class="button" href="/lab/waves">
            {t('lab.planThese')}
          </a>
        )}
        <label class="lab-inline">
          <span>{t('lab.orOfPlan')}</span>
          <select value="" disabled={ended.length === 0} onChange={(event) => event.currentTarget.value && void open(event.currentTarget.value)}>
            <option value="">{t(ended.length === 0 ? 'lab.noPlan' : 'lab.choosePlan')}</option>
            {ended.map((each) => (
              <option key={each.expansion} value={each.expansion}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
      </div>
      {busy && <Busy />}
      {problems.length > 0 && <ProblemList problems={problems} onGo={goToQuestion} />}
      {error !== null && (
        <p class="problem" role="alert">
          {explain(error)}
        </p>
      )}
      {regions === null && !busy && <Empty>{t('lab.noScorecard')}</Empty>}
      {regions && <Scored regions={regions} weights={weights} onWeights={setWeights} />}
    </>
  );
}

function Scored({ regions, weights, onWeights }: { regions: readonly RegionScore[]; weights: Weights; onWeights: (weights: Weights) => void }) {
  const ranked = rank(regions, weights);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = ranked.find((each) => each.region.region === chosen) ?? ranked[0];
  return (
    <div class="lab-result">
      <ScoreTable ranked={ranked} weights={weights} onWeights={onWeights} chosen={shown?.region.region ?? null} onChoose={setChosen} />
      {shown && <RegionCard key={shown.region.region} ranked={shown} weights={weights} />}
    </div>
  );
}
