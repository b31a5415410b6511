// Spherical Mercator with the world as the unit square, y growing southwards.
// Source: EPSG:3857 scaled to [0, 1], as web maps use it.

export function longitudeToMercator(longitude: number): number {
  return longitude / 360 + 0.5;
}

export function latitudeToMercator(latitude: number): number {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}
