import { describe, expect, it } from 'vitest';
import type { OutletColumns } from '../src/api/outlets';
import { fromBase64 } from '../src/live/base64';
import { MoverTable, recordBytes as moverBytes } from '../src/live/movers';
import { OutletTable, recordBytes as outletBytes } from '../src/live/outlets';
import { latitudeToMercator, longitudeToMercator } from '../src/map/mercator';

// Records are laid out here by hand from docs/api.md, byte by byte, so that the decoder is checked against the page, not itself.

interface MoverRecord {
  index: number;
  kind: number;
  activity: number;
  longitude: number;
  latitude: number;
  heading: number;
}

function moverFrame(records: readonly MoverRecord[]): Uint8Array {
  const buffer = Buffer.alloc(records.length * 16);
  records.forEach((record, row) => {
    buffer.writeUInt16LE(record.index, row * 16);
    buffer.writeUInt8(record.kind, row * 16 + 2);
    buffer.writeUInt8(record.activity, row * 16 + 3);
    buffer.writeFloatLE(record.longitude, row * 16 + 4);
    buffer.writeFloatLE(record.latitude, row * 16 + 8);
    buffer.writeFloatLE(record.heading, row * 16 + 12);
  });
  return new Uint8Array(buffer);
}

function outletFrame(records: readonly [index: number, cover: number, since: number, empty: number, listed: number][]): Uint8Array {
  const buffer = Buffer.alloc(records.length * 10);
  records.forEach(([index, cover, since, empty, listed], row) => {
    buffer.writeUInt32LE(index, row * 10);
    buffer.writeUInt16LE(cover, row * 10 + 4);
    buffer.writeUInt16LE(since, row * 10 + 6);
    buffer.writeUInt8(empty, row * 10 + 8);
    buffer.writeUInt8(listed, row * 10 + 9);
  });
  return new Uint8Array(buffer);
}

const columns: OutletColumns = {
  position: 7,
  day: '2026-03-04',
  index: [0, 2, 5],
  ids: ['a', 'b', 'c'],
  names: ['甲', '乙', '丙'],
  lon: [112, 112.5, 113],
  lat: [28, 28.5, 29],
  kind: ['Grocery', 'Grocery', 'Grocery'],
  class: ['A', 'B', 'C'],
  rep: ['r1', 'r1', 'r2'],
  distributor: ['d', 'd', 'd'],
  coverDays: [3.5, null, 12],
  sinceVisitDays: [1, 2, null],
  outOfStock: [0, 1, 2],
  listed: [10, 10, 10],
  status: ['Active', 'Active', 'Active'],
};

