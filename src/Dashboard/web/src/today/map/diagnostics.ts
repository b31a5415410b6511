import type { Bounds } from '../../api/values';
import type { MapView } from '../../map/mapView';
import { live } from '../../region/regionStore';

/** What measurements read from outside: sizes and our own script time per frame. It changes nothing. */
export interface Diagnostics {
  outlets: number;
  movers: number;
  framesReceived: number;
  /** What the map shows: its edges in degrees, WGS 84, north upwards. */
  view: () => Bounds;
  frameCost: () => { frames: number; mean: number; p95: number; max: number };
  resetFrameCost: () => void;
}

declare global {
  interface Window {
    territoryDiagnostics?: () => Diagnostics;
  }
}

export function publishDiagnostics(map: MapView): () => void {
  window.territoryDiagnostics = () => ({
    outlets: live.outlets.count,
    movers: live.movers.count,
    framesReceived: live.framesReceived,
    view: () => map.camera.view().view,
    frameCost: () => map.cost.summary(),
    resetFrameCost: () => map.cost.reset(),
  });
  return () => {
    delete window.territoryDiagnostics;
  };
}
