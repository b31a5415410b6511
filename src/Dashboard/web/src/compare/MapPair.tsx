import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DeliveryPlan } from '../api/deliveryPlans';
import { t } from '../i18n/i18n';
import { keepInStep } from '../map/inStep';
import type { MapView } from '../map/mapView';
import type { FeatureCollection } from '../map/planLayers';
import { live, mapInfo, vehicles } from '../region/regionStore';
import { useMedia } from '../ui/useMedia';
import type { Chosen } from './chosen';
import { boundsOf, outletRows } from './features';
import type { Side } from './mix';
import { VersionMap } from './VersionMap';

interface Props {
  left: DeliveryPlan;
  right: DeliveryPlan;
  leftLines: FeatureCollection | null;
  rightLines: FeatureCollection | null;
  /** Orders of the stops that are elsewhere on the other map. */
  differing: ReadonlySet<string>;
  chosen: Chosen | null;
  onChoose: (chosen: Chosen | null) => void;
}

/** Both versions on maps that move together; on a narrow screen one map that shows either. */
export function MapPair({ left, right, leftLines, rightLines, differing, chosen, onChoose }: Props) {
  const isNarrow = useMedia('(max-width: 760px)');
  const [side, setSide] = useState<Side>('right');
  const views = useRef<{ left: MapView | null; right: MapView | null }>({ left: null, right: null });
  const release = useRef<() => void>(() => undefined);
  const fleet = useMemo(() => [...vehicles.value.keys()], [vehicles.value]);
  const rows = useMemo(() => outletRows([left, right], live.outlets), [left, right]);
  const field = useMemo(() => boundsOf(rows, live.outlets), []);

  const keep = (which: Side, view: MapView | null) => {
    views.current[which] = view;
    release.current();
    const maps = [views.current.left, views.current.right].filter((each) => each !== null);
    release.current = maps.length === 2 ? keepInStep(maps.map((map) => map.camera)) : () => undefined;
  };

  // One map is moved; the other comes along.
  useEffect(() => {
    const view = views.current.left ?? views.current.right;
    if (!view || !chosen) return;
    if (chosen.kind === 'stop') {
      const row = live.outlets.indexOf(chosen.terminal);
      if (row >= 0) view.camera.reveal(live.outlets.longitude[row], live.outlets.latitude[row]);
    } else {
      const bounds = boundsOf(outletRows([left, right], live.outlets, chosen.vehicle), live.outlets);
      if (bounds) view.camera.revealBounds(bounds);
    }
  }, [chosen]);

  const info = mapInfo.value;
  if (!info) return null;
  const map = (which: Side, shown: Side) => (
    <VersionMap
      key={which}
      side={shown}
      plan={shown === 'left' ? left : right}
      lines={shown === 'left' ? leftLines : rightLines}
      info={info}
      field={field ?? info.bounds}
      fleet={fleet}
      rows={rows}
      differing={differing}
      chosen={chosen}
      onChoose={onChoose}
      onView={(view) => keep(which, view)}
    />
  );
  return (
    <div class="compare-maps" role="group" aria-label={t('compare.maps')}>
      {isNarrow && (
        <div class="segmented compare-side" role="group" aria-label={t('compare.mapShown')}>
          {(['left', 'right'] as const).map((each) => (
            <button key={each} type="button" aria-pressed={side === each} data-testid={`map-show-${each}`} onClick={() => setSide(each)}>
              {t('compare.version', { version: each === 'left' ? left.version : right.version })}
            </button>
          ))}
        </div>
      )}
      {isNarrow ? map('right', side) : [map('left', 'left'), map('right', 'right')]}
    </div>
  );
}
