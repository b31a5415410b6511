import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compareAddress, firstPair } from '../../src/compare/address';
import { baseOf } from '../../src/compare/base';
import { colourOf, stopFeatures } from '../../src/compare/features';
import { differenceText, figuresOf, figureText, type FigureName } from '../../src/compare/figures';
import { moveText, movedStops, placesOf } from '../../src/compare/moves';
import { breachText, changedText, versionText } from '../../src/compare/words';
import { regionCurrency, regionTimeZone } from '../../src/i18n/format';
import { locale } from '../../src/i18n/i18n';
import { OutletTable } from '../../src/live/outlets';
import { routeColours } from '../../src/map/ramps';
import { parse } from '../../src/shell/router';
import { breach, plan, route, trip, version } from './plans';

beforeEach(() => {
  locale.value = 'en';
  regionCurrency.value = 'CNY';
  regionTimeZone.value = 'Asia/Shanghai';
});

afterEach(() => {
  locale.value = 'en';
});

describe('the versions that one looks at first', () => {
  const line = [version(1, null), version(2, 1), version(3, 1, { isAside: true }), version(4, 2)];

  it('are what is published and the working plan', () => {
    expect(firstPair(line, 4, 1)).toEqual({ left: 1, right: 4 });
  });

  it('are the working plan and the version that it was made from, where nothing else is published', () => {
    expect(firstPair(line, 4, null)).toEqual({ left: 2, right: 4 });
    expect(firstPair(line, 4, 4)).toEqual({ left: 2, right: 4 });
  });

  it('are the latest and the one before it where nothing is said', () => {
    expect(firstPair([version(1, null), version(2, null, { origin: null })], null, null)).toEqual({ left: 1, right: 2 });
    expect(firstPair([version(1, null)], 1, 1)).toEqual({ left: 1, right: 1 });
    expect(firstPair([], null, null)).toBeNull();
  });

  it('have an address that is read again as it was written', () => {
    const address = new URL(compareAddress('D/1', '2026-03-04', { left: 2, right: 5 }), 'http://desk');
    expect(parse(address.pathname, '', address.search)).toEqual({ page: 'compare', distributor: 'D/1', date: '2026-03-04', left: 2, right: 5 });
    expect(parse(compareAddress(null, null))).toEqual({ page: 'compare', distributor: null, date: null, left: null, right: null });
    expect(compareAddress('D1', null)).toBe('/compare/D1');
  });
});

describe('the working plan that an adoption follows', () => {
  const madeBy = (by: string) => plan(8, [], { origin: { kind: 'Edited', base: 7, by, at: '2026-03-04T01:00:00Z', edits: null, run: null, adopted: null, reverted: null } });

  it('is the one that the person has seen, whatever a colleague has made since', () => {
    expect(baseOf(madeBy('U2'), null, 'U1')).toBe(8);
    expect(baseOf(madeBy('U2'), 7, 'U1')).toBe(7);
  });

  it('is their own latest one', () => {
    expect(baseOf(madeBy('U1'), 7, 'U1')).toBe(8);
    // Just adopted, and not loaded yet.
    expect(baseOf(madeBy('U1'), 9, 'U1')).toBe(9);
  });

  it('is none where every plan was discarded', () => {
    expect(baseOf(null, null, 'U1')).toBe(0);
  });
});

describe('the figures', () => {
  const left = plan(1, [route('V1', trip('a', 'b')), route('V2', trip('c'))], { breaches: [breach('Window', 900, { order: 'a' }), breach('Window', 300, { order: 'b' }), breach('Cases', 3)] });
  const right = plan(2, [route('V1', trip('a', 'b'))], { breaches: [breach('Window', 1500, { order: 'a' })], tray: ['c'] });
  const figure = (name: FigureName) => figuresOf(left, right).find((each) => each.name === name);

  it('are those of both plans, and what the right one has more', () => {
    expect(figure('distance')).toEqual({ name: 'distance', left: 3000, right: 2000, difference: -1000, verdict: 'better' });
    expect(figure('working')).toEqual({ name: 'working', left: 14_400, right: 7200, difference: -7200, verdict: 'better' });
    expect(figure('vehicles')).toEqual({ name: 'vehicles', left: 2, right: 1, difference: -1, verdict: 'better' });
    expect(figure('cost')).toEqual({ name: 'cost', left: 20_000, right: 10_000, difference: -10_000, verdict: 'better' });
    expect(figure('unserved')).toEqual({ name: 'unserved', left: 0, right: 1, difference: 1, verdict: 'worse' });
  });

  it('count lateness by stops and by time, and every broken rule', () => {
    expect(figure('lateStops')).toMatchObject({ left: 2, right: 1, verdict: 'better' });
    expect(figure('lateness')).toMatchObject({ left: 1200, right: 1500, difference: 300, verdict: 'worse' });
    expect(figure('breaches')).toMatchObject({ left: 3, right: 1, verdict: 'better' });
  });

  it('are the same where the difference cannot be seen in them', () => {
    const near = figuresOf(plan(1, [], { distance: 10_000 }), plan(2, [], { distance: 10_040 }));
    expect(near.every((each) => each.verdict === 'same')).toBe(true);
    expect(figuresOf(plan(1, [], { distance: 10_000 }), plan(2, [], { distance: 10_060 }))[0].verdict).toBe('worse');
    expect(figuresOf(left, left).map((each) => each.verdict)).toEqual(Array(8).fill('same'));
  });

  it('are written with unit and sign', () => {
    expect(figureText('working', 14_400)).toBe('4 h 00');
    expect(figuresOf(left, right).map(differenceText)).toEqual(['−1 km', '−2 h 00', '−1', '−¥100.00', '−1', '+5 min', '+1', '−2']);
  });
});

