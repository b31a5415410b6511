import type { SuggestedLine } from '../api/terminal';

export interface CountedProduct {
  product: string;
  counted: number;
  lastCount: number | null;
  receivedSince: number;
  onOrder: number;
  unitsPerCase: number;
}

const safetyFactor = 1.5;

/**
 * The order the 1.5x rule proposes, worked out on the phone while the server cannot be asked.
 *
 * Sold since the last count is last count + received − counted; the target is 1.5 times that;
 * the order is the target less what is there and on the way, in whole cases upwards. Without an
 * earlier count nothing is known of sales and nothing is proposed.
 * Source: the 1.5x order rule of route selling (1.5 倍安全库存).
 */
export function suggest(line: CountedProduct): SuggestedLine {
  const sold = line.lastCount === null ? 0 : Math.max(0, line.lastCount + line.receivedSince - line.counted);
  const units = Math.max(0, safetyFactor * sold - line.counted - line.onOrder);
  return {
    product: line.product,
    lastCount: line.lastCount,
    receivedSince: line.receivedSince,
    counted: line.counted,
    onOrder: line.onOrder,
    suggested: Math.ceil(units / Math.max(1, line.unitsPerCase)),
  };
}

/** Units sold since the last count, as the rule sees it. */
export function soldSince(line: Pick<SuggestedLine, 'lastCount' | 'receivedSince' | 'counted'>): number | null {
  return line.lastCount === null ? null : Math.max(0, line.lastCount + line.receivedSince - line.counted);
}
