import { useEffect, useRef, useState } from 'preact/hooks';
import type { MapInfo, RegionDetail } from '../api/region';
import { t } from '../i18n/i18n';
import { LiveClient } from '../live/liveClient';
import { MapView } from '../map/mapView';
import { useCopied } from '../offline/useCopied';
import { Icon } from '../ui/icons';

export interface FieldPoint {
  lon: number;
  lat: number;
  label: string;
  done: boolean;
}

const marginDegrees = 0.004;

/** The stops of the day on the region's map. */
export function FieldMap({ region, points }: { region: RegionDetail; points: readonly FieldPoint[] }) {
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<MapView | null>(null);
  const [broken, setBroken] = useState(false);
  const info = useCopied<MapInfo>(`/api/regions/${encodeURIComponent(region.region.id)}/map`);
  const map = info.value;

  useEffect(() => {
    if (!box.current || !map || points.length === 0) return;
    const field = {
      west: Math.min(...points.map((point) => point.lon)) - marginDegrees,
      east: Math.max(...points.map((point) => point.lon)) + marginDegrees,
      south: Math.min(...points.map((point) => point.lat)) - marginDegrees,
      north: Math.max(...points.map((point) => point.lat)) + marginDegrees,
    };
    try {
      view.current = new MapView(box.current, region.region.id, map, new LiveClient(), field);
    } catch {
      setBroken(true);
      return;
    }
    view.current.setDepots(region.distributors);
    return () => {
      view.current?.destroy();
      view.current = null;
    };
  }, [map, region.region.id]);

  useEffect(() => {
    view.current?.setStops({
      type: 'FeatureCollection',
      features: points.map((point) => ({
        type: 'Feature',
        properties: { label: point.label, colour: '#1f5fbf', fill: point.done ? '#15803d' : '#ffffff', ink: point.done ? '#ffffff' : '#1f2937' },
        geometry: { type: 'Point', coordinates: [point.lon, point.lat] },
      })),
    });
  }, [points, map]);

  const label = t('map.label');
  useEffect(() => view.current?.label(label), [label, map]);

  if (broken) return <div class="state state-failed">{t('map.noGraphics')}</div>;
  return (
    <div class="map-pane field-map">
      <div class="map-box" ref={box} data-testid="map" />
      <div class="map-zoom">
        <button type="button" class="icon-button" aria-label={t('map.zoomIn')} onClick={() => view.current?.camera.zoomBy(1)}>
          <Icon name="plus" />
        </button>
        <button type="button" class="icon-button" aria-label={t('map.zoomOut')} onClick={() => view.current?.camera.zoomBy(-1)}>
          <Icon name="minus" />
        </button>
      </div>
      <div class="map-attribution">{map?.attribution ?? region.region.mapAttribution}</div>
    </div>
  );
}
