import { labPath, type LabRun, type RunComparison } from '../../api/lab';
import { explain } from '../../i18n/codes';
import { dayAndTime, number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { navigate } from '../../shell/router';
import { csvOf, download } from '../../ui/csv';
import { Busy, Empty, Failed } from '../../ui/states';
import { useRemote } from '../../ui/useRemote';
import { hasResult } from '../runs/runProgress';
import { useRuns } from '../runs/useRun';
import { DifferenceRows } from './DifferenceRows';
import { plainRows } from './DifferenceTable';

/** Two runs, replication by replication under the same luck (结果与比较). */
export function ComparePage({ left, right }: { left: string | null; right: string | null }) {
  const runs = useRuns();
  const ended = (runs.value ?? []).filter((run) => hasResult(run) && run.sensitivity === null);
  const asked = left && right ? `${labPath}/compare?left=${encodeURIComponent(left)}&right=${encodeURIComponent(right)}` : null;
  const comparison = useRemote<RunComparison>(asked);
  const go = (one: string | null, other: string | null) => navigate(`/lab/compare?${new URLSearchParams({ ...(one ? { left: one } : {}), ...(other ? { right: other } : {}) })}`, true);
  return (
    <>
      <div class="page-head">
        <h1>{t('lab.area.compare')}</h1>
      </div>
      <p class="muted">{t('lab.compareIntro')}</p>
      {runs.error !== null && <Failed text={explain(runs.error)} onRetry={runs.reload} />}
      <div class="lab-fields">
        <RunChoice label={t('lab.left')} runs={ended} value={left} onValue={(run) => go(run, right)} testId="lab-left" />
        <RunChoice label={t('lab.right')} runs={ended} value={right} onValue={(run) => go(left, run)} testId="lab-right" />
      </div>
      {asked === null && <Empty>{t(ended.length < 2 ? 'lab.tooFewRuns' : 'lab.chooseTwo')}</Empty>}
      {comparison.error !== null && asked !== null && <Failed text={explain(comparison.error)} onRetry={comparison.reload} />}
      {asked !== null && comparison.value === null && comparison.error === null && <Busy />}
      {comparison.value && <Compared comparison={comparison.value} />}
    </>
  );
}

function Compared({ comparison }: { comparison: RunComparison }) {
  const { left, right } = comparison;
  const sides = [`1 · ${t('lab.runOf', { name: left.name, version: left.version })}`, `2 · ${t('lab.runOf', { name: right.name, version: right.version })}`] as const;
  return (
    <section aria-label={t('lab.differences')} data-testid="lab-comparison">
      <div class="lab-bar">
        <p>{t('lab.pairs', { pairs: number(comparison.pairs), unpaired: number(comparison.unpaired) })}</p>
        <button type="button" class="button" onClick={() => download('comparison.csv', csvOf(plainRows(comparison.figures)))}>
          {t('lab.csv')}
        </button>
      </div>
      <DifferenceRows rows={comparison.figures} sides={sides} withRegion />
    </section>
  );
}

function RunChoice({ label, runs, value, onValue, testId }: { label: string; runs: readonly LabRun[]; value: string | null; onValue: (run: string | null) => void; testId: string }) {
  return (
    <label class="labelled">
      <span>{label}</span>
      <select value={value ?? ''} data-testid={testId} onChange={(event) => onValue(event.currentTarget.value || null)}>
        <option value="">{t('lab.chooseRun')}</option>
        {runs.map((run) => (
          <option key={run.run} value={run.run}>
            {t('lab.runOf', { name: run.name, version: run.version })} · {t('lab.seedOf', { seed: run.seed })} · {dayAndTime(run.at)}
          </option>
        ))}
      </select>
    </label>
  );
}
