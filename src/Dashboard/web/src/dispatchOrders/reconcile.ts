import type { DispatchActuals, DispatchOutcome, GoodsBalance } from '../api/dispatchOrders';

/** Cases of a product that are missing; negative where more came back than is left. */
export function missingCases(balance: GoodsBalance, returned: number): number {
  return balance.loaded - balance.delivered - returned;
}

/** What the goods counted back and the cash leave unexplained: cases missing over all products, and minor units too many (or, negative, too few). */
export function difference(outcome: DispatchOutcome, actuals: Pick<DispatchActuals, 'returned' | 'cashCounted'>): { cases: number; cash: number; any: boolean } {
  const back = new Map(actuals.returned.map((line) => [line.product, line.cases]));
  const missing = [
    ...outcome.goods.map((balance) => missingCases(balance, back.get(balance.product) ?? 0)),
    ...actuals.returned.filter((line) => !outcome.goods.some((balance) => balance.product === line.product)).map((line) => -line.cases),
  ];
  const cash = actuals.cashCounted - outcome.cashCollected;
  return { cases: missing.reduce((sum, count) => sum + count, 0), cash, any: cash !== 0 || missing.some((count) => count !== 0) };
}

/** Minor units of an amount as a person types it; null where it is no amount. */
export function minorUnits(text: string, digits: number): number | null {
  const value = Number(text.trim() === '' ? '0' : text);
  return Number.isFinite(value) && value >= 0 ? Math.round(value * 10 ** digits) : null;
}
