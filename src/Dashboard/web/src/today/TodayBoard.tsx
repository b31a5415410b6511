import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/i18n';
import { number } from '../i18n/format';
import { MetricStrip } from '../metrics/MetricStrip';
import { live, outletsLoaded } from '../region/regionStore';
import { select, selection } from '../selection/selection';
import { onKeys } from '../shell/keys';
import { Busy } from '../ui/states';
import { DetailPanel } from './DetailPanel';
import { DispatchPanel } from './DispatchPanel';
import { Drawer } from './Drawer';
import { loadProgress, unserved } from './deliveryPlans';
import { MapPane } from './MapPane';
import { stepRoute } from './stepRoute';
import { UnservedPanel } from './UnservedPanel';
import './today.css';

type Tab = 'deliveries' | 'unserved' | 'detail';
const progressMilliseconds = 4000;

export function TodayBoard() {
  const [tab, setTab] = useState<Tab>('deliveries');
  const tabNow = useRef(tab);
  tabNow.current = tab;
  const missing = unserved.value.length;

  // What is picked on the map opens beside it; what is picked in a list keeps its list.
  useSignalEffect(() => {
    const chosen = selection.value;
    if (chosen?.kind === 'mover' || (chosen?.kind === 'outlet' && tabNow.current !== 'unserved')) setTab('detail');
    else if (chosen?.kind === 'route' || chosen?.kind === 'stop') setTab('deliveries');
  });

  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden && live.connection.peek() === 'live') void loadProgress();
    }, progressMilliseconds);
    return () => clearInterval(timer);
  }, []);

  useEffect(
    () =>
      onKeys((event) => {
        if (event.key === 'j' || event.key === 'J') stepRoute(1);
        else if (event.key === 'k' || event.key === 'K') stepRoute(-1);
        else if (event.key === 'Escape' && selection.peek()) select(null);
        else return false;
        return true;
      }),
    [],
  );

  const tabs: readonly { id: Tab; label: string }[] = [
    { id: 'deliveries', label: t('board.deliveries') },
    { id: 'unserved', label: missing > 0 ? t('board.unservedCount', { count: missing, value: number(missing) }) : t('board.unserved') },
    { id: 'detail', label: t('board.detail') },
  ];
  return (
    <div class="board" data-testid="today-board">
      <h1 class="visually-hidden">{t('nav.board')}</h1>
      <MetricStrip />
      <div class="board-map">{outletsLoaded.value ? <MapPane /> : <Busy text={t('state.loadingMap')} />}</div>
      <aside class="inspector" aria-label={t('board.inspector')}>
        <div class="tabs" role="tablist" aria-label={t('board.inspector')}>
          {tabs.map((each) => (
            <button
              key={each.id}
              type="button"
              role="tab"
              id={`tab-${each.id}`}
              aria-selected={tab === each.id}
              aria-controls="inspector-panel"
              tabIndex={tab === each.id ? 0 : -1}
              class={each.id === 'unserved' && missing > 0 ? 'has-warning' : ''}
              data-testid={`tab-${each.id}`}
              onClick={() => setTab(each.id)}
              onKeyDown={(event) => {
                const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
                if (by === 0) return;
                const next = tabs[(tabs.findIndex((one) => one.id === tab) + by + tabs.length) % tabs.length];
                setTab(next.id);
                document.getElementById(`tab-${next.id}`)?.focus();
              }}
            >
              {each.label}
            </button>
          ))}
        </div>
        <div class="inspector-body" role="tabpanel" id="inspector-panel" aria-labelledby={`tab-${tab}`}>
          {tab === 'deliveries' ? <DispatchPanel /> : tab === 'unserved' ? <UnservedPanel /> : <DetailPanel />}
        </div>
      </aside>
      <Drawer />
    </div>
  );
}
