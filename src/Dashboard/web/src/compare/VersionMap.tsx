import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DeliveryPlan } from '../api/deliveryPlans';
import type { MapInfo } from '../api/region';
import type { Bounds } from '../api/values';
import { t } from '../i18n/i18n';
import { LiveClient } from '../live/liveClient';
import { MapView } from '../map/mapView';
import type { FeatureCollection } from '../map/planLayers';
import { detail, live, regionId } from '../region/regionStore';
import { Icon } from '../ui/icons';
import type { Chosen } from './chosen';
import { lineFeatures, stopFeatures } from './features';
import type { Side } from './mix';

interface Props {
  side: Side;
  plan: DeliveryPlan;
  lines: FeatureCollection | null;
  info: MapInfo;
  field: Bounds;
  fleet: readonly string[];
  /** Outlets of either version. */
  rows: ReadonlySet<number>;
  differing: ReadonlySet<string>;
  chosen: Chosen | null;
  onChoose: (chosen: Chosen | null) => void;
  onView: (view: MapView | null) => void;
}

/** One version on a map: its ways, its stops, and those that differ from the other version. */
export function VersionMap({ side, plan, lines, info, field, fleet, rows, differing, chosen, onChoose, onView }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<MapView | null>(null);
  const [broken, setBroken] = useState(false);
  const region = regionId.value;
  const orders = useMemo(() => ordersByTerminal(plan), [plan]);
  const latest = useRef({ orders, onChoose });
  latest.current = { orders, onChoose };

  useEffect(() => {
    if (!box.current || !region) return;
    try {
      // The region's outlets without what drives about just now.
      view.current = new MapView(box.current, region, info, new LiveClient(live.outlets), field);
    } catch {
      setBroken(true);
      return;
    }
    const map = view.current;
    map.setDepots(detail.peek()?.distributors.filter((each) => each.id === plan.distributor) ?? []);
    map.pointer.onPick = (picked) => {
      const now = latest.current;
      const terminal = picked.kind === 'outlet' ? live.outlets.ids[picked.index] : null;
      const order = terminal === null ? undefined : now.orders.get(terminal);
      if (terminal !== null && order !== undefined) now.onChoose({ kind: 'stop', order, terminal });
      else if (picked.kind === 'route') now.onChoose({ kind: 'vehicle', vehicle: picked.vehicle });
      else now.onChoose(null);
    };
    onView(map);
    return () => {
      onView(null);
      view.current = null;
      map.destroy();
    };
  }, [region, info]);

  useEffect(() => view.current?.showOutlets((index) => rows.has(index)), [rows, info]);
  useEffect(() => {
    if (lines) view.current?.setRoutes(lineFeatures(lines, plan, fleet));
  }, [lines, plan, fleet, info]);
  useEffect(() => view.current?.setStops(stopFeatures(plan, differing, live.outlets, fleet)), [plan, differing, fleet, info]);
  useEffect(() => {
    view.current?.mark(chosen?.kind === 'stop' ? live.outlets.indexOf(chosen.terminal) : -1, -1);
    view.current?.chooseRoute(chosen?.kind === 'vehicle' ? chosen.vehicle : null);
  }, [chosen, info]);
  const label = t('compare.mapOf', { version: plan.version });
  useEffect(() => view.current?.label(label), [label, info]);

  if (broken) return <div class="state state-failed">{t('map.noGraphics')}</div>;
  return (
    <figure class="compare-map" aria-label={label}>
      <figcaption>{t('compare.version', { version: plan.version })}</figcaption>
      <div class="map-pane">
        <div class="map-box" ref={box} data-testid={`compare-map-${side}`} data-version={plan.version} />
        <div class="map-zoom">
          <button type="button" class="icon-button" aria-label={t('map.zoomIn')} data-testid={`compare-zoom-in-${side}`} onClick={() => view.current?.camera.zoomBy(1)}>
            <Icon name="plus" />
          </button>
          <button type="button" class="icon-button" aria-label={t('map.zoomOut')} onClick={() => view.current?.camera.zoomBy(-1)}>
            <Icon name="minus" />
          </button>
          <button type="button" class="icon-button" aria-label={t('compare.wholeDay')} title={t('compare.wholeDay')} onClick={() => view.current?.camera.home()}>
            <Icon name="board" />
          </button>
        </div>
        <div class="map-attribution">{info.attribution}</div>
      </div>
    </figure>
  );
}

/** The stop that an outlet stands for: its first, where it has several. */
function ordersByTerminal(plan: DeliveryPlan): ReadonlyMap<string, string> {
  const orders = new Map<string, string>();
  const add = (terminal: string, order: string) => orders.has(terminal) || orders.set(terminal, order);
  for (const route of plan.routes) for (const trip of route.trips) for (const stop of trip.stops) add(stop.terminal, stop.orders[0]);
  for (const stop of plan.unserved) add(stop.terminal, stop.orders[0]);
  return orders;
}
