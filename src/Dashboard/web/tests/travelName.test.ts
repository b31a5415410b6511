import { afterEach, describe, expect, it } from 'vitest';
import { locale } from '../src/i18n/i18n';
import { travelName } from '../src/plans/travelName';

const started = locale.value;
afterEach(() => {
  locale.value = started;
});

// The labels are those of TravelMatrixBuilder.SourceLabel, of DayTravel and of the straight-line provider.
describe('the source of travel times', () => {
  it('is told in words of the language', () => {
    locale.value = 'en';
    expect(travelName('roads van')).toBe('road network, van');
    expect(travelName('roads motorbike from 07:30')).toBe('road network, motorbike, from 07:30');
    expect(travelName('roads van by time of day (00:00 06:30)')).toBe('road network, van, by time of day from 00:00 06:30');
    locale.value = 'zh';
    expect(travelName('roads van')).toBe('路网（厢式货车）');
  });

  it('stays as it is where it is of no roads', () => {
    for (const label of ['straight-line x 1.35 at 35 km/h (no roads)', 'roads hovercraft', 'osrm driving']) expect(travelName(label)).toBe(label);
  });
});
