import type { WavePlan } from '../../api/expansion';
import { decimal, none, wholeMoney } from '../../i18n/format';
import { t } from '../../i18n/i18n';

/** What is sought, in its own unit: money, or weeks to leadership. */
export function objectiveText(goal: WavePlan['goal'], value: number | null): string {
  if (value === null) return none;
  return goal === 'netPresentValue' ? wholeMoney(value) : t('lab.weeks', { value: decimal(value) });
}