describe('mover frames', () => {
  it('reads the documented 16 bytes', () => {
    const movers = new MoverTable();
    movers.addIds(['V1', 'R1'], true);
    const frame = moverFrame([
      { index: 1, kind: 0, activity: 2, longitude: 112.5, latitude: 28.25, heading: 270 },
      { index: 0, kind: 1, activity: 1, longitude: 113, latitude: 29, heading: 90 },
    ]);
    expect(moverBytes).toBe(16);
    expect(movers.apply(frame, true, 1000)).toBe(2);
    expect([...movers.kind.slice(0, 2)]).toEqual([1, 0]);
    expect([...movers.activity.slice(0, 2)]).toEqual([1, 2]);
    expect(movers.longitude[1]).toBe(112.5);
    expect(movers.latitude[1]).toBe(28.25);
    expect(movers.heading[1]).toBe(270);
    expect(movers.toX[1]).toBe(longitudeToMercator(112.5));
    expect(movers.toY[1]).toBe(latitudeToMercator(28.25));
    expect(movers.tally()).toEqual({ travelling: 1, atStop: 1, offDuty: 0 });
  });

  it('glides from where the point was drawn to its new place', () => {
    const movers = new MoverTable();
    movers.addIds(['V1'], true);
    movers.apply(moverFrame([{ index: 0, kind: 1, activity: 1, longitude: 112, latitude: 28, heading: 0 }]), true, 0);
    movers.tickMilliseconds = 100;
    movers.apply(moverFrame([{ index: 0, kind: 1, activity: 1, longitude: 113, latitude: 28, heading: 0 }]), false, 1000);
    const start = longitudeToMercator(112);
    const end = longitudeToMercator(113);
    expect(movers.fromX[0]).toBeCloseTo(start, 12);
    expect(movers.share(0, 1000)).toBe(0);
    const tick = movers.tickMilliseconds;
    // Half-way through the tick the next frame arrives: the point starts from half-way, not from either end.
    movers.apply(moverFrame([{ index: 0, kind: 1, activity: 1, longitude: 112, latitude: 28, heading: 0 }]), false, 1000 + tick / 2);
    const shareThen = movers.fromX[0];
    expect(shareThen).toBeGreaterThan(start);
    expect(shareThen).toBeLessThan(end);
  });

  it('jumps on a snapshot and forgets who is not in it', () => {
    const movers = new MoverTable();
    movers.addIds(['V1', 'V2'], true);
    movers.apply(moverFrame([{ index: 0, kind: 1, activity: 1, longitude: 112, latitude: 28, heading: 0 }]), true, 0);
    movers.addIds(['V2', 'V3'], true);
    movers.apply(moverFrame([{ index: 1, kind: 1, activity: 1, longitude: 113, latitude: 28, heading: 0 }]), true, 50);
    expect([...movers.known.slice(0, 2)]).toEqual([0, 1]);
    expect(movers.fromX[1]).toBe(movers.toX[1]);
  });

  it('ignores an index it has no id for and a cut-off record', () => {
    const movers = new MoverTable();
    movers.addIds(['V1'], true);
    const frame = moverFrame([
      { index: 9, kind: 1, activity: 1, longitude: 1, latitude: 1, heading: 0 },
      { index: 0, kind: 1, activity: 1, longitude: 2, latitude: 2, heading: 0 },
    ]);
    expect(movers.apply(frame.slice(0, 24), false, 0)).toBe(1);
    expect(movers.known[0]).toBe(0);
  });

  it('keeps what it knew when the table grows', () => {
    const movers = new MoverTable();
    movers.addIds(['V0'], true);
    movers.apply(moverFrame([{ index: 0, kind: 1, activity: 1, longitude: 112, latitude: 28, heading: 45 }]), true, 0);
    movers.addIds(Array.from({ length: 500 }, (_, index) => `V${index + 1}`), false);
    movers.apply(moverFrame([{ index: 500, kind: 0, activity: 0, longitude: 110, latitude: 20, heading: 0 }]), false, 10);
    expect(movers.heading[0]).toBe(45);
    expect(movers.known[500]).toBe(1);
  });
});

describe('outlet frames', () => {
  it('maps live indexes with gaps to rows', () => {
    const outlets = new OutletTable();
    outlets.load(columns);
    expect(outletBytes).toBe(10);
    const change = outlets.apply(outletFrame([[5, 45, 65535, 3, 11], [2, 65535, 9, 0, 12]]));
    expect(change).toEqual({ first: 1, last: 2 });
    expect(outlets.coverDays[2]).toBeCloseTo(4.5, 6);
    expect(outlets.sinceVisitDays[2]).toBeNaN();
    expect(outlets.outOfStock[2]).toBe(3);
    expect(outlets.coverDays[1]).toBeNaN();
    expect(outlets.sinceVisitDays[1]).toBe(9);
    expect(outlets.listed[1]).toBe(12);
    expect(outlets.coverDays[0]).toBeCloseTo(3.5, 6);
  });

  it('leaves out outlets that are not in scope', () => {
    const outlets = new OutletTable();
    outlets.load(columns);
    expect(outlets.apply(outletFrame([[1, 1, 1, 1, 1], [900, 1, 1, 1, 1]]))).toBeNull();
  });

  it('finds names by id and says the id where it knows none', () => {
    const outlets = new OutletTable();
    outlets.load(columns);
    expect(outlets.nameOf('b')).toBe('乙');
    expect(outlets.nameOf('zz')).toBe('zz');
  });
});

describe('base64', () => {
  it('agrees with Node for every byte value', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    expect([...fromBase64(Buffer.from(bytes).toString('base64'))]).toEqual([...bytes]);
  });
});

describe('mercator', () => {
  it('has its published corners', () => {
    // EPSG:3857 maps ±180° and ±85.0511287798066° to the edges of the square.
    expect(longitudeToMercator(-180)).toBe(0);
    expect(longitudeToMercator(180)).toBe(1);
    expect(latitudeToMercator(0)).toBe(0.5);
    expect(latitudeToMercator(85.0511287798066)).toBeCloseTo(0, 12);
    expect(latitudeToMercator(-85.0511287798066)).toBeCloseTo(1, 12);
  });
});
