import type { Expansion } from '../../api/expansion';
import { labPath } from '../../api/lab';
import { isOver } from '../jobs/jobState';
import { merged, usePolled } from '../jobs/usePolled';

export function useExpansion(id: string) {
  return usePolled<Expansion>(
    `${labPath}/expansions/${encodeURIComponent(id)}`,
    (each) => !isOver(each.state),
    (each, message) => message.expansions.find((other) => other.expansion === id) ?? each,
  );
}

export function useExpansions() {
  return usePolled<readonly Expansion[]>(
    `${labPath}/expansions`,
    (all) => all.some((each) => !isOver(each.state)),
    (all, message) => merged(all, message.expansions, (each) => each.expansion),
  );
}
