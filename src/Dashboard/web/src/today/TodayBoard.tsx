import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { number } from '../i18n/format';
import { t } from '../i18n/i18n';
import { MetricStrip } from '../metrics/MetricStrip';
import { live, outletsLoaded } from '../region/regionStore';
import { selection } from '../selection/selection';
import { onKeys } from '../shell/keys';
import { paletteActions } from '../shell/paletteActions';
import { lazy } from '../ui/lazy';
import { Busy } from '../ui/states';
import { useMedia } from '../ui/useMedia';
import { boardActions } from './actions/boardActions';
import { BoardMenu } from './actions/BoardMenu';
import { boardKey } from './actions/boardKeys';
import { panel } from './actions/panels';
import { Drawer } from './Drawer';
import { GhostBox } from './edits/GhostBox';
import { MarkBox } from './edits/MarkBox';
import { conflict } from './edits/sending';
import { MapPane } from './map/MapPane';
import { DetailPanel } from './movers/DetailPanel';
import './plans/opening';
import { loadProgress } from './plans/progress';
import { tray } from './plans/stopIndex';
import { DispatchPanel } from './routes/DispatchPanel';
import { TrayPanel } from './tray/TrayPanel';
import { PlanBar } from './versions/PlanBar';
import './actions/menu.css';
import './edits/edits.css';
import './gantt/gantt.css';
import './routes/routes.css';
import './today.css';
import './tray/tray.css';
import './versions/bar.css';

type Tab = 'deliveries' | 'unserved' | 'detail';

const progressMilliseconds = 4000;
const wideEnough = '(min-width: 1101px)';

const BoardPanels = lazy(() => import('./dialogs/BoardPanels').then((chunk) => chunk.BoardPanels));
const ConflictDialog = lazy(() => import('./versions/ConflictDialog').then((chunk) => chunk.ConflictDialog));

export function TodayBoard() {
  const [tab, setTab] = useState<Tab>('deliveries');
  const isWide = useMedia(wideEnough);
  const missing = tray.value.length;
  const shown: Tab = isWide && tab === 'unserved' ? 'deliveries' : tab;
  const wide = useRef(isWide);
  wide.current = isWide;

  // What is picked on the map opens beside it; what is picked in a list keeps its list.
  useSignalEffect(() => {
    const chosen = selection.value;
    if (chosen?.kind === 'mover' || chosen?.kind === 'outlet') setTab('detail');
    else if (chosen?.kind === 'route' || chosen?.kind === 'stop') setTab('deliveries');
    else if (chosen?.kind === 'tray' && !wide.current) setTab('unserved');
  });

  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden && live.connection.peek() === 'live') void loadProgress();
    }, progressMilliseconds);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => onKeys(boardKey), []);
  useEffect(() => {
    paletteActions.value = boardActions;
    return () => {
      paletteActions.value = null;
    };
  }, []);

  const tabs: readonly { id: Tab; label: string }[] = [
    { id: 'deliveries', label: t('board.deliveries') },
    ...(isWide ? [] : [{ id: 'unserved' as const, label: missing > 0 ? t('board.unservedCount', { count: missing, value: number(missing) }) : t('board.unserved') }]),
    { id: 'detail', label: t('board.detail') },
  ];
  return (
    <div class="board" data-testid="today-board">
      <h1 class="visually-hidden">{t('nav.board')}</h1>
      <MetricStrip />
      <PlanBar />
      {isWide && (
        <aside class="tray-pane" aria-label={t('tray.title')} data-scrolls>
          <TrayPanel />
        </aside>
      )}
      <div class="board-map">{outletsLoaded.value ? <MapPane /> : <Busy text={t('state.loadingMap')} />}</div>
      <aside class="inspector" aria-label={t('board.inspector')}>
        <div class="tabs" role="tablist" aria-label={t('board.inspector')}>
          {tabs.map((each) => (
            <button
              key={each.id}
              type="button"
              role="tab"
              id={`tab-${each.id}`}
              aria-selected={shown === each.id}
              aria-controls="inspector-panel"
              tabIndex={shown === each.id ? 0 : -1}
              class={each.id === 'unserved' && missing > 0 ? 'has-warning' : ''}
              data-testid={`tab-${each.id}`}
              onClick={() => setTab(each.id)}
              onKeyDown={(event) => {
                const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
                if (by === 0) return;
                const next = tabs[(tabs.findIndex((one) => one.id === shown) + by + tabs.length) % tabs.length];
                setTab(next.id);
                document.getElementById(`tab-${next.id}`)?.focus();
              }}
            >
              {each.label}
            </button>
          ))}
        </div>
        <div class="inspector-body" role="tabpanel" id="inspector-panel" aria-labelledby={`tab-${shown}`} data-scrolls>
          {shown === 'deliveries' ? <DispatchPanel /> : shown === 'unserved' ? <TrayPanel /> : <DetailPanel />}
        </div>
      </aside>
      <Drawer />
      <BoardMenu />
      <MarkBox />
      <GhostBox />
      <div class="board-sheets">
        {panel.value && <BoardPanels />}
        {conflict.value && <ConflictDialog />}
      </div>
    </div>
  );
}
