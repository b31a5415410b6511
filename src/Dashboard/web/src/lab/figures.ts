import { compareNames, decimal, none, number, percent, wholeMoney } from '../i18n/format';
import { knows, localized, t } from '../i18n/i18n';
import { regions } from '../region/regionStore';

const money: ReadonlySet<string> = new Set(['contribution', 'revenue', 'fieldCost', 'workingCapital', 'costPerPoint', 'lowestCash', 'cash']);
const shares: ReadonlySet<string> = new Set(['numericDistribution', 'weightedDistribution', 'share', 'outOfStockRate', 'breaksEven']);
const wholes: ReadonlySet<string> = new Set(['calls', 'adopted', 'delisted', 'casesSold', 'casesLost', 'casesDelivered', 'kilometres', 'dropsWaiting']);

export const wholeScenario = 'all';

/** "east.contribution": whose and what. A region's id may itself have points. */
export function partsOf(figure: string): { region: string; measure: string } {
  const cut = figure.lastIndexOf('.');
  return cut < 0 ? { region: wholeScenario, measure: figure } : { region: figure.slice(0, cut), measure: figure.slice(cut + 1) };
}

export function measureName(measure: string): string {
  const key = `lab.figure.${measure}`;
  return knows(key) ? t(key) : measure;
}

/** A live region by its name, another by its id. */
export function regionName(region: string): string {
  if (region === wholeScenario) return t('lab.allRegions');
  const live = regions.value.find((each) => each.id === region);
  return live ? localized(live.name) : region;
}

export function figureName(figure: string): string {
  const { region, measure } = partsOf(figure);
  return t('lab.figureOf', { measure: measureName(measure), region: regionName(region) });
}

/** A value of a figure or of a curve's measure, in its own unit. */
export function amount(measure: string, value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return none;
  if (money.has(measure)) return wholeMoney(value);
  if (shares.has(measure)) return percent(value);
  if (wholes.has(measure)) return number(value);
  return decimal(value);
}

/** A difference, with its sign; of shares in percentage points. */
export function change(measure: string, value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return none;
  const text = shares.has(measure) ? t('lab.points', { value: decimal(Math.abs(value) * 100) }) : amount(measure, Math.abs(value));
  // What rounds to nothing has no sign.
  return /[1-9]/.test(text) ? `${value > 0 ? '+' : '−'}${text}` : text;
}

/** "12 to 15", or nothing known: one replication has no band. */
export function band(measure: string, low: number | null | undefined, high: number | null | undefined, write: (measure: string, value: number) => string = amount): string {
  return low === null || high === null || low === undefined || high === undefined ? t('lab.noBand') : t('lab.band', { low: write(measure, low), high: write(measure, high) });
}

export function regionsOf(figures: readonly { figure: string }[]): string[] {
  const named = [...new Set(figures.map((each) => partsOf(each.figure).region))];
  return named.sort((a, b) => Number(b === wholeScenario) - Number(a === wholeScenario) || compareNames(a, b));
}
