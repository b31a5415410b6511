import { tenths } from '../i18n/format';
import { t } from '../i18n/i18n';

/** A short time in minutes and tenths, as differences of half a minute matter here. */
export function minutes(seconds: number): string {
  return t('lessons.minutes', { value: tenths(seconds / 60) });
}
