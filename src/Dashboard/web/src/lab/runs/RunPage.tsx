import type { LabRun } from '../../api/lab';
import { explain } from '../../i18n/codes';
import { dayAndTime, number, percent } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { Busy, Failed } from '../../ui/states';
import { TornadoView } from '../compare/TornadoView';
import { ResultView } from '../compare/ResultView';
import { HeadlineTable } from './HeadlineTable';
import { ProgressBar } from './ProgressBar';
import { JobMonitor } from '../jobs/JobMonitor';
import { isOver } from '../jobs/jobState';
import { hasResult } from './runProgress';
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
  const facts = [
    isOver(run.state)
      ? t('lab.finishedAll', { value: number(run.finished) })
      : t('lab.finishedOf', { value: number(run.finished), of: number(run.replications), variant: run.variant + 1, variants: run.variants }),
    t('lab.failedCount', { value: number(run.failedReplications) }),
    t('lab.seedOf', { seed: run.seed }),
    ...(run.antithetic ? [t('lab.isAntithetic')] : []),
    ...(run.within === null ? [] : [t('lab.withinOf', { value: percent(run.within) })]),
    t('lab.seconds', { value: number(Math.round(run.seconds)) }),
    dayAndTime(run.at),
  ];
  return (
    <JobMonitor kind="run" id={run.run} job={run} progress={<ProgressBar run={run} />} facts={facts} onChanged={onChanged}>
      {run.figures.length > 0 && <HeadlineTable figures={run.figures} />}
    </JobMonitor>
  );
}
