import type { OutletColumns, TerminalClass } from '../api/outlets';
import { latitudeToMercator, longitudeToMercator } from '../map/mercator';

export const recordBytes = 10;
const missing = 65535;

/** Every outlet in scope as columns. Frames name outlets by a number of their own, which the table maps to its rows. */
export class OutletTable {
  ids: string[] = [];
  names: string[] = [];
  kinds: OutletColumns['kind'] = [];
  classes: TerminalClass[] = [];
  reps: (string | null)[] = [];
  distributors: (string | null)[] = [];
  statuses: OutletColumns['status'] = [];
  longitude = new Float64Array(0);
  latitude = new Float64Array(0);
  x = new Float64Array(0);
  y = new Float64Array(0);
  /** Days of stock cover; NaN where nothing sells. */
  coverDays = new Float32Array(0);
  /** Days since the last valid visit; NaN where there was none. */
  sinceVisitDays = new Float32Array(0);
  outOfStock = new Uint8Array(0);
  listed = new Uint8Array(0);
  day = '';
  /** The journal position that the figures reflect. */
  position = 0;
  /** Row of each live index; -1 where the outlet is out of scope. */
  private rows = new Int32Array(0);
  private indexById = new Map<string, number>();

  get count(): number {
    return this.ids.length;
  }

  indexOf(id: string): number {
    return this.indexById.get(id) ?? -1;
  }

  nameOf(id: string): string {
    const index = this.indexOf(id);
    return index < 0 ? id : this.names[index];
  }

  load(columns: OutletColumns): void {
    const count = columns.ids.length;
    this.ids = columns.ids;
    this.names = columns.names;
    this.kinds = columns.kind;
    this.classes = columns.class;
    this.reps = columns.rep;
    this.distributors = columns.distributor;
    this.statuses = columns.status;
    this.day = columns.day;
    this.position = columns.position;
    this.longitude = Float64Array.from(columns.lon);
    this.latitude = Float64Array.from(columns.lat);
    this.x = this.longitude.map(longitudeToMercator);
    this.y = this.latitude.map(latitudeToMercator);
    this.coverDays = Float32Array.from({ length: count }, (_, index) => columns.coverDays[index] ?? NaN);
    this.sinceVisitDays = Float32Array.from({ length: count }, (_, index) => columns.sinceVisitDays[index] ?? NaN);
    this.outOfStock = Uint8Array.from(columns.outOfStock, (value) => Math.min(255, Number(value)));
    this.listed = Uint8Array.from(columns.listed, (value) => Math.min(255, Number(value)));
    const live = columns.index ?? columns.ids.map((_, row) => row);
    this.rows = new Int32Array(live.reduce((highest, each) => Math.max(highest, each + 1), 0)).fill(-1);
    live.forEach((each, row) => (this.rows[each] = row));
    this.indexById = new Map(columns.ids.map((id, index) => [id, index]));
  }

  /** Writes one frame's changes; answers the lowest and highest index touched, or null. */
  apply(bytes: Uint8Array): { first: number; last: number } | null {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let first = Infinity;
    let last = -1;
    for (let at = 0; at + recordBytes <= bytes.byteLength; at += recordBytes) {
      const liveIndex = view.getUint32(at, true);
      const index = liveIndex < this.rows.length ? this.rows[liveIndex] : -1;
      if (index < 0) continue;
      const cover = view.getUint16(at + 4, true);
      const since = view.getUint16(at + 6, true);
      this.coverDays[index] = cover === missing ? NaN : cover / 10;
      this.sinceVisitDays[index] = since === missing ? NaN : since;
      this.outOfStock[index] = view.getUint8(at + 8);
      this.listed[index] = view.getUint8(at + 9);
      if (index < first) first = index;
      if (index > last) last = index;
    }
    return last < 0 ? null : { first, last };
  }
}
