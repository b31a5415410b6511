import { useEffect, useState } from 'preact/hooks';
import { get } from '../../api/client';
import type { PlanChange } from '../../api/dispatch';
import { clockTime } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { Dialog } from '../../ui/Dialog';
import { useTask } from '../../ui/useTask';
import { closePanel, panel } from '../actions/panels';
import { ChangeView } from '../edits/ChangeView';
import { conflict, type Conflict } from '../edits/sending';
import { dayPath, planDate, planOf } from '../plans/planDay';
import { personName } from './personName';

export function ConflictDialog() {
  const open = conflict.value;
  return open ? <ConflictBox key={open.now} open={open} /> : null;
}

/** Somebody changed the plan first: who, what it does, and the own change to make again or to leave. */
function ConflictBox({ open }: { open: Conflict }) {
  const { distributor, seen, now, origin, again } = open;
  const [change, setChange] = useState<PlanChange | null>(null);
  const task = useTask();
  const close = () => (conflict.value = null);
  useEffect(() => {
    const date = planDate.peek();
    if (date === null) return;
    get<{ change: PlanChange }>(dayPath(distributor, date, `compare?left=${seen}&right=${now}`)).then(
      (answer) => setChange(answer.change),
      () => undefined,
    );
  }, []);
  const repeat = () =>
    task.run(async () => {
      const plan = planOf(distributor);
      close();
      if (plan && (await again(plan)) && panel.peek()) closePanel();
    });
  return (
    <Dialog title={t('conflict.title')} onClose={close} testId="conflict-dialog">
      <p>
        {origin
          ? t('conflict.who', { who: personName(origin.by), when: clockTime(origin.at), what: t(`origin.${origin.kind}`), version: now })
          : t('conflict.version', { version: now })}
      </p>
      {change && <ChangeView change={change} />}
      <p class="muted">{t('conflict.kept')}</p>
      <div class="dialog-actions">
        <button type="button" class="button" data-testid="conflict-leave" onClick={close}>
          {t('conflict.leave')}
        </button>
        <button type="button" class="button button-primary" autofocus disabled={task.busy} data-testid="conflict-again" onClick={() => void repeat()}>
          {t('conflict.again')}
        </button>
      </div>
    </Dialog>
  );
}
