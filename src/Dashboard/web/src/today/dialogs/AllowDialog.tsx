import { useState } from 'preact/hooks';
import type { DeliveryPlan } from '../../api/deliveryPlans';
import type { PlanEdit } from '../../api/dispatch';
import { t } from '../../i18n/i18n';
import { outletName, plate } from '../../region/names';
import { firstOrder, terminalOf } from '../plans/stopIndex';
import { EditDialog } from './EditDialog';
import { NumberInput } from './fields';

type Props = { plan: DeliveryPlan } & ({ rule: 'overtime' | 'overload'; vehicle: string } | { rule: 'lateness'; order: string });

const minor = 100;
const usual = { overtime: { most: 30, price: 54 }, lateness: { most: 30, price: 60 }, overload: { most: 10, price: 5 } } as const;
const highest = { overtime: 360, lateness: 360, overload: 50 } as const;

/** Lets a rule be broken up to a measure, at a price that the plan's cost then holds. Nothing at most takes it back. */
export function AllowDialog(props: Props) {
  const { plan, rule } = props;
  const now = allowed(props);
  const [most, setMost] = useState(now?.most ?? usual[rule].most);
  const [price, setPrice] = useState(now ? now.price / minor : usual[rule].price);
  const name = props.rule === 'lateness' ? outletName(terminalOf(props.order) ?? props.order) : plate(props.vehicle);
  return (
    <EditDialog title={t(`allow.${rule}.title`, { name })} plan={plan} edits={[editOf(props, most, Math.round(price * minor))]} apply={most === 0 ? t('allow.withdraw') : t('allow.apply')} testId={`allow-${rule}-dialog`}>
      <p class="hint">{t(`allow.${rule}.hint`)}</p>
      <div class="field-row">
        <NumberInput label={t(`allow.${rule}.most`)} value={most} max={highest[rule]} onValue={(value) => setMost(Math.round(value))} autofocus testId="allow-most" />
        <NumberInput label={t(`allow.${rule}.price`)} value={price} step={0.01} onValue={setPrice} testId="allow-price" />
      </div>
      {now && <p class="muted">{t('allow.now', { most: now.most })}</p>}
    </EditDialog>
  );
}

function allowed(props: Props): { most: number; price: number } | null {
  const { overrides } = props.plan;
  if (props.rule === 'lateness') {
    const found = overrides.lateness.find((each) => firstOrder(each.order) === firstOrder(props.order));
    return found ? { most: Math.round(found.most / 60), price: found.perHour } : null;
  }
  if (props.rule === 'overtime') {
    const found = overrides.overtime.find((each) => each.vehicle === props.vehicle);
    return found ? { most: Math.round(found.most / 60), price: found.perHour } : null;
  }
  const found = overrides.overload.find((each) => each.vehicle === props.vehicle);
  return found ? { most: Math.round(found.permille / 10), price: found.perCase } : null;
}

function editOf(props: Props, most: number, price: number): PlanEdit {
  if (props.rule === 'lateness') return { kind: 'allow-lateness', order: props.order, most: most * 60, perHour: price };
  if (props.rule === 'overtime') return { kind: 'allow-overtime', vehicle: props.vehicle, most: most * 60, perHour: price };
  return { kind: 'allow-overload', vehicle: props.vehicle, permille: most * 10, perCase: price };
}
