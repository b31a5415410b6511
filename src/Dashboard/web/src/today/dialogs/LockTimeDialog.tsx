import { useState } from 'preact/hooks';
import type { DeliveryPlan } from '../../api/deliveryPlans';
import type { LockStrength } from '../../api/dispatch';
import { number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { outletName } from '../../region/names';
import { lockStops } from '../edits/planEdits';
import { placedStops } from '../plans/stopIndex';
import { EditDialog } from './EditDialog';
import { TimeInput } from './fields';

const roundSeconds = 15 * 60;

/** Locks stops to their vehicle and to a time within which service starts. */
export function LockTimeDialog({ plan, orders }: { plan: DeliveryPlan; orders: readonly string[] }) {
  const stop = placedStops.peek().get(orders[0])?.stop;
  const around = stop?.serviceStart ?? 9 * 3600;
  const [start, setStart] = useState(Math.floor(around / roundSeconds) * roundSeconds);
  const [end, setEnd] = useState(Math.floor(around / roundSeconds) * roundSeconds + 2 * roundSeconds);
  const [strength, setStrength] = useState<LockStrength>('Optimizer');
  const name = orders.length === 1 ? outletName(stop?.terminal ?? orders[0]) : t('stop.chosen', { count: orders.length, value: number(orders.length) });
  return (
    <EditDialog title={t('lockTime.title', { name })} plan={plan} edits={end > start ? [lockStops(orders, strength, false, { start, end })] : null} apply={t('lockTime.apply')} testId="lock-time-dialog">
      <div class="field-row">
        <TimeInput label={t('field.from')} value={start} onValue={setStart} testId="lock-from" />
        <TimeInput label={t('field.until')} value={end} onValue={setEnd} testId="lock-until" />
      </div>
      <StrengthField value={strength} onValue={setStrength} />
    </EditDialog>
  );
}

function StrengthField({ value, onValue }: { value: LockStrength; onValue: (strength: LockStrength) => void }) {
  return (
    <fieldset class="segmented">
      <legend class="visually-hidden">{t('field.strength')}</legend>
      {(['Optimizer', 'Everyone'] as const).map((each) => (
        <button key={each} type="button" aria-pressed={value === each} data-testid={`strength-${each}`} onClick={() => onValue(each)}>
          {t(`lock.${each}`)}
        </button>
      ))}
    </fieldset>
  );
}
