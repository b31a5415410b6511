import { t } from '../../i18n/i18n';
import type { PaletteAction } from '../../shell/paletteActions';
import { redo, undo } from '../edits/sending';
import { currentDistributor } from '../plans/stopList';
import { undoState } from '../versions/history';
import { actionsFor, readOnlyReason } from './actions';
import { titleOf } from './BoardMenu';
import { currentTarget, dayTarget } from './targets';

/** What the palette offers on the board: what fits the choice, then the day. */
export function boardActions(): PaletteAction[] {
  const target = currentTarget.peek();
  const distributor = currentDistributor.peek();
  const day = distributor === null ? null : dayTarget(distributor);
  const targets = [...(target && target.scope !== 'day' ? [target] : []), ...(day ? [day] : [])];
  const found = targets.flatMap((each) => actionsFor(each).map((action) => ({ id: action.id, name: `${t(action.label)} · ${titleOf(each)}`, run: () => action.run(each) })));
  const state = undoState.peek();
  if (day && readOnlyReason() === null) {
    if (state.undo.available) found.push({ id: 'undo', name: t('undo.label'), run: () => void undo(day.plan, t('undo.undone')) });
    if (state.redo.available) found.push({ id: 'redo', name: t('redo.label'), run: () => void redo(day.plan, t('undo.redone')) });
  }
  return found;
}
