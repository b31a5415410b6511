import { computed, effect, signal } from '@preact/signals';
import { get } from '../../api/client';
import type { PlanVersion } from '../../api/dispatch';
import type { MessageKey } from '../../i18n/en';
import { user } from '../../session/session';
import { dayPath, planRows, shownPlan } from '../plans/planDay';
import { currentDistributor } from '../plans/stopList';

// What the person may take back of the day's changes, and why not.

export interface Availability {
  available: boolean;
  reason: MessageKey | null;
  /** Who changed the plan since, where that is the reason. */
  by: string | null;
}

export interface UndoState {
  undo: Availability;
  redo: Availability;
}

const yes: Availability = { available: true, reason: null, by: null };
const no = (reason: MessageKey, by: string | null = null): Availability => ({ available: false, reason, by });

/** The versions of the distributor whose plan the bar is about, the oldest first. */
export const versions = signal<readonly PlanVersion[]>([]);

export const undoState = computed<UndoState>(() => undoOf(versions.value, user.value?.id ?? ''));

/**
 * A person takes back their own latest change that is not taken back yet, or brings back what their latest undo took,
 * as long as nobody else has changed the plan since. The line begins anew after a version of it was discarded.
 */
export function undoOf(all: readonly PlanVersion[], me: string): UndoState {
  const working = all.filter((version) => !version.isAside);
  const line = working.slice(working.findLastIndex((version) => version.status === 'Discarded') + 1);
  /** By the version that last made, took back or brought back each change. */
  const made: number[] = [];
  const undone: number[] = [];
  line.forEach(({ version, origin }, at) => {
    if (origin === null || origin.by !== me) return;
    if (origin.kind === 'Undone') {
      if (made.pop() !== undefined) undone.push(version);
    } else if (origin.kind === 'Redone') {
      if (undone.pop() !== undefined) made.push(version);
    } else {
      undone.length = 0;
      // The first plan of the day was made from nothing, and nothing is what taking it back would leave.
      if (at > 0 || origin.base !== null) made.push(version);
    }
  });
  const since = (version: number | undefined, nothing: MessageKey): Availability => {
    if (version === undefined) return no(nothing);
    const other = line.findLast((later) => later.version > version && later.origin?.by !== me);
    return other ? no('undo.changedSince', other.origin?.by ?? '') : yes;
  };
  return { undo: since(made.at(-1), 'undo.nothing'), redo: since(undone.at(-1), 'redo.nothing') };
}

let generation = 0;
effect(() => {
  const distributor = currentDistributor.value;
  const row = (planRows.value ?? []).find((each) => each.distributor === distributor);
  const plan = row ? shownPlan(row) : null;
  const mine = ++generation;
  if (!plan) {
    versions.value = [];
    return;
  }
  const { date, version } = plan;
  if (versions.peek().at(-1)?.version === version && loadedFor === `${distributor} ${date} ${plan.status}`) return;
  void get<PlanVersion[]>(dayPath(plan.distributor, date, 'versions')).then(
    (list) => {
      if (mine !== generation) return;
      loadedFor = `${distributor} ${date} ${plan.status}`;
      versions.value = list;
    },
    () => undefined,
  );
});

let loadedFor = '';
