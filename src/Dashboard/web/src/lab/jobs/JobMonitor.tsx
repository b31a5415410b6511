import type { ComponentChildren } from 'preact';
import { newCommandId, post } from '../../api/client';
import { labPath, type RunState } from '../../api/lab';
import { t } from '../../i18n/i18n';
import { navigate } from '../../shell/router';
import { useTask } from '../../ui/useTask';
import { isOver } from './jobState';
import { StateChip } from './StateChip';

const kinds = {
  run: { area: 'runs', monitor: 'lab-monitor', stop: 'lab-stop', again: 'lab-again' },
  calibration: { area: 'calibrations', monitor: 'lab-calibration', stop: 'lab-fit-stop', again: 'lab-fit-again' },
} as const;

interface Props {
  kind: keyof typeof kinds;
  id: string;
  job: { name: string; version: number; scenario: string; state: RunState; error: string | null };
  progress: ComponentChildren;
  facts: readonly string[];
  onChanged: () => void;
  /** What is known so far, shown while the job goes on. */
  children: ComponentChildren;
}

/** A job made of a scenario, while it goes on and once it is over: how far it is, stopping it, and the same again. */
export function JobMonitor({ kind, id, job, progress, facts, onChanged, children }: Props) {
  const over = isOver(job.state);
  const { busy, run: act } = useTask();
  const { area, monitor, stop, again } = kinds[kind];
  const path = `${labPath}/${area}/${encodeURIComponent(id)}`;
  const title = t('lab.runOf', { name: job.name, version: job.version });
  const stopIt = () =>
    act(async () => {
      await post(`${path}/stop`, { commandId: newCommandId() });
      onChanged();
    });
  const doAgain = () =>
    act(async () => {
      const next = await post<Record<string, string>>(`${path}/again`, { commandId: newCommandId() });
      navigate(`/lab/${area}/${encodeURIComponent(next[kind])}`);
    });
  return (
    <section class="lab-monitor" aria-label={title} data-testid={monitor} data-state={job.state}>
      <div class="page-head">
        <h1>{title}</h1>
        <StateChip state={job.state} />
        {!over && (
          <button type="button" class="button" disabled={busy} data-testid={stop} onClick={() => void stopIt()}>
            {t('lab.stop')}
          </button>
        )}
        {over && (
          <button type="button" class={`button ${job.state === 'interrupted' ? 'button-primary' : ''}`} disabled={busy} data-testid={again} onClick={() => void doAgain()}>
            {t('lab.again')}
          </button>
        )}
        <a class="button button-quiet" href={`/lab/scenarios/${encodeURIComponent(job.scenario)}`}>
          {t('lab.scenario')}
        </a>
      </div>
      {progress}
      <p class="muted">{facts.join(' · ')}</p>
      {job.state === 'interrupted' && <p class="lab-note">{t('lab.interruptedHint')}</p>}
      {job.error && (
        <p class="problem" role="alert">
          {t('lab.failedWith', { error: job.error })}
        </p>
      )}
      {!over && children}
    </section>
  );
}
