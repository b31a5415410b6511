import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { DeliveryPlan } from '../../api/deliveryPlans';
import type { PlanEdit } from '../../api/dispatch';
import { clockTime } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { Dialog } from '../../ui/Dialog';
import { closePanel } from '../actions/panels';
import { sendEdits } from '../edits/sending';
import { personName } from '../versions/personName';
import { PreviewBox } from './PreviewBox';
import { usePreview } from './usePreview';

interface Props {
  title: string;
  plan: DeliveryPlan;
  /** Null while something is still to be chosen. */
  edits: readonly PlanEdit[] | null;
  apply: string;
  children: ComponentChildren;
  testId: string;
}

/** A sheet with a change to the plan: what it would do is shown while it is filled in, and it is made on request. */
export function EditDialog({ title, plan, edits, apply, children, testId }: Props) {
  const [busy, setBusy] = useState(false);
  const [opened] = useState(plan.version);
  const preview = usePreview(plan, edits);
  const submit = async () => {
    if (edits === null || busy) return;
    setBusy(true);
    const done = await sendEdits(plan, edits, title);
    setBusy(false);
    // A refusal leaves the sheet as it was filled in; a plan that has changed asks in a sheet of its own.
    if (done) closePanel();
  };
  return (
    <Dialog title={title} onClose={closePanel} testId={testId}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {plan.version !== opened && plan.origin && (
          <p class="note" role="status" data-testid="changed-meanwhile">
            {t('conflict.meanwhile', { who: personName(plan.origin.by), when: clockTime(plan.origin.at), what: t(`origin.${plan.origin.kind}`), version: plan.version })}
          </p>
        )}
        {children}
        <PreviewBox preview={preview} isChosen={edits !== null} />
        <div class="dialog-actions">
          <button type="button" class="button" onClick={closePanel}>
            {t('action.cancel')}
          </button>
          <button type="submit" class="button button-primary" disabled={edits === null || busy || (preview.refusal !== null && !preview.asking)} data-testid="apply-edit">
            {apply}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
