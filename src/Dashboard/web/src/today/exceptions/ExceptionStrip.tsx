import { useEffect, useRef, useState } from 'preact/hooks';
import { number, duration } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { unservedReason } from '../../i18n/codes';
import { outletName, plate } from '../../region/names';
import { select } from '../../selection/selection';
import { breachText } from '../edits/changeWords';
import { firstOrder, terminalOf, trayStops } from '../plans/stopIndex';
import { stopSelection } from '../plans/stopList';
import { dayExceptions, kinds } from './dayExceptions';
import type { Exception, ExceptionKind } from './exceptions';
import { habits, habitThresholdSeconds } from './habit';

const thresholdsMinutes = [15, 30, 60, 120] as const;
const shownItems = 60;

/** How many exceptions of each kind there are; each opens to its list, and each of those goes to its place. */
export function ExceptionStrip() {
  const [open, setOpen] = useState<ExceptionKind | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const all = dayExceptions.value;
  useEffect(() => {
    if (open === null) return;
    const outside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(null);
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      setOpen(null);
      box.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus();
    };
    addEventListener('pointerdown', outside, true);
    addEventListener('keydown', escape, true);
    return () => {
      removeEventListener('pointerdown', outside, true);
      removeEventListener('keydown', escape, true);
    };
  }, [open]);
  return (
    <div class="exceptions" ref={box} role="group" aria-label={t('exception.label')} data-testid="exceptions">
      {kinds.map((kind) => {
        const count = all[kind].length;
        // A kind that nobody has yet is not worth its room; the unserved stand for whether the day is whole.
        if (count === 0 && kind !== 'unserved') return null;
        return (
          <button
            key={kind}
            type="button"
            class={`exception-chip exception-${kind} ${count === 0 ? 'is-none' : ''}`}
            aria-expanded={open === kind}
            data-testid={`exception-${kind}`}
            data-count={count}
            onClick={() => setOpen(open === kind || count === 0 ? null : kind)}
          >
            {t(`exception.${kind}`)} <strong>{number(count)}</strong>
          </button>
        );
      })}
      {open !== null && all[open].length > 0 && (
        <div class="exception-sheet" data-testid="exception-list">
          {open === 'habit' && <HabitSource />}
          <ul>
            {all[open].slice(0, shownItems).map((each, index) => (
              <li key={index}>
                <button type="button" class="exception-item" data-testid="exception-item" data-order={each.order ?? ''} onClick={() => goTo(each)}>
                  <strong>{nameOf(each)}</strong>
                  <span class={each.isAllowed ? 'muted' : ''}>{detailOf(each)}</span>
                </button>
              </li>
            ))}
          </ul>
          {all[open].length > shownItems && <p class="muted exception-more">{t('list.more', { count: all[open].length - shownItems })}</p>}
        </div>
      )}
    </div>
  );
}

function HabitSource() {
  const from = habits.value.values().next().value?.from ?? 'lastWeek';
  return (
    <label class="exception-head">
      <span>{t(`habit.${from}`)}</span>
      <select value={habitThresholdSeconds.value / 60} data-testid="habit-threshold" onChange={(event) => (habitThresholdSeconds.value = Number(event.currentTarget.value) * 60)}>
        {thresholdsMinutes.map((minutes) => (
          <option key={minutes} value={minutes}>
            {t('habit.threshold', { minutes })}
          </option>
        ))}
      </select>
    </label>
  );
}

export function goTo(exception: Exception): void {
  const stop = exception.order === null ? null : stopSelection(firstOrder(exception.order));
  if (stop) select(stop);
  else if (exception.vehicle !== null) select({ kind: 'route', distributor: exception.distributor, vehicle: exception.vehicle });
}

function nameOf({ order, vehicle }: Exception): string {
  const terminal = order === null ? null : terminalOf(order);
  const name = terminal === null ? '' : outletName(terminal);
  return [name, vehicle === null ? '' : plate(vehicle)].filter((part) => part !== '').join(' · ');
}

function detailOf({ kind, rule, amount, order, vehicle, isAllowed }: Exception): string {
  if (rule !== null) return breachText({ rule, amount, order, vehicle: vehicle ?? '', isAllowed: false, price: 0 }) + (isAllowed ? ` (${t('breach.isAllowed')})` : '');
  if (kind === 'unserved') return unservedReason(trayStops.value.get(order ?? '')?.reason ?? 'NotPlanned');
  if (kind === 'habit') return t(amount > 0 ? 'habit.later' : 'habit.earlier', { time: duration(Math.abs(amount)) });
  return amount > 0 ? t('risk.late', { time: duration(Math.max(60, amount)) }) : t('risk.tight');
}
