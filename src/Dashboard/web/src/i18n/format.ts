import { computed, signal } from '@preact/signals';
import { locale, localeTag, t } from './i18n';

/** Whether large amounts are written with 万 and 亿 in Chinese. */
export const tenThousands = signal(true);

/** Time zone of the region on screen; instants are shown on its clock. */
export const regionTimeZone = signal('Asia/Shanghai');
export const regionCurrency = signal('CNY');

const integer = computed(() => new Intl.NumberFormat(localeTag.value, { maximumFractionDigits: 0 }));
const oneDecimal = computed(() => new Intl.NumberFormat(localeTag.value, { maximumFractionDigits: 1 }));
const tenth = computed(() => new Intl.NumberFormat(localeTag.value, { minimumFractionDigits: 1, maximumFractionDigits: 1 }));
const compact = computed(() => new Intl.NumberFormat(localeTag.value, { notation: 'compact', maximumFractionDigits: 1 }));
const percentage = computed(
  () => new Intl.NumberFormat(localeTag.value, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);
const currency = computed(
  () => new Intl.NumberFormat(localeTag.value, { style: 'currency', currency: regionCurrency.value, currencyDisplay: 'narrowSymbol' }),
);
const wholeCurrency = computed(
  () => new Intl.NumberFormat(localeTag.value, { style: 'currency', currency: regionCurrency.value, currencyDisplay: 'narrowSymbol', maximumFractionDigits: 0 }),
);
const compactCurrency = computed(
  () =>
    new Intl.NumberFormat(localeTag.value, { style: 'currency', currency: regionCurrency.value, currencyDisplay: 'narrowSymbol', notation: 'compact', maximumFractionDigits: 1 }),
);
const regionDate = computed(() => new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: regionTimeZone.value }));
const regionClock = computed(
  () => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone: regionTimeZone.value }),
);
const collator = computed(() => new Intl.Collator(localeTag.value, { numeric: true }));

export const currencySymbol = computed(() => currency.value.formatToParts(0).find((part) => part.type === 'currency')?.value ?? regionCurrency.value);

export const none = '–';

export function number(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return none;
  return Math.abs(value) >= 100_000 && locale.value === 'zh' && tenThousands.value ? compact.value.format(value) : integer.value.format(value);
}

export function decimal(value: number | null | undefined): string {
  return value === null || value === undefined || !Number.isFinite(value) ? none : oneDecimal.value.format(value);
}

/** With its tenth also where that is none, for figures below one another. */
export function tenths(value: number): string {
  return tenth.value.format(value);
}

export function percent(ratio: number | null | undefined): string {
  return ratio === null || ratio === undefined || !Number.isFinite(ratio) ? none : percentage.value.format(ratio);
}

/** Money from minor units of the region's currency. */
export function money(minor: number | null | undefined): string {
  if (minor === null || minor === undefined) return none;
  const digits = currency.value.resolvedOptions().maximumFractionDigits ?? 2;
  return currency.value.format(minor / 10 ** digits);
}

/** Money given in major units. */
export function majorMoney(major: number): string {
  return currency.value.format(major);
}

/** Money given in major units, without the small change. */
export function wholeMoney(major: number | null | undefined): string {
  if (major === null || major === undefined || !Number.isFinite(major)) return none;
  const isCompact = Math.abs(major) >= 100_000 && locale.value === 'zh' && tenThousands.value;
  return (isCompact ? compactCurrency : wholeCurrency).value.format(major);
}

export function kilometers(meters: number): string {
  return t('unit.kilometers', { value: decimal(meters / 1000) });
}

/** The way to a neighbour, which is too short for kilometres. */
export function leg(meters: number): string {
  return meters < 1000 ? t('unit.meters', { value: number(meters) }) : kilometers(meters);
}

export function kilograms(grams: number): string {
  return t('unit.kilograms', { value: number(Math.round(grams / 1000)) });
}

export function cubicMeters(milliliters: number): string {
  return t('unit.cubicMeters', { value: decimal(milliliters / 1_000_000) });
}

export function cases(count: number): string {
  return t('unit.cases', { count, value: number(count) });
}

/** A length of time as hours and minutes. */
export function duration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return minutes < 60
    ? t('unit.minutes', { value: minutes })
    : t('unit.hoursMinutes', { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') });
}

/** Seconds from midnight as HH:mm; past midnight the hours keep counting, as a shift does. */
export function timeOfDay(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The day of a `yyyy-MM-dd`, which belongs to no time zone. */
export function day(date: string | null | undefined): string {
  if (!date) return none;
  return format(new Date(`${date.slice(0, 10)}T00:00:00Z`), { month: 'short', day: 'numeric', weekday: 'short', timeZone: 'UTC' });
}

export function shortDay(date: string): string {
  return format(new Date(`${date.slice(0, 10)}T00:00:00Z`), { month: 'short', day: 'numeric', timeZone: 'UTC' });
}

export function clockTime(instant: string | number | Date, withSeconds = false): string {
  return format(new Date(instant), {
    hour: '2-digit',
    minute: '2-digit',
    ...(withSeconds ? { second: '2-digit' as const } : {}),
    hourCycle: 'h23',
    timeZone: regionTimeZone.value,
  });
}

export function dayAndTime(instant: string | number | Date | null | undefined): string {
  if (instant === null || instant === undefined || instant === '') return none;
  return format(new Date(instant), {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: regionTimeZone.value,
  });
}

/** A moment on this device's own clock, for what the device itself did. */
export function deviceTime(moment: number): string {
  return format(new Date(moment), { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** The region's calendar day of an instant, as `yyyy-MM-dd`. */
export function dateOf(instant: string | number | Date): string {
  return regionDate.value.format(new Date(instant));
}

/** Seconds from the region's midnight of an instant. */
export function secondsOfDay(instant: string | number | Date): number {
  const [hours, minutes, seconds] = regionClock.value.format(new Date(instant)).split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

/** Names in the order of the language: pinyin for Chinese. */
export function compareNames(a: string, b: string): number {
  return collator.value.compare(a, b);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(value: Date, options: Intl.DateTimeFormatOptions): string {
  if (Number.isNaN(value.getTime())) return none;
  // Building a formatter costs far more than using one, and lists format hundreds of times.
  const key = `${localeTag.value} ${JSON.stringify(options)}`;
  let formatter = formats.get(key);
  if (!formatter) formats.set(key, (formatter = new Intl.DateTimeFormat(localeTag.value, options)));
  return formatter.format(value);
}
