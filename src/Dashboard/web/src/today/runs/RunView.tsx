import { useEffect, useState } from 'preact/hooks';
import { get } from '../../api/client';
import type { DeliveryPlan } from '../../api/deliveryPlans';
import type { PlanChange } from '../../api/dispatch';
import { explainCode } from '../../i18n/codes';
import { money, number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { useTask } from '../../ui/useTask';
import { closePanel } from '../actions/panels';
import { ChangeView } from '../edits/ChangeView';
import { sendCommand } from '../edits/sending';
import { dayPath } from '../plans/planDay';
import { RunChart } from './RunChart';
import { isOver, stopRun, type FollowedRun } from './runs';

export function RunView({ run, plan, onAgain }: { run: FollowedRun; plan: DeliveryPlan; onAgain: () => void }) {
  const { progress, points, base } = run;
  const over = isOver(progress);
  const task = useTask();
  const limit = progress.options.timeLimit;
  return (
    <div class="stack" data-testid="run-view" data-status={progress.status}>
      <p class="muted">
        {t(`scope.${progress.options.scope}`)} · {t('run.from', { version: progress.baseVersion })} · {t('run.seedOf', { seed: progress.options.seed })}
      </p>
      <dl class="facts run-facts">
        <div>
          <dt>{t('run.status')}</dt>
          <dd data-testid="run-status">{t(`runStatus.${progress.status}`)}</dd>
        </div>
        <div>
          <dt>{t('run.elapsed')}</dt>
          <dd>{limit !== null && !over ? t('run.elapsedOf', { seconds: progress.elapsed, limit }) : t('unit.seconds', { value: progress.elapsed })}</dd>
        </div>
        <div>
          <dt>{t('plan.iterations')}</dt>
          <dd>{number(progress.iterations)}</dd>
        </div>
        <div>
          <dt>{t('run.cost')}</dt>
          <dd data-testid="run-cost">{t('run.costAgainst', { cost: money(progress.cost), base: money(base.cost) })}</dd>
        </div>
        <div>
          <dt>{t('board.unserved')}</dt>
          <dd>{number(progress.unserved)}</dd>
        </div>
      </dl>
      {!over && <div class="progress-line" role="progressbar" aria-label={t('run.title')} />}
      <RunChart points={points} />
      {progress.status === 'Failed' && <p class="problem">{explainCode(progress.refusalCode ?? 'run.failed', {})}</p>}
      {progress.status === 'Done' && progress.version !== null && <RunResult run={run} plan={plan} version={progress.version} />}
      <div class="dialog-actions">
        {over ? (
          <button type="button" class="button" data-testid="run-again" onClick={onAgain}>
            {t('run.again')}
          </button>
        ) : (
          <button type="button" class="button" disabled={task.busy} data-testid="run-stop" onClick={() => void task.run(() => stopRun(run))}>
            {t('run.stop')}
          </button>
        )}
        <button type="button" class="button" data-testid="run-close" onClick={closePanel}>
          {t(over ? 'action.close' : 'run.beside')}
        </button>
      </div>
    </div>
  );
}

/** What became of the run: it is the working plan, or it lies aside and can still be taken over. */
function RunResult({ run, plan, version }: { run: FollowedRun; plan: DeliveryPlan; version: number }) {
  const { progress, base } = run;
  const [change, setChange] = useState<PlanChange | null>(null);
  const task = useTask();
  useEffect(() => {
    get<{ change: PlanChange }>(dayPath(base.distributor, base.date, `compare?left=${progress.baseVersion}&right=${version}`)).then(
      (answer) => setChange(answer.change),
      () => undefined,
    );
  }, [version]);
  const isWorking = plan.version === version || (plan.origin?.kind === 'Adopted' && plan.origin.adopted?.every((each) => each.version === version));
  const adopt = () =>
    task.run(async () => {
      const result = await get<DeliveryPlan>(dayPath(base.distributor, base.date, `versions/${version}`));
      const routes = result.routes.map(({ vehicle }) => ({ vehicle, version }));
      if (await sendCommand(plan, 'adopt', { routes, overrides: plan.version }, t('run.adopted'))) closePanel();
    });
  return (
    <div class="run-result" data-testid="run-result" data-adopted={isWorking}>
      <strong>{isWorking ? t('run.isWorking', { version }) : t('run.isAside', { version, now: plan.version })}</strong>
      {change && (
        <>
          <ChangeView change={change} />
          <span class="muted">{t('run.moved', { count: change.moved.length, value: number(change.moved.length) })}</span>
        </>
      )}
      {!isWorking && (
        <button type="button" class="button button-primary" disabled={task.busy} data-testid="run-adopt" onClick={() => void adopt()}>
          {t('run.adopt')}
        </button>
      )}
    </div>
  );
}
