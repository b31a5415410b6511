/** Where a map looks. */
export interface Camera {
  longitude: number;
  latitude: number;
  zoom: number;
}

/** A map as far as it can be moved along with others. */
export interface Steerable {
  onMove: (camera: Camera) => void;
  camera(): Camera;
  follow(camera: Camera): void;
}

/**
 * Moves every map as any of them moves, from now on and until the answer is called; at first all look where the first one does.
 * A map that follows tells of its own movement before it is done following, and nobody listens then: no echo goes round.
 */
export function keepInStep(maps: readonly Steerable[]): () => void {
  let moving = false;
  const lead = (leader: Steerable, camera: Camera) => {
    if (moving) return;
    moving = true;
    try {
      for (const map of maps) if (map !== leader) map.follow(camera);
    } finally {
      moving = false;
    }
  };
  for (const map of maps) map.onMove = (camera) => lead(map, camera);
  if (maps[0]) lead(maps[0], maps[0].camera());
  return () => {
    for (const map of maps) map.onMove = () => undefined;
  };
}
