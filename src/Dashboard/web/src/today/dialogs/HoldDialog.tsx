import { useState } from 'preact/hooks';
import type { DeliveryPlan } from '../../api/deliveryPlans';
import { holdReasons, type HoldReason } from '../../api/dispatch';
import { number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { outletName } from '../../region/names';
import { holdStops } from '../edits/planEdits';
import { terminalOf } from '../plans/stopIndex';
import { EditDialog } from './EditDialog';
import { NoteInput } from './fields';

/** Takes stops off the day, with the reason. */
export function HoldDialog({ plan, orders }: { plan: DeliveryPlan; orders: readonly string[] }) {
  const [reason, setReason] = useState<HoldReason>('CustomerAsked');
  const [note, setNote] = useState('');
  const name = orders.length === 1 ? outletName(terminalOf(orders[0]) ?? orders[0]) : t('stop.chosen', { count: orders.length, value: number(orders.length) });
  return (
    <EditDialog title={t('hold.title', { name })} plan={plan} edits={[holdStops(orders, reason, note)]} apply={t('hold.apply')} testId="hold-dialog">
      <label class="labelled">
        <span>{t('field.reason')}</span>
        <select value={reason} autofocus data-testid="hold-reason" onChange={(event) => setReason(event.currentTarget.value as HoldReason)}>
          {holdReasons.map((each) => (
            <option key={each} value={each}>
              {t(`hold.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <NoteInput value={note} onValue={setNote} />
    </EditDialog>
  );
}
