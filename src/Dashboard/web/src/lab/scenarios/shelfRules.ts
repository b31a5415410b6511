import type { JsonObject } from '../../api/lab';
import { listAt, valueAt } from './scenarioPath';

export type ShelfRule = 'display' | 'shelfPrices' | 'delisting' | 'coverage';

/** The shelf rules that change anything: each does nothing at its usual values, which are 0. */
export function shelfRulesInEffect(scenario: JsonObject): ShelfRule[] {
  const isMore = (path: string) => Number(valueAt(scenario, path) ?? 0) > 0;
  const found: Record<ShelfRule, boolean> = {
    display: isMore('rules.display.pullGain'),
    shelfPrices: [0, 1, 2].some((at) => isMore(`rules.shelfPrices.spread[${at}]`)),
    delisting: isMore('rules.delisting.emptyHazard') || isMore('rules.delisting.uncalledHazard'),
    coverage: listAt(scenario, 'regions').some((_, index) => isMore(`regions[${index}].rivals.coverageStrength`)),
  };
  return (Object.keys(found) as ShelfRule[]).filter((rule) => found[rule]);
}
