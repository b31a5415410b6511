import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StopExplanation, StopOption } from '../../src/api/dispatch';
import { regionCurrency } from '../../src/i18n/format';
import { locale } from '../../src/i18n/i18n';
import { breachText, changeFigures, changeLine } from '../../src/today/edits/changeWords';
import { planRows } from '../../src/today/plans/planDay';
import { fixSentence, whyHere, whyNot } from '../../src/today/why/sentences';
import { breach, noChange, plan, route, stop, trip } from './days';

beforeEach(() => {
  locale.value = 'en';
  regionCurrency.value = 'CNY';
  planRows.value = [{ distributor: 'D1', date: '2026-03-04', proposed: plan([route('V1', trip(stop('O1', 36_000)))]), published: null }];
});

afterEach(() => {
  locale.value = 'en';
  planRows.value = null;
});

const texts = (change: Parameters<typeof changeFigures>[0]) => changeFigures(change).map((figure) => figure.text);
const option = (vehicle: string, cost: number, binding: StopOption['binding'] = null): StopOption => ({ vehicle, place: { trip: 0, index: 0 }, change: { ...noChange, cost }, binding });
const unserved = (...options: StopOption[]): StopExplanation => ({ order: 'O9', terminal: 'T9', vehicle: null, place: null, options, fix: null });

describe('what a change does', () => {
  it('is said in kilometres, time, money and lateness, with its sign and what it means', () => {
    const change = { ...noChange, distance: 1240, working: -360, cost: 320, lateStops: 1, lateness: 1500, unserved: -1 };
    expect(changeFigures(change)).toEqual([
      { text: '+1.2 km', tone: 'worse' },
      { text: '−6 min', tone: 'better' },
      { text: '+¥3.20', tone: 'worse' },
      { text: '+25 min lateness', tone: 'worse' },
      { text: '+1 late stop', tone: 'worse' },
      { text: '−1 not served', tone: 'better' },
    ]);
  });

  it('leaves out what rounds to nothing, and says so where nothing is left', () => {
    expect(texts({ ...noChange, distance: 30, working: 10 })).toEqual(['No change in distance, time or cost']);
  });

  it('names the broken rules with whom they are about', () => {
    expect(breachText(breach('Window', 1500, { order: 'O1' }))).toBe('TO1: 25 min late');
    expect(breachText(breach('Cases', 12))).toBe('V1: 12 cases too many');
    expect(breachText(breach('Mass', 250_000))).toBe('V1: 250 kg too heavy');
    expect(breachText(breach('Shift', 1200, { isAllowed: true, price: 1800 }))).toBe('V1: back 20 min after its shift, allowed for ¥18.00');
    expect(changeLine({ ...noChange, cost: 100, broken: [breach('Shift', 1200)] })).toBe('+¥1.00; V1: back 20 min after its shift');
  });

  it('never says that a rule is broken by no minutes', () => {
    expect(breachText(breach('Window', 5, { order: 'O1' }))).toBe('TO1: 1 min late');
  });
});

describe('why a stop is on no vehicle', () => {
  it('says how late the best vehicle with room would be, whatever is full', () => {
    const why = unserved(option('V1', 0, breach('Window', 2400)), option('V2', 0, breach('Window', 1500)), option('V3', 0, breach('Cases', 5)));
    expect(whyNot(why)).toBe('Every vehicle with space would be at least 25 min late.');
    locale.value = 'zh';
    expect(whyNot(why)).toBe('每辆有空位的车都会晚至少 25 分钟。');
  });

  it('says that all are full, that rules differ, or that one fits', () => {
    expect(whyNot(unserved(option('V1', 0, breach('Cases', 5)), option('V2', 0, breach('Mass', 5))))).toBe('Each of the 2 vehicles is full.');
    expect(whyNot(unserved(option('V1', 0, breach('Window', 60)), option('V2', 0, breach('Shift', 60))))).toContain('said below');
    expect(whyNot(unserved(option('V1', 0, breach('VehicleLimit', 1))))).toBe('No vehicle with space may come to the door.');
    expect(whyNot(unserved(option('V1', 500), option('V2', 0, breach('Cases', 5))))).toBe('V1 can take it without breaking a rule.');
    expect(whyNot(unserved())).toBe('No vehicle is in service.');
  });

  it('names the cheapest fix with its price in both languages', () => {
    const fix = {
      edits: [
        { kind: 'allow-overtime' as const, vehicle: 'V1', most: 1200, perHour: 5400 },
        { kind: 'move-stops' as const, stops: ['O1'], vehicle: 'V1', place: null },
      ],
      change: { ...noChange, cost: 1800 },
    };
    expect(fixSentence(fix)).toBe('Cheapest way: give V1 20 min overtime and put TO1 on V1; that costs ¥18.00.');
    locale.value = 'zh';
    expect(fixSentence(fix)).toBe('最省的办法：给 V1 加班 20 分钟，并把 TO1 排给 V1，需 ¥18.00。');
  });
});

describe('why a stop is where it is', () => {
  const served = (...options: StopOption[]): StopExplanation => ({ order: 'O1', terminal: 'TO1', vehicle: 'V1', place: { trip: 0, index: 0 }, options, fix: null });

  it('compares with its best place elsewhere', () => {
    expect(whyHere(served(option('V1', 0), option('V2', 900), option('V3', 400)))).toBe('Its best place elsewhere, on V3, would cost ¥4.00 more.');
    expect(whyHere(served(option('V1', 0), option('V2', -250)))).toBe('V2 would be ¥2.50 cheaper, looking at this stop alone.');
  });

  it('says so where no other vehicle can', () => {
    expect(whyHere(served(option('V1', 0), option('V2', 100, breach('Cases', 3))))).toBe('Every other vehicle would break a rule.');
    expect(whyHere(served(option('V1', 0)))).toBe('No other vehicle is in service.');
  });
});
