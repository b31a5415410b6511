import { useState } from 'preact/hooks';
import type { DeliveryPlan } from '../../api/deliveryPlans';
import type { PlanEdit, StopExplanation, StopOption } from '../../api/dispatch';
import { explain, figures, unservedReason } from '../../i18n/codes';
import { t } from '../../i18n/i18n';
import { outletName, plate } from '../../region/names';
import { Dialog } from '../../ui/Dialog';
import { Busy } from '../../ui/states';
import { useRemote } from '../../ui/useRemote';
import { readOnlyReason } from '../actions/actions';
import { closePanel } from '../actions/panels';
import { ChangeView } from '../edits/ChangeView';
import { breachText } from '../edits/changeWords';
import { moveStops } from '../edits/planEdits';
import { sendEdits } from '../edits/sending';
import { dayPath } from '../plans/planDay';
import { terminalOf, trayStops } from '../plans/stopIndex';
import { placeText } from '../dialogs/MoveDialog';
import { fixSentence, isHere, whyHere, whyNot } from './sentences';

/** Why a stop is on no vehicle, or on this one here; with what it would take to have it otherwise, one click each. */
export function WhyDialog({ plan, order }: { plan: DeliveryPlan; order: string }) {
  const answer = useRemote<StopExplanation>(dayPath(plan.distributor, plan.date, `stops/${encodeURIComponent(order)}/explanation?version=${plan.version}`));
  const [busy, setBusy] = useState(false);
  const name = outletName(terminalOf(order) ?? order);
  const mayEdit = readOnlyReason() === null;
  const apply = async (edits: readonly PlanEdit[]) => {
    setBusy(true);
    const done = await sendEdits(plan, edits, t('why.applied', { name }));
    setBusy(false);
    if (done) closePanel();
  };
  const why = answer.value;
  const waiting = trayStops.value.get(order);
  return (
    <Dialog title={t('why.title', { name })} onClose={closePanel} testId="why-dialog">
      {answer.error !== null && <p class="problem">{explain(answer.error)}</p>}
      {!why && answer.error === null && <Busy />}
      {why && why.vehicle === null && (
        <div class="stack" data-testid="why-unserved">
          <p class="why-sentence" data-testid="why-sentence">
            {waiting?.held ? t('tray.held', { reason: t(`hold.${waiting.held.reason}`) }) : whyNot(why)}
          </p>
          {waiting && !waiting.held && (
            <p class="muted">
              {unservedReason(waiting.reason)} {figures(waiting.detail)}
            </p>
          )}
          {why.fix && (
            <div class="why-fix">
              <p data-testid="why-fix">{fixSentence(why.fix)}</p>
              <ChangeView change={why.fix.change} />
              {mayEdit && (
                <button type="button" class="button button-primary" disabled={busy} data-testid="why-apply" onClick={() => why.fix && void apply(why.fix.edits)}>
                  {t('why.apply')}
                </button>
              )}
            </div>
          )}
        </div>
      )}
      {why && why.vehicle !== null && (
        <p class="why-sentence" data-testid="why-sentence">
          {t('why.here', { vehicle: plate(why.vehicle) })} {whyHere(why)}
        </p>
      )}
      {why && <Options why={why} plan={plan} order={order} busy={busy} onMove={mayEdit ? (option) => void apply([moveStops([order], option.vehicle, option.place)]) : null} />}
    </Dialog>
  );
}

interface OptionsProps {
  why: StopExplanation;
  plan: DeliveryPlan;
  order: string;
  busy: boolean;
  onMove: ((option: StopOption) => void) | null;
}

function Options({ why, plan, order, busy, onMove }: OptionsProps) {
  const moved = new Set([order]);
  return (
    <ul class="why-options" tabIndex={0} aria-label={t('why.options')}>
      {why.options.map((option) => {
        const here = isHere(why, option);
        return (
          <li key={option.vehicle} class="why-option" data-testid="why-option" data-vehicle={option.vehicle} data-rule={option.binding?.rule}>
            <div>
              <strong>{plate(option.vehicle)}</strong>{' '}
              <span class="muted">{here ? t('why.isHere') : placeText(plan.routes.find((route) => route.vehicle === option.vehicle)?.trips ?? [], moved, option.place)}</span>
              {option.binding ? <div class="breach">{breachText(option.binding)}</div> : !here && <ChangeView change={option.change} />}
            </div>
            {onMove && !here && (
              <button type="button" class="button button-small" disabled={busy} data-testid="why-move" onClick={() => onMove(option)}>
                {t('why.moveThere')}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
