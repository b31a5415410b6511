import { describe, expect, it } from 'vitest';
import { difference, minorUnits } from '../src/dispatchOrders/reconcile';

const outcome = {
  isOut: false,
  driven: 0,
  stopsDone: 2,
  stopsOpen: 0,
  goods: [
    { product: 'cola', loaded: 10, delivered: 7, returned: 0 },
    { product: 'tea', loaded: 4, delivered: 4, returned: 0 },
  ],
  cashCollected: 12_500,
};

// Expected values are counted by hand: three colas should come back.
describe('difference of goods and cash', () => {
  it('is none when everything is back', () => {
    expect(difference(outcome, { returned: [{ product: 'cola', cases: 3 }], cashCounted: 12_500 })).toEqual({ cases: 0, cash: 0, any: false });
  });

  it('shows a case that is missing and cash that is too much', () => {
    expect(difference(outcome, { returned: [{ product: 'cola', cases: 2 }], cashCounted: 12_600 })).toEqual({ cases: 1, cash: 100, any: true });
  });

  it('does not let one product make up for another', () => {
    const returned = [
      { product: 'cola', cases: 2 },
      { product: 'water', cases: 1 },
    ];
    expect(difference(outcome, { returned, cashCounted: 12_500 })).toEqual({ cases: 0, cash: 0, any: true });
  });
});

describe('amounts typed by a person', () => {
  it('are rounded to the minor unit', () => {
    expect(minorUnits('12.345', 2)).toBe(1235);
    expect(minorUnits('', 2)).toBe(0);
  });

  it('are refused when they are no amounts', () => {
    expect(minorUnits('12x', 2)).toBeNull();
    expect(minorUnits('-1', 2)).toBeNull();
  });
});
