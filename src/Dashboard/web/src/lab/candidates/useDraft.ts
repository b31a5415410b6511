import { user } from '../../session/session';
import { Draft } from './draft';

export const draft = new Draft();

/** The signed-in person's candidates, as they were left. */
export function useDraft(): Draft {
  const owner = user.value?.id;
  if (owner) draft.open(owner);
  return draft;
}
