import { computed } from '@preact/signals';
import { none } from '../i18n/format';
import { localeTag } from '../i18n/i18n';

const threeDigits = computed(() => new Intl.NumberFormat(localeTag.value, { maximumSignificantDigits: 3 }));

/** A number of any size in three digits, as parameters may be thousandths or millions. */
export function writeNumber(value: number | null | undefined): string {
  return value === null || value === undefined || !Number.isFinite(value) ? none : threeDigits.value.format(value);
}
