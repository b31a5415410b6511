import type { Candidates } from '../../api/expansion';
import { newCommandId, post } from '../../api/client';
import { labPath } from '../../api/lab';
import { explain } from '../../i18n/codes';
import { dayAndTime, number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { navigate } from '../../shell/router';
import { Busy, Failed } from '../../ui/states';
import { useRemote } from '../../ui/useRemote';
import { useTask } from '../../ui/useTask';
import { useDraft } from '../candidates/useDraft';
import { isOver } from '../jobs/jobState';
import { StateChip } from '../jobs/StateChip';
import { objectiveText } from './objective';
import { PlanView } from './PlanView';
import { QuestionView } from './QuestionView';
import { useExpansion } from './useExpansion';

/** A search for a plan of waves while it goes on, and its plan. */
export function WavePage({ id }: { id: string }) {
  const path = `${labPath}/expansions/${encodeURIComponent(id)}`;
  const found = useExpansion(id);
  const question = useRemote<Candidates>(`${path}/question`);
  const draft = useDraft();
  const { busy, run } = useTask();
  if (found.value === null) return found.error === null ? <Busy /> : <Failed text={explain(found.error)} onRetry={found.reload} />;
  const each = found.value;
  const stop = () =>
    run(async () => {
      await post(`${path}/stop`, { commandId: newCommandId() });
      found.reload();
    });
  return (
    <>
      <section class="lab-monitor" aria-label={each.name} data-testid="lab-expansion" data-state={each.state}>
        <div class="page-head">
          <h1>{each.name}</h1>
          <StateChip state={each.state} />
          {!isOver(each.state) && (
            <button type="button" class="button" disabled={busy} data-testid="lab-stop-waves" onClick={() => void stop()}>
              {t('lab.stop')}
            </button>
          )}
          {question.value && (
            <button
              type="button"
              class="button"
              data-testid="lab-ask-anew"
              onClick={() => {
                draft.put(question.value);
                navigate('/lab/waves');
              }}
            >
              {t('lab.askAnew')}
            </button>
          )}
          {each.plan && (
            <a class="button" href={`${path}/waves.csv`} download>
              {t('lab.wavesCsv')}
            </a>
          )}
        </div>
        {!isOver(each.state) && (
          <span class="lab-progress">
            <progress max={Math.max(1, each.mostIterations)} value={each.iterations} aria-label={t('lab.progressOf', { name: each.name })} />
          </span>
        )}
        <p class="muted">
          {[
            ...(each.phase === 'outlooks' && !isOver(each.state) ? [t('lab.outlooksOf', { value: number(each.outlooks ?? 0), of: number(each.regions) })] : []),
            t('lab.iterationsOf', { value: number(each.iterations), of: number(each.mostIterations) }),
            t('lab.bestSoFar', { value: objectiveText(each.goal, each.objective) }),
            t('lab.seedOf', { seed: each.seed }),
            t('lab.seconds', { value: number(Math.round(each.seconds)) }),
            dayAndTime(each.at),
          ].join(' · ')}
        </p>
        {each.state === 'interrupted' && <p class="lab-note">{t('lab.interruptedWaves')}</p>}
        {each.error && (
          <p class="problem" role="alert">
            {t('lab.failedWith', { error: each.error })}
          </p>
        )}
      </section>
      {each.plan && <PlanView plan={each.plan} />}
      {question.value && <QuestionView question={question.value} />}
    </>
  );
}