describe('the stops moved', () => {
  const left = plan(1, [route('V1', trip('a', 'b', 'c'), trip('d')), route('V2', trip('e'))], { tray: ['f'] });
  const right = plan(2, [route('V1', trip('b', 'a')), route('V2', trip('e', 'd+x'), trip('f'))], { tray: ['c'] });
  const moves = movedStops(left, right, ['d', 'a']);

  it('are those that only one version serves, then the others by where they were', () => {
    expect(moves.map((move) => move.order)).toEqual(['c', 'f', 'a', 'd']);
    expect(moves[0]).toEqual({ order: 'c', terminal: 'T-c', from: { vehicle: 'V1', trip: 1, stop: 3 }, to: null });
  });

  it('are told from where to where', () => {
    expect(moves.map(moveText)).toEqual([
      'V1, trip 1, stop 3 → not served',
      'not served → V2, trip 2, stop 1',
      'V1, trip 1: stop 1 → stop 2',
      'V1, trip 2, stop 1 → V2, trip 1, stop 2',
    ]);
    locale.value = 'zh';
    expect(moveText(moves[3])).toBe('V1 第 2 趟第 1 站 → V2 第 1 趟第 2 站');
  });

  it('leave out an order that one of the plans does not know', () => {
    expect(movedStops(left, right, ['gone'])).toHaveLength(2);
    expect(placesOf(right).get('x')).toEqual({ terminal: 'T-d', place: { vehicle: 'V2', trip: 1, stop: 2 } });
  });
});

describe('what is said of a version', () => {
  const name = (id: string) => `Person ${id}`;

  it('names it by number, how it came about, who, when, and how it stands', () => {
    const now = { working: 4, published: 2 };
    expect(versionText(version(4, 2), now, name)).toBe('Version 4 · changed by hand by Person U1, 4 Mar, 09:00 · working plan · proposed');
    expect(versionText(version(3, 1, { isAside: true, status: 'Discarded' }), now, name)).toContain('set aside · discarded');
    expect(versionText(version(2, null, { origin: null, status: 'Published' }), now, name)).toBe('Version 2 · published');
    expect(versionText(version(1, null, { origin: null, status: 'Published' }), now, name)).toBe('Version 1 · published earlier');
  });

  it('says who has changed the plan, where that is known', () => {
    expect(changedText(7, { by: 'U2', at: '2026-03-04T01:00:00.0000000+00:00' }, name)).toBe('Person U2 changed the plan at 09:00: it is at version 7 by now.');
    expect(changedText(7, null, name)).toBe('The plan is at version 7 by now.');
  });

  it('names a broken rule with whom it is about, by the plan that breaks it', () => {
    const places = placesOf(plan(1, [route('V1', trip('a'))]));
    expect(breachText(breach('Window', 1500, { order: 'a' }), places)).toBe('T-a: 25 min late');
    expect(breachText(breach('Mass', 250_000), places)).toBe('V1: 250 kg too heavy');
    // The server leaves out what is null.
    const { order: _, ...aboutVehicle } = breach('Shift', 1200, { isAllowed: true, price: 1800 });
    expect(breachText(aboutVehicle as ReturnType<typeof breach>, places)).toBe('V1: back 20 min after its shift, allowed for ¥18.00');
  });
});

describe('the maps', () => {
  it('give a vehicle one colour in every version', () => {
    const fleet = ['V1', 'V2', 'V3'];
    expect(fleet.map((vehicle) => colourOf(fleet, vehicle))).toEqual(routeColours.slice(0, 3));
  });

  it('number stops along the vehicle’s day and put those that differ on top, whatever route is chosen', () => {
    const outlets = new OutletTable();
    const ids = ['T-a', 'T-b', 'T-c', 'T-d'];
    outlets.load({
      ids, names: ids, kind: [], class: [], rep: [], distributor: [], status: [], day: '', position: 0,
      lon: [1, 2, 3, 4], lat: [5, 6, 7, 8], coverDays: [], sinceVisitDays: [], outOfStock: [0, 0, 0, 0], listed: [0, 0, 0, 0],
    } as unknown as Parameters<OutletTable['load']>[0]);
    const shown = stopFeatures(plan(1, [route('V1', trip('a', 'b'), trip('c'))], { tray: ['d', 'elsewhere'] }), new Set(['a']), outlets, ['V1']);
    expect(shown.features.map((each) => [each.properties.order, each.properties.vehicle, each.properties.label])).toEqual([
      ['b', 'V1', '2'],
      ['c', 'V1', '3'],
      ['d', '', '!'],
      ['a', '', '1'],
    ]);
    expect(shown.features[3].geometry).toEqual({ type: 'Point', coordinates: [1, 5] });
  });
});
