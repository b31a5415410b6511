import type { Expansion } from '../../api/expansion';
import { labPath } from '../../api/lab';
import { isOver } from '../jobs/jobState';
import { useJob } from '../jobs/useJob';
import { merged, usePolled } from '../jobs/usePolled';

export function useExpansion(id: string) {
  return useJob<Expansion>(`${labPath}/expansions/${encodeURIComponent(id)}`, ({ expansions }) => expansions.find((each) => each.expansion === id));
}

export function useExpansions() {
  return usePolled<readonly Expansion[]>(
    `${labPath}/expansions`,
    (all) => all.some((each) => !isOver(each.state)),
    (all, message) => merged(all, message.expansions, (each) => each.expansion),
  );
}
