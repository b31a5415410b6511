// The JSON forms of docs/api.md, a file per resource; here the values that many of them hold.
// Quantities are plain integers in the unit their name states.

export interface LocalizedText {
  zh: string;
  en: string;
}

export interface GeoPoint {
  longitude: number;
  latitude: number;
}

export interface Bounds {
  west: number;
  south: number;
  east: number;
  north: number;
}

export interface TimeWindow {
  start: number;
  end: number;
}

export interface Capacity {
  cases: number;
  /** Grams. */
  mass: number;
  /** Millilitres. */
  volume: number;
}
