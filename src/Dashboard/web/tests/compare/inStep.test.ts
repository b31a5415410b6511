import { describe, expect, it } from 'vitest';
import { keepInStep, type Camera, type Steerable } from '../../src/map/inStep';

/** A map as MapLibre moves it: a jump tells of the movement before it returns. */
class TellingMap implements Steerable {
  onMove: (camera: Camera) => void = () => undefined;
  jumps = 0;

  constructor(private at: Camera) {}

  camera(): Camera {
    return this.at;
  }

  follow(camera: Camera): void {
    this.jumps++;
    this.pan(camera);
  }

  pan(camera: Camera): void {
    this.at = camera;
    this.onMove(camera);
  }
}

const suzhou = { longitude: 120.6, latitude: 31.3, zoom: 11 };
const wuxi = { longitude: 120.3, latitude: 31.5, zoom: 13 };

describe('maps in step', () => {
  it('look where the first one looks, then follow whichever is moved', () => {
    const [left, right] = [new TellingMap(suzhou), new TellingMap(wuxi)];
    keepInStep([left, right]);
    expect(right.camera()).toEqual(suzhou);
    right.pan(wuxi);
    expect(left.camera()).toEqual(wuxi);
  });

  it('move once for each step, and send no echo back', () => {
    const [left, right] = [new TellingMap(suzhou), new TellingMap(suzhou)];
    keepInStep([left, right]);
    left.pan(wuxi);
    left.pan(suzhou);
    expect([left.jumps, right.jumps]).toEqual([0, 3]);
  });

  it('go their own ways again when they are let go', () => {
    const [left, right] = [new TellingMap(suzhou), new TellingMap(suzhou)];
    keepInStep([left, right])();
    left.pan(wuxi);
    expect(right.camera()).toEqual(suzhou);
  });
});
