import { useEffect, useState } from 'preact/hooks';
import type { DeliveryPlan } from '../../api/deliveryPlans';
import { Dialog } from '../../ui/Dialog';
import { t } from '../../i18n/i18n';
import { closePanel } from '../actions/panels';
import { RunForm } from './RunForm';
import { RunView } from './RunView';
import { follow, followed, goingOn, isOver, watchRun } from './runs';

/** Re-optimise (重新优化): what may change and for how long, then the run as it gets better, then its result. */
export function ReoptimiseDialog({ plan, vehicles }: { plan: DeliveryPlan; vehicles: readonly string[] }) {
  const [fresh, setFresh] = useState(() => !mine(plan));
  useEffect(() => {
    if (!fresh) return;
    goingOn(plan).then(
      (run) => {
        if (!run) return;
        follow(plan, run);
        setFresh(false);
      },
      () => undefined,
    );
  }, []);
  const run = followed.value;
  const shown = !fresh && run?.distributor === plan.distributor && run.date === plan.date ? run : null;
  const name = shown?.progress.run;
  useEffect(() => (name === undefined ? undefined : watchRun()), [name]);
  return (
    <Dialog title={t('run.title')} onClose={closePanel} testId="reoptimise-dialog">
      {shown ? <RunView run={shown} plan={plan} onAgain={() => setFresh(true)} /> : <RunForm plan={plan} vehicles={vehicles} onStarted={() => setFresh(false)} />}
    </Dialog>
  );
}

/** Whether a run of this plan that was followed before still goes on. */
function mine(plan: DeliveryPlan): boolean {
  const run = followed.peek();
  return run !== null && run.distributor === plan.distributor && run.date === plan.date && !isOver(run.progress);
}
