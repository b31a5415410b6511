import { newCommandId, post } from '../../api/client';
import { labPath, type LabRun } from '../../api/lab';
import { explain } from '../../i18n/codes';
import { dayAndTime, number, percent } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { navigate } from '../../shell/router';
import { Busy, Failed } from '../../ui/states';
import { useTask } from '../../ui/useTask';
import { TornadoView } from '../compare/TornadoView';
import { ResultView } from '../compare/ResultView';
import { HeadlineTable } from './HeadlineTable';
import { ProgressBar } from './ProgressBar';
import { hasResult, isOver } from './runProgress';
import { StateChip } from './StateChip';
import { useRun } from './useRun';

/** A run while it goes on, and what came of it. */
export function RunPage({ id }: { id: string }) {
  const run = useRun(id);
  if (run.value === null) return run.error === null ? <Busy /> : <Failed text={explain(run.error)} onRetry={run.reload} />;
  return (
    <>
      <Monitor run={run.value} onChanged={run.reload} />
      {run.error !== null && <Failed text={explain(run.error)} onRetry={run.reload} />}
      {hasResult(run.value) && (run.value.sensitivity ? <TornadoView run={run.value} /> : <ResultView run={run.value} />)}
    </>
  );
}

function Monitor({ run, onChanged }: { run: LabRun; onChanged: () => void }) {
  const over = isOver(run.state);
  const { busy, run: act } = useTask();
  const path = `${labPath}/runs/${encodeURIComponent(run.run)}`;
  const stop = () =>
    act(async () => {
      await post(`${path}/stop`, { commandId: newCommandId() });
      onChanged();
    });
  const again = () =>
    act(async () => {
      const next = await post<{ run: string }>(`${path}/again`, { commandId: newCommandId() });
      navigate(`/lab/runs/${encodeURIComponent(next.run)}`);
    });
  return (
    <section class="lab-monitor" aria-label={t('lab.runOf', { name: run.name, version: run.version })} data-testid="lab-monitor" data-state={run.state}>
      <div class="page-head">
        <h1>{t('lab.runOf', { name: run.name, version: run.version })}</h1>
        <StateChip state={run.state} />
        {!over && (
          <button type="button" class="button" disabled={busy} data-testid="lab-stop" onClick={() => void stop()}>
            {t('lab.stop')}
          </button>
        )}
        {over && (
          <button type="button" class={`button ${run.state === 'interrupted' ? 'button-primary' : ''}`} disabled={busy} data-testid="lab-again" onClick={() => void again()}>
            {t('lab.again')}
          </button>
        )}
        <a class="button button-quiet" href={`/lab/scenarios/${encodeURIComponent(run.scenario)}`}>
          {t('lab.scenario')}
        </a>
      </div>
      <ProgressBar run={run} />
      <p class="muted">
        {[
          over ? t('lab.finishedAll', { value: number(run.finished) }) : t('lab.finishedOf', { value: number(run.finished), of: number(run.replications), variant: run.variant + 1, variants: run.variants }),
          t('lab.failedCount', { value: number(run.failedReplications) }),
          t('lab.seedOf', { seed: run.seed }),
          ...(run.antithetic ? [t('lab.isAntithetic')] : []),
          ...(run.within === null ? [] : [t('lab.withinOf', { value: percent(run.within) })]),
          t('lab.seconds', { value: number(Math.round(run.seconds)) }),
          dayAndTime(run.at),
        ].join(' · ')}
      </p>
      {run.state === 'interrupted' && <p class="lab-note">{t('lab.interruptedHint')}</p>}
      {run.error && (
        <p class="problem" role="alert">
          {t('lab.failedWith', { error: run.error })}
        </p>
      )}
      {!over && run.figures.length > 0 && <HeadlineTable figures={run.figures} />}
    </section>
  );
}
