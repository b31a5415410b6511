import { Map as MapLibreMap, setWorkerUrl, type GeoJSONSource, type StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import '../../map/map.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { WavePlan } from '../../api/expansion';
import { locale, t } from '../../i18n/i18n';
import { baseStyle, labelFont, localFonts } from '../../map/mapStyle';
import { mapInfo, regionId } from '../../region/regionStore';
import { onKeys } from '../../shell/keys';
import { Icon } from '../../ui/icons';
import { lastWeek, playFrom, playOn, stateAt, states, step, type RegionState } from './timeline';

setWorkerUrl(workerUrl);

const weekMilliseconds = 350;
// Told apart by mark as well as by colour.
const looks: Record<RegionState, { colour: string; mark: string; ink: string }> = {
  waiting: { colour: '#ffffff', mark: '', ink: '#18202c' },
  open: { colour: '#56b4e9', mark: '●', ink: '#18202c' },
  leading: { colour: '#00755a', mark: '★', ink: '#ffffff' },
  leftOut: { colour: '#c9ced6', mark: '×', ink: '#18202c' },
};

interface Props {
  plan: WavePlan;
  week: number;
  onWeek: (week: number) => void;
}

/** The regions on the map, coloured by how they stand in a week; Space plays, [ and ] step. */
export function WaveMap({ plan, week, onWeek }: Props) {
  const last = lastWeek(plan);
  const [playing, setPlaying] = useState(false);
  const latest = useRef({ week, last, onWeek });
  latest.current = { week, last, onWeek };
  const play = () => {
    const now = latest.current;
    now.onWeek(playFrom(now.week, now.last));
    setPlaying((old) => !old);
  };
  useEffect(
    () =>
      onKeys((event) => {
        const now = latest.current;
        if (event.key === ' ' && !(event.target as HTMLElement | null)?.matches('button, summary, a')) play();
        else if (event.key === '[') now.onWeek(step(now.week, -1, now.last));
        else if (event.key === ']') now.onWeek(step(now.week, 1, now.last));
        else return false;
        return true;
      }),
    [],
  );
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      const next = playOn(latest.current.week, latest.current.last);
      if (next === null) setPlaying(false);
      else latest.current.onWeek(next);
    }, weekMilliseconds);
    return () => clearInterval(timer);
  }, [playing]);
  const counts = states.map((state) => ({ state, count: plan.regions.filter((each) => stateAt(plan, each.region, week) === state).length }));
  return (
    <section class="lab-chart" aria-label={t('lab.map')} data-testid="lab-wave-map" data-week={week}>
      <div class="lab-bar">
        <button type="button" class="icon-button" aria-label={t(playing ? 'lab.pause' : 'lab.play')} data-testid="lab-play" onClick={play}>
          <Icon name={playing ? 'pause' : 'play'} />
        </button>
        <button type="button" class="button" aria-label={t('lab.weekBack')} onClick={() => onWeek(step(week, -1, last))}>
          −1
        </button>
        <input class="lab-slider" type="range" min={0} max={last} step={1} value={week} aria-label={t('lab.week')} aria-valuetext={t('lab.inWeek', { week })} data-testid="lab-week" onInput={(event) => onWeek(Number(event.currentTarget.value))} />
        <button type="button" class="button" aria-label={t('lab.weekOn')} data-testid="lab-week-on" onClick={() => onWeek(step(week, 1, last))}>
          +1
        </button>
        <strong>{t('lab.inWeek', { week })}</strong>
        <span class="hint">{t('lab.mapKeys')}</span>
      </div>
      <Picture plan={plan} week={week} />
      <ul class="lab-legend" data-testid="lab-map-legend">
        {counts.map(({ state, count }) => (
          <li key={state}>
            <span class="lab-swatch lab-map-swatch" style={{ background: looks[state].colour, color: looks[state].ink }}>
              {looks[state].mark}
            </span>
            {t(`lab.mapState.${state}`)}: {count}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Picture({ plan, week }: { plan: WavePlan; week: number }) {
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<MapLibreMap | null>(null);
  const [broken, setBroken] = useState(false);
  const places = useMemo(
    () => plan.regions.flatMap((region) => (region.longitude === null || region.latitude === null ? [] : [{ region, longitude: region.longitude, latitude: region.latitude }])),
    [plan],
  );
  const info = mapInfo.value;
  const data = () => featuresOf(plan, places, week);
  useEffect(() => {
    if (!box.current || places.length === 0) return;
    const [longitudes, latitudes] = [places.map((each) => each.longitude), places.map((each) => each.latitude)];
    const spare = 0.15;
    try {
      map.current = new MapLibreMap({
        container: box.current,
        style: info && regionId.peek() ? baseStyle(regionId.peek()!, info) : plain,
        bounds: [Math.min(...longitudes) - spare, Math.min(...latitudes) - spare, Math.max(...longitudes) + spare, Math.max(...latitudes) + spare],
        fitBoundsOptions: { padding: 30 },
        attributionControl: false,
        localIdeographFontFamily: localFonts,
        dragRotate: false,
        pitchWithRotate: false,
        fadeDuration: 0,
        renderWorldCopies: false,
      });
    } catch {
      setBroken(true);
      return;
    }
    const made = map.current;
    made.on('error', () => undefined);
    made.once('style.load', () => {
      made.addSource('regions', { type: 'geojson', data: data() as never });
      made.addLayer({
        id: 'regions',
        type: 'circle',
        source: 'regions',
        paint: {
          'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'terminals']], 0, 8, 60, 26],
          'circle-color': ['get', 'colour'],
          'circle-stroke-color': '#18202c',
          'circle-stroke-width': ['case', ['get', 'starts'], 4, 1.5],
        },
      });
      made.addLayer({
        id: 'marks',
        type: 'symbol',
        source: 'regions',
        layout: { 'text-field': ['get', 'mark'], 'text-font': labelFont, 'text-size': 15, 'text-allow-overlap': true },
        paint: { 'text-color': ['get', 'ink'] },
      });
      made.addLayer({
        id: 'names',
        type: 'symbol',
        source: 'regions',
        layout: { 'text-field': ['get', 'name'], 'text-font': labelFont, 'text-size': 12, 'text-anchor': 'top', 'text-offset': [0, 1.7] },
        paint: { 'text-color': '#18202c', 'text-halo-color': '#ffffff', 'text-halo-width': 1.5 },
      });
    });
    const resize = new ResizeObserver(() => made.resize());
    resize.observe(box.current);
    return () => {
      resize.disconnect();
      map.current = null;
      made.remove();
    };
  }, [places, info]);
  useEffect(() => {
    (map.current?.getSource('regions') as GeoJSONSource | undefined)?.setData(data() as never);
  }, [plan, places, week]);
  const label = t('lab.mapOf', { week });
  useEffect(() => map.current?.getCanvas().setAttribute('aria-label', label), [label, places, locale.value]);
  if (broken) return <div class="state state-failed">{t('map.noGraphics')}</div>;
  if (places.length === 0) return <p class="muted">{t('lab.noPlaces')}</p>;
  return (
    <div class="lab-map">
      <div class="map-box" ref={box} />
      {info && <div class="map-attribution">{info.attribution}</div>}
    </div>
  );
}

const plain: StyleSpecification = { version: 8, sources: {}, layers: [{ id: 'land', type: 'background', paint: { 'background-color': '#f3f2ed' } }] };

function featuresOf(plan: WavePlan, places: readonly { region: { region: string; name: string; terminals: number }; longitude: number; latitude: number }[], week: number) {
  return {
    type: 'FeatureCollection',
    features: places.map(({ region, longitude, latitude }) => {
      const look = looks[stateAt(plan, region.region, week)];
      return {
        type: 'Feature',
        properties: { name: region.name, terminals: region.terminals, colour: look.colour, mark: look.mark, ink: look.ink, starts: plan.starts.some((start) => start.region === region.region && start.week === week) },
        geometry: { type: 'Point', coordinates: [longitude, latitude] },
      };
    }),
  };
}
