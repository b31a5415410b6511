import { afterEach, describe, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BadRequest, Refusal } from '../src/api/client';
import { explain, figures, unservedReason } from '../src/i18n/codes';
import { en } from '../src/i18n/en';
import { cases, duration, money, number, percent, regionCurrency, regionTimeZone, secondsOfDay, timeOfDay, day, dateOf, tenThousands } from '../src/i18n/format';
import { locale, t } from '../src/i18n/i18n';
import type { Message } from '../src/i18n/message';
import { zh } from '../src/i18n/zh';

afterEach(() => {
  locale.value = 'en';
  tenThousands.value = true;
});

const texts = (message: Message): string[] => (typeof message === 'string' ? [message] : [message.one, message.other]);
const parameters = (message: Message): string[] =>
  [...new Set(texts(message).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1])))].sort();

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

describe('the catalogues', () => {
  it('have the same keys', () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  });

  it('have each key in one table only, so that none hides another', () => {
    const tables = import.meta.glob<Record<string, object>>('../src/i18n/messages/*.en.ts', { eager: true });
    const keys = Object.values(tables).flatMap((table) => Object.values(table).flatMap((messages) => Object.keys(messages)));
    expect(keys.length).toBeGreaterThan(1000);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('have no empty message', () => {
    for (const catalogue of [en, zh]) for (const [key, message] of Object.entries(catalogue)) for (const text of texts(message)) expect(text.trim(), key).not.toBe('');
  });

  it('use the same parameters in both languages', () => {
    const countOnly = (names: string[]) => names.filter((name) => name !== 'count');
    for (const key of Object.keys(en) as (keyof typeof en)[]) expect(countOnly(parameters(zh[key])), key).toEqual(countOnly(parameters(en[key])));
  });

  it('hold Chinese in the Chinese one wherever the English one has words', () => {
    const same = Object.entries(en).filter(([key, message]) => texts(message).some((text) => /[A-Za-z]{3}/.test(text.replace(/\{\w+\}/g, ''))) && !/[一-鿿]/.test(texts(zh[key as keyof typeof en]).join('')));
    expect(same.map(([key]) => key)).toEqual(['app.name']);
  });

  it('have no message that no page uses', () => {
    const folder = fileURLToPath(new URL('../src', import.meta.url));
    const code = sources(folder)
      .filter((path) => !/i18n[\\/](en|zh|messages[\\/]\w+\.(en|zh))\.ts$/.test(path))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    // Keys put together from a code end in a part that the code supplies.
    const families = [...code.matchAll(/`([\w.]+\.)\$\{/g)].map((match) => match[1]);
    const named = new Set([...code.matchAll(/'([\w.-]+)'/g)].map((match) => match[1]));
    const unused = Object.keys(en).filter((key) => !named.has(key) && !families.some((family) => key.startsWith(family)));
    expect(unused).toEqual([]);
  });
});

describe('messages', () => {
  it('switch with the language and fill their parameters', () => {
    locale.value = 'en';
    expect(t('plan.published', { version: 3 })).toBe('Published 3');
    locale.value = 'zh';
    expect(t('plan.published', { version: 3 })).toBe('已发布 3');
  });

  it('choose the plural form', () => {
    locale.value = 'en';
    expect(t('plan.routes', { count: 1 })).toBe('1 route');
    expect(t('plan.routes', { count: 4 })).toBe('4 routes');
  });

  it('explain refusals by code and figures', () => {
    locale.value = 'en';
    expect(explain(new Refusal(409, 'order.unknown-product', { product: 'P99' }))).toBe('The product P99 is not known.');
    expect(explain(new Refusal(409, 'some.new-code', { a: '1' }))).toBe('Refused: some.new-code (a 1)');
    expect(explain(new BadRequest([{ code: 'person.name', rule: 'server words' }]))).toBe('Give a name.');
    locale.value = 'zh';
    expect(explain(new Refusal(401, 'session.rejected', {}))).toBe('邮箱或密码错误。');
  });

  it('explain why an order is not served', () => {
    locale.value = 'zh';
    expect(unservedReason('NoTimeLeft')).toBe('没有线路有剩余时间。');
    expect(figures({ demandCases: '900', largestCases: '160' })).toBe('订货 900 箱 · 最大车辆 160 箱');
    expect(figures(null)).toBe('');
  });
});

describe('formats', () => {
  it('write numbers, shares and money', () => {
    locale.value = 'en';
    regionCurrency.value = 'CNY';
    expect(number(12345)).toBe('12,345');
    expect(percent(0.9142)).toBe('91.4%');
    expect(money(128050)).toBe('¥1,280.50');
    expect(number(null)).toBe('–');
    expect(cases(1)).toBe('1 case');
    regionCurrency.value = 'JPY';
    expect(money(1280)).toBe('¥1,280');
  });

  it('write large numbers in 万 when asked', () => {
    locale.value = 'zh';
    expect(number(1234567)).toBe('123.5万');
    tenThousands.value = false;
    expect(number(1234567)).toBe('1,234,567');
  });

  it('write times of day past midnight and lengths', () => {
    locale.value = 'en';
    expect(timeOfDay(8 * 3600 + 5 * 60)).toBe('08:05');
    expect(timeOfDay(25 * 3600)).toBe('25:00');
    expect(duration(45 * 60)).toBe('45 min');
    expect(duration(3 * 3600 + 4 * 60)).toBe('3 h 04');
  });

  it('keep dates free of the browser’s time zone', () => {
    locale.value = 'en';
    expect(day('2026-03-04')).toBe('Wed 4 Mar');
  });

  it('read instants on the region’s clock', () => {
    regionTimeZone.value = 'Asia/Shanghai';
    expect(secondsOfDay('2026-03-04T16:30:00Z')).toBe(30 * 60);
    expect(dateOf('2026-03-04T16:30:00Z')).toBe('2026-03-05');
  });
});
