import { useState } from 'preact/hooks';
import type { DeliveryPlan } from '../../api/deliveryPlans';
import { secondsOfDay, dateOf } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { plate } from '../../region/names';
import { live, reps, vehicles } from '../../region/regionStore';
import { breakDown } from '../edits/planEdits';
import { planDate } from '../plans/planDay';
import { EditDialog } from './EditDialog';
import { NoteInput, TimeInput } from './fields';

interface Props {
  plan: DeliveryPlan;
  vehicle: string;
}

/** Gives the day of one vehicle to another (换车). */
export function ExchangeDialog({ plan, vehicle }: Props) {
  const others = [...vehicles.value.values()].filter((each) => each.distributor === plan.distributor && each.inService && each.id !== vehicle);
  const [other, setOther] = useState<string | null>(null);
  const used = new Set(plan.routes.map((route) => route.vehicle));
  return (
    <EditDialog title={t('exchange.title', { name: plate(vehicle) })} plan={plan} edits={other === null ? null : [{ kind: 'exchange-vehicles', vehicle, with: other }]} apply={t('exchange.apply')} testId="exchange-dialog">
      <label class="labelled">
        <span>{t('exchange.with')}</span>
        <select value={other ?? ''} autofocus data-testid="exchange-with" onChange={(event) => setOther(event.currentTarget.value || null)}>
          <option value="">{t('people.choose')}</option>
          {others.map((each) => (
            <option key={each.id} value={each.id}>
              {each.plate} · {each.type} · {t(used.has(each.id) ? 'exchange.busy' : 'exchange.free')}
            </option>
          ))}
        </select>
      </label>
      <p class="hint">{t('exchange.hint')}</p>
    </EditDialog>
  );
}

/** Sends other people with a vehicle (换司机). */
export function CrewDialog({ plan, vehicle }: Props) {
  const file = vehicles.value.get(vehicle);
  const now = plan.overrides.crews.find((each) => each.vehicle === vehicle);
  const [driverName, setDriverName] = useState(now?.driverName ?? file?.driverName ?? '');
  const [rep, setRep] = useState(now?.rep ?? '');
  const isFile = driverName.trim() === (file?.driverName ?? '') && rep === '';
  const crew = { vehicle, driverName: isFile || driverName.trim() === '' ? null : driverName.trim(), driver: null, rep: rep === '' ? null : rep };
  return (
    <EditDialog title={t('crew.title', { name: plate(vehicle) })} plan={plan} edits={[{ kind: 'change-crew', crew }]} apply={t('crew.apply')} testId="crew-dialog">
      <label class="labelled">
        <span>{t('fact.driver')}</span>
        <input type="text" list="crew-drivers" maxLength={100} autofocus value={driverName} data-testid="crew-driver" onInput={(event) => setDriverName(event.currentTarget.value)} />
        <datalist id="crew-drivers">
          {[...vehicles.value.values()].map((each) => each.driverName && <option key={each.id} value={each.driverName} />)}
        </datalist>
      </label>
      <label class="labelled">
        <span>{t('crew.rep')}</span>
        <select value={rep} data-testid="crew-rep" onChange={(event) => setRep(event.currentTarget.value)}>
          <option value="">{t('crew.noRep')}</option>
          {[...reps.value.values()]
            .filter((each) => each.distributor === plan.distributor)
            .map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
        </select>
      </label>
    </EditDialog>
  );
}

/** A vehicle can do no more today: what it has not done goes to the tray (车辆故障). */
export function BreakDownDialog({ plan, vehicle }: Props) {
  const clock = live.clock.value;
  const [from, setFrom] = useState(clock && dateOf(clock.now) === planDate.value ? Math.floor(secondsOfDay(clock.now) / 60) * 60 : 0);
  const [note, setNote] = useState('');
  return (
    <EditDialog title={t('breakDown.title', { name: plate(vehicle) })} plan={plan} edits={[breakDown(vehicle, from, note)]} apply={t('breakDown.apply')} testId="break-down-dialog">
      <p class="hint">{t('breakDown.hint')}</p>
      <TimeInput label={t('breakDown.from')} value={from} onValue={setFrom} testId="break-down-from" />
      <NoteInput value={note} onValue={setNote} />
    </EditDialog>
  );
}
