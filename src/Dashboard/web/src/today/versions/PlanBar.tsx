import { useEffect, useState } from 'preact/hooks';
import type { PlanOrigin } from '../../api/dispatch';
import { compareAddress } from '../../compare/address';
import { clockTime } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { distributorName } from '../../region/names';
import { select, selection } from '../../selection/selection';
import { Icon } from '../../ui/icons';
import { readOnlyReason } from '../actions/actions';
import { MenuButton } from '../actions/BoardMenu';
import { openPanel } from '../actions/panels';
import { dayTarget } from '../actions/targets';
import { announcement, redo, sending, undo } from '../edits/sending';
import { ExceptionStrip } from '../exceptions/ExceptionStrip';
import { NextDayNotice } from '../NextDayNotice';
import { planRows, shownPlan } from '../plans/planDay';
import { currentDistributor } from '../plans/stopList';
import { undoState, type Availability } from './history';
import { personName } from './personName';

/** The line above the board: what is wrong first, then the version people work on and what can be done to it. */
export function PlanBar() {
  const distributor = currentDistributor.value;
  const rows = planRows.value ?? [];
  const row = rows.find((each) => each.distributor === distributor);
  const plan = row ? shownPlan(row) : null;
  const busy = distributor !== null && sending.value.has(distributor);
  const locked = readOnlyReason();
  const state = undoState.value;
  return (
    <section class="plan-bar" aria-label={t('bar.label')} data-testid="plan-bar">
      <ExceptionStrip />
      <span class="plan-bar-space" />
      <Announcement />
      <NextDayNotice />
      {rows.length > 1 && (
        <label class="plan-bar-party">
          <span class="visually-hidden">{t('column.distributor')}</span>
          <select value={distributor ?? ''} data-testid="bar-distributor" onChange={(event) => chooseDistributor(event.currentTarget.value)}>
            {rows.map((each) => (
              <option key={each.distributor} value={each.distributor}>
                {distributorName(each.distributor)}
              </option>
            ))}
          </select>
        </label>
      )}
      {plan && (
        <span class={`chip ${plan.status === 'Published' ? 'chip-published' : 'chip-proposal'}`} data-testid="version-chip" data-version={plan.version} data-status={plan.status} title={originText(plan.origin ?? null)}>
          {t('version.chip', { version: plan.version })}
          {plan.origin && ` · ${personName(plan.origin.by)} ${clockTime(plan.origin.at)}`}
        </span>
      )}
      {plan && (
        <button type="button" class="button button-quiet" data-testid="versions-button" onClick={() => openPanel({ kind: 'versions', distributor: plan.distributor })}>
          {t('versions.title')}
        </button>
      )}
      {plan && plan.version > 1 && (
        <a class="button button-quiet" href={compareAddress(plan.distributor, plan.date)} data-testid="compare-link">
          {t('compare.title')}
        </a>
      )}
      {plan?.overrides.day && (
        <span class="chip" data-testid="day-lock" data-strength={plan.overrides.day}>
          <Icon name={plan.overrides.day === 'Everyone' ? 'lockStrong' : 'lock'} size={13} />
          {t(`lock.${plan.overrides.day}`)}
        </span>
      )}
      {plan && !locked && (
        <>
          <UndoButton name="undo" state={state.undo} busy={busy} onClick={() => void undo(plan, t('undo.undone'))} />
          <UndoButton name="redo" state={state.redo} busy={busy} onClick={() => void redo(plan, t('undo.redone'))} />
          <button type="button" class="button" disabled={busy} data-testid="reoptimise-button" onClick={() => openPanel({ kind: 'reoptimise', distributor: plan.distributor, vehicles: [] })}>
            {t('action.reoptimise')}
          </button>
          <MenuButton target={() => dayTarget(plan.distributor)} label={t('menu.day')} testId="day-menu" />
        </>
      )}
    </section>
  );
}

export function originText(origin: PlanOrigin | null): string {
  if (!origin) return '';
  return t('version.origin', { what: t(`origin.${origin.kind}`), who: personName(origin.by), when: clockTime(origin.at), base: origin.base ?? '–' });
}

function UndoButton({ name, state, busy, onClick }: { name: 'undo' | 'redo'; state: Availability; busy: boolean; onClick: () => void }) {
  const reason = state.reason === null ? '' : t(state.reason, { who: state.by === null ? '' : personName(state.by) });
  const label = t(`${name}.label`);
  // A button that is only marked as disabled can still be reached, and says why.
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={reason === '' ? label : `${label}: ${reason}`}
      title={reason === '' ? label : reason}
      aria-disabled={!state.available || busy}
      data-testid={`${name}-button`}
      onClick={() => state.available && !busy && onClick()}
    >
      <Icon name={name} />
    </button>
  );
}

const announcedMilliseconds = 6000;

/** Says what was just done; a change of the same kind again is said again. */
function Announcement() {
  const [shown, setShown] = useState('');
  const text = announcement.value;
  useEffect(() => {
    if (text === '') return;
    setShown(text);
    announcement.value = '';
  }, [text]);
  useEffect(() => {
    const timer = setTimeout(() => setShown(''), announcedMilliseconds);
    return () => clearTimeout(timer);
  }, [shown]);
  return (
    <span class="plan-bar-done" role="status" data-testid="announcement">
      {shown}
    </span>
  );
}

function chooseDistributor(distributor: string): void {
  const chosen = selection.peek();
  const route = planRows.peek()?.find((row) => row.distributor === distributor);
  const vehicle = route ? shownPlan(route)?.routes[0]?.vehicle : undefined;
  if (vehicle !== undefined) select({ kind: 'route', distributor, vehicle });
  else if (chosen) select(null);
}
