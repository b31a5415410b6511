import { useEffect } from 'preact/hooks';
import { post } from '../api/client';

const shortestMilliseconds = 15_000;

/** Tells the dispatcher where the vehicle is while it is out and the phone lets us know. Best effort: the last position counts, and none is kept. */
export function usePositionReports(isOut: boolean): void {
  useEffect(() => {
    if (!isOut || !('geolocation' in navigator)) return;
    let sentAt = 0;
    const watch = navigator.geolocation.watchPosition(
      ({ coords }) => {
        const now = Date.now();
        if (now - sentAt < shortestMilliseconds) return;
        sentAt = now;
        const position = { longitude: coords.longitude, latitude: coords.latitude };
        post('/api/my/position', { position, headingDegrees: coords.heading ?? 0 }).catch(() => undefined);
      },
      () => undefined,
      { enableHighAccuracy: true, maximumAge: 10_000 },
    );
    return () => navigator.geolocation.clearWatch(watch);
  }, [isOut]);
}
