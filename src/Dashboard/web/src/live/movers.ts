import { latitudeToMercator, longitudeToMercator } from '../map/mercator';

export const recordBytes = 16;

export const enum MoverKind {
  Rep = 0,
  Vehicle = 1,
}

export const enum Activity {
  OffDuty = 0,
  Travelling = 1,
  AtStop = 2,
}

/** Where reps and vehicles are: columns by the server's mover index, so that a frame is written without making objects. */
export class MoverTable {
  ids: string[] = [];
  kind = new Uint8Array(0);
  activity = new Uint8Array(0);
  /** 1 once a position has arrived. */
  known = new Uint8Array(0);
  heading = new Float32Array(0);
  fromX = new Float64Array(0);
  fromY = new Float64Array(0);
  toX = new Float64Array(0);
  toY = new Float64Array(0);
  longitude = new Float32Array(0);
  latitude = new Float32Array(0);
  updatedAt = new Float64Array(0);
  /** Real milliseconds over which a point glides to its new place: one tick of the server. */
  tickMilliseconds = 100;
  private lastFrameAt = 0;

  get count(): number {
    return this.ids.length;
  }

  /** Counts by what they do: travelling, at a stop, off duty. */
  tally(): { travelling: number; atStop: number; offDuty: number } {
    const counts = [0, 0, 0];
    for (let index = 0; index < this.ids.length; index++) {
      if (this.known[index] === 1) counts[this.activity[index]]++;
    }
    return { offDuty: counts[0], travelling: counts[1], atStop: counts[2] };
  }

  clear(): void {
    this.ids = [];
    this.known.fill(0);
  }

  addIds(ids: readonly string[], snapshot: boolean): void {
    if (snapshot) {
      this.ids = [...ids];
      this.known.fill(0);
    } else this.ids.push(...ids);
    this.reserve(this.ids.length);
  }

  /** Writes one frame's records; answers how many it held. */
  apply(bytes: Uint8Array, snapshot: boolean, now: number): number {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const records = Math.floor(bytes.byteLength / recordBytes);
    if (this.lastFrameAt > 0 && !snapshot) {
      const gap = Math.min(1000, Math.max(50, now - this.lastFrameAt));
      this.tickMilliseconds += (gap - this.tickMilliseconds) * 0.2;
    }
    this.lastFrameAt = now;

    for (let record = 0; record < records; record++) {
      const at = record * recordBytes;
      const index = view.getUint16(at, true);
      if (index >= this.ids.length) continue;
      const longitude = view.getFloat32(at + 4, true);
      const latitude = view.getFloat32(at + 8, true);
      const x = longitudeToMercator(longitude);
      const y = latitudeToMercator(latitude);
      const glides = !snapshot && this.known[index] === 1;
      const share = glides ? this.share(index, now) : 1;
      this.fromX[index] = glides ? this.fromX[index] + (this.toX[index] - this.fromX[index]) * share : x;
      this.fromY[index] = glides ? this.fromY[index] + (this.toY[index] - this.fromY[index]) * share : y;
      this.toX[index] = x;
      this.toY[index] = y;
      this.longitude[index] = longitude;
      this.latitude[index] = latitude;
      this.heading[index] = view.getFloat32(at + 12, true);
      this.kind[index] = view.getUint8(at + 2);
      this.activity[index] = Math.min(2, view.getUint8(at + 3));
      this.known[index] = 1;
      this.updatedAt[index] = now;
    }
    return records;
  }

  /** How far the point has glided from its last place to its new one, 0 to 1. */
  share(index: number, now: number): number {
    return Math.min(1, Math.max(0, (now - this.updatedAt[index]) / this.tickMilliseconds));
  }

  private reserve(count: number): void {
    if (count <= this.kind.length) return;
    const size = Math.max(64, 2 ** Math.ceil(Math.log2(count)));
    this.kind = grown(this.kind, new Uint8Array(size));
    this.activity = grown(this.activity, new Uint8Array(size));
    this.known = grown(this.known, new Uint8Array(size));
    this.heading = grown(this.heading, new Float32Array(size));
    this.fromX = grown(this.fromX, new Float64Array(size));
    this.fromY = grown(this.fromY, new Float64Array(size));
    this.toX = grown(this.toX, new Float64Array(size));
    this.toY = grown(this.toY, new Float64Array(size));
    this.longitude = grown(this.longitude, new Float32Array(size));
    this.latitude = grown(this.latitude, new Float32Array(size));
    this.updatedAt = grown(this.updatedAt, new Float64Array(size));
  }
}

function grown<TArray extends { set(source: TArray): void }>(from: TArray, to: TArray): TArray {
  to.set(from);
  return to;
}
