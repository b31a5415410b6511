import { useEffect, useState } from 'preact/hooks';
import type { DeliveryPlan } from '../../api/deliveryPlans';
import type { StopOption } from '../../api/dispatch';
import { explain } from '../../i18n/codes';
import { t } from '../../i18n/i18n';
import { outletName, plate } from '../../region/names';
import { Dialog } from '../../ui/Dialog';
import { Busy } from '../../ui/states';
import { closePanel, openPanel } from '../actions/panels';
import { ChangeView } from '../edits/ChangeView';
import { moveStops } from '../edits/planEdits';
import { askOptions } from '../edits/previews';
import { sendEdits } from '../edits/sending';
import { terminalOf } from '../plans/stopIndex';
import { placeText } from './MoveDialog';

const shown = 3;

/** An order that must go today: its three best places with what each costs, one click each. */
export function UrgentDialog({ plan, order }: { plan: DeliveryPlan; order: string }) {
  const [options, setOptions] = useState<readonly StopOption[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let stopped = false;
    setOptions(null);
    askOptions(plan, [order]).then(
      (answer) => !stopped && setOptions(answer.slice(0, shown)),
      (error: unknown) => !stopped && setProblem(explain(error)),
    );
    return () => {
      stopped = true;
    };
  }, [plan.version, order]);
  const name = outletName(terminalOf(order) ?? order);
  const place = async (option: StopOption) => {
    setBusy(true);
    const done = await sendEdits(plan, [moveStops([order], option.vehicle, option.place)], t('urgent.done', { name, vehicle: plate(option.vehicle) }));
    setBusy(false);
    if (done) closePanel();
  };
  return (
    <Dialog title={t('urgent.title', { name })} onClose={closePanel} testId="urgent-dialog">
      {problem !== null && <p class="problem">{problem}</p>}
      {options === null && problem === null && <Busy />}
      {options?.length === 0 && <p class="muted">{t('move.noPlace')}</p>}
      <ul class="urgent-list">
        {options?.map((option) => (
          <li key={option.vehicle}>
            <button type="button" class="urgent-option" disabled={busy} data-testid="urgent-option" data-vehicle={option.vehicle} onClick={() => void place(option)}>
              <strong>
                {plate(option.vehicle)} · {placeText(plan.routes.find((route) => route.vehicle === option.vehicle)?.trips ?? [], new Set([order]), option.place)}
              </strong>
              <ChangeView change={option.change} />
            </button>
          </li>
        ))}
      </ul>
      <div class="dialog-actions">
        <button type="button" class="button" data-testid="urgent-why" onClick={() => openPanel({ kind: 'why', distributor: plan.distributor, order })}>
          {t('action.why')}
        </button>
        <button type="button" class="button" data-testid="urgent-other" onClick={() => openPanel({ kind: 'move', distributor: plan.distributor, orders: [order] })}>
          {t('action.move')}
        </button>
      </div>
    </Dialog>
  );
}
