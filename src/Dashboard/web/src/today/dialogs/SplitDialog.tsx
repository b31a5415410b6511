import { useState } from 'preact/hooks';
import { newCommandId } from '../../api/client';
import type { DeliveryPlan } from '../../api/deliveryPlans';
import { explain } from '../../i18n/codes';
import { cases, number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { outletName, productName } from '../../region/names';
import { Dialog } from '../../ui/Dialog';
import { Busy } from '../../ui/states';
import { Stepper } from '../../ui/Stepper';
import { useTask } from '../../ui/useTask';
import { closePanel } from '../actions/panels';
import { sendCommand } from '../edits/sending';
import { NoteInput } from './fields';
import { PreviewBox } from './PreviewBox';
import { linesOf, splitProblem } from './splitLines';
import { useOrders } from './useOrders';
import { useChange } from './usePreview';

/** Splits an order (拆单): what is taken off becomes an order of its own, which waits in the tray. What that does to the day is shown before. */
export function SplitDialog({ plan, order }: { plan: DeliveryPlan; order: string }) {
  const { terminal, orders, error } = useOrders(order);
  const [chosen, setChosen] = useState<string | null>(null);
  const [taken, setTaken] = useState<Readonly<Record<string, number>>>({});
  const [reason, setReason] = useState('');
  const task = useTask();
  const source = orders?.find((each) => each.id === chosen) ?? orders?.[0];
  const problem = source ? splitProblem(source.lines, taken) : 'nothing';
  const [mark] = useState(() => newCommandId().slice(0, 8));
  const parting = source ? { order: source.id, newOrder: `${source.id}-${mark}`, lines: linesOf(taken) } : null;
  const preview = useChange(plan, problem === null && parting ? { path: 'split/preview', body: parting } : null);
  const split = () =>
    task.run(async () => {
      if (!parting) return;
      const done = await sendCommand(plan, 'split', { ...parting, reason: reason.trim() }, t('split.done'));
      if (done) closePanel();
    });
  return (
    <Dialog title={t('split.title', { name: outletName(terminal) })} onClose={closePanel} testId="split-dialog">
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void split();
        }}
      >
        {orders === null && (error ? <p class="problem">{explain(error)}</p> : <Busy />)}
        {(orders?.length ?? 0) > 1 && (
          <label class="labelled">
            <span>{t('split.order')}</span>
            <select
              value={source?.id}
              onChange={(event) => {
                setChosen(event.currentTarget.value);
                setTaken({});
              }}
            >
              {orders?.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.id}
                </option>
              ))}
            </select>
          </label>
        )}
        <table class="table compact">
          <thead>
            <tr>
              <th scope="col">{t('column.product')}</th>
              <th scope="col" class="right">
                {t('column.cases')}
              </th>
              <th scope="col">{t('split.takeOff')}</th>
            </tr>
          </thead>
          <tbody>
            {source?.lines.map((line) => (
              <tr key={line.product}>
                <td>{productName(line.product)}</td>
                <td class="right">{number(line.cases)}</td>
                <td>
                  <Stepper
                    label={t('split.takeOffOf', { name: productName(line.product) })}
                    value={taken[line.product] ?? 0}
                    max={line.cases}
                    lessLabel={t('action.less')}
                    moreLabel={t('action.more')}
                    testId="split-cases"
                    onValue={(value) => setTaken({ ...taken, [line.product]: value ?? 0 })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p class="muted" aria-live="polite">
          {problem === null && source
            ? t('split.result', {
                left: cases(source.lines.reduce((sum, line) => sum + line.cases - (taken[line.product] ?? 0), 0)),
                taken: cases(Object.values(taken).reduce((sum, value) => sum + value, 0)),
              })
            : t(problem === 'everything' ? 'split.everything' : 'split.nothing')}
        </p>
        <PreviewBox preview={preview} isChosen={problem === null} />
        <NoteInput label={t('field.reason')} value={reason} onValue={setReason} required />
        <div class="dialog-actions">
          <button type="button" class="button" onClick={closePanel}>
            {t('action.cancel')}
          </button>
          <button type="submit" class="button button-primary" disabled={task.busy || problem !== null || reason.trim() === '' || (preview.refusal !== null && !preview.asking)} data-testid="split-apply">
            {t('split.apply')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
