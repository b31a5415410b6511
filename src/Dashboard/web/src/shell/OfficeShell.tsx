import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ClockBar } from '../clock/ClockBar';
import { explain } from '../i18n/codes';
import { localized, t } from '../i18n/i18n';
import type { MessageKey } from '../i18n/en';
import { chooseRegion, loadError, outletsLoaded, regionId, regions, retryRegion, startRegion } from '../region/regionStore';
import { rights } from '../session/session';
import { Icon, type IconName } from '../ui/icons';
import { Busy, Empty, Failed } from '../ui/states';
import { ConnectionChip } from './ConnectionChip';
import { KeySheet } from './KeySheet';
import { LanguageSwitch } from './LanguageSwitch';
import { Palette } from './Palette';
import { onKeys } from './keys';
import { route } from './router';
import { UserMenu } from './UserMenu';

interface Area {
  path: string;
  page: string;
  label: MessageKey;
  icon: IconName;
}

const areas: readonly Area[] = [
  { path: '/', page: 'board', label: 'nav.board', icon: 'board' },
  { path: '/dispatch-orders', page: 'dispatch-orders', label: 'nav.dispatchOrders', icon: 'sheet' },
  { path: '/following', page: 'following', label: 'nav.following', icon: 'truck' },
  { path: '/schedule', page: 'schedule', label: 'nav.schedule', icon: 'schedule' },
  { path: '/visits', page: 'visits', label: 'nav.visits', icon: 'visits' },
  { path: '/outlets', page: 'outlets', label: 'nav.outlets', icon: 'outlets' },
  { path: '/unvisited', page: 'unvisited', label: 'nav.unvisited', icon: 'unvisited' },
];
const labArea: Area = { path: '/lab', page: 'lab', label: 'nav.lab', icon: 'lab' };
const administratorAreas: readonly Area[] = [
  { path: '/people', page: 'people', label: 'nav.people', icon: 'people' },
  { path: '/webhooks', page: 'webhooks', label: 'nav.webhooks', icon: 'plug' },
];

/** The frame of the desk pages: areas at the left, the bar with clock and connection above. */
export function OfficeShell({ children }: { children: ComponentChildren }) {
  const [sheet, setSheet] = useState<'keys' | 'palette' | null>(null);
  useEffect(() => void startRegion(), []);
  useEffect(
    () =>
      onKeys((event) => {
        if (event.key === '?') setSheet('keys');
        else if (event.key === '/' || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k')) setSheet('palette');
        else return false;
        return true;
      }),
    [],
  );

  // A sheet that is already gone reports its closing late; it must not take the next one with it.
  const close = (which: 'keys' | 'palette') => setSheet((open) => (open === which ? null : open));
  const within: Partial<Record<string, string>> = { terminal: 'outlets', compare: 'board', lessons: 'following' };
  const page = within[route.value.page] ?? route.value.page;
  const shown = [...areas, ...(rights.value.lab ? [labArea] : []), ...(rights.value.people ? administratorAreas : [])];
  const needsRegion = page !== 'people' && page !== 'lab';
  return (
    <div class="office">
      <a class="skip-link" href="#content">
        {t('nav.skip')}
      </a>
      <nav class="rail" aria-label={t('nav.areas')}>
        <div class="rail-mark" aria-hidden="true">
          <img src="/icon.svg" width="30" height="30" alt="" />
        </div>
        {shown.map((area) => (
          <a key={area.path} href={area.path} class="rail-link" aria-current={page === area.page ? 'page' : undefined} data-testid={`nav-${area.page}`}>
            <Icon name={area.icon} size={20} />
            <span>{t(area.label)}</span>
          </a>
        ))}
        <button type="button" class="rail-link rail-foot" onClick={() => setSheet('keys')}>
          <Icon name="keyboard" size={20} />
          <span>{t('nav.keys')}</span>
        </button>
      </nav>
      <header class="topbar">
        <RegionPicker />
        <ClockBar />
        <div class="topbar-space" />
        <button type="button" class="search-button" aria-label={t('search.open')} onClick={() => setSheet('palette')} data-testid="search-button">
          <Icon name="search" size={16} />
          <span>{t('search.open')}</span>
          <kbd>/</kbd>
        </button>
        <ConnectionChip />
        <LanguageSwitch />
        <UserMenu />
      </header>
      <main id="content" class="content" tabIndex={-1}>
        {needsRegion && loadError.value !== null && !outletsLoaded.value ? (
          <Failed text={explain(loadError.value)} onRetry={retryRegion} />
        ) : !needsRegion || regionId.value ? (
          children
        ) : regions.value.length === 0 ? (
          <Busy />
        ) : (
          <Empty>{t('region.none')}</Empty>
        )}
      </main>
      {sheet === 'keys' && <KeySheet onClose={() => close('keys')} />}
      {sheet === 'palette' && <Palette onClose={() => close('palette')} />}
    </div>
  );
}

function RegionPicker() {
  const known = regions.value;
  const chosen = known.find((region) => region.id === regionId.value);
  if (known.length <= 1)
    return (
      <strong class="region-name" data-testid="region-name">
        {chosen ? localized(chosen.name) : t('app.name')}
      </strong>
    );
  return (
    <label class="region-picker">
      <span class="visually-hidden">{t('region.label')}</span>
      <select value={regionId.value ?? ''} onChange={(event) => chooseRegion(event.currentTarget.value)} data-testid="region-picker">
        {known.map((region) => (
          <option key={region.id} value={region.id}>
            {localized(region.name)}
          </option>
        ))}
      </select>
    </label>
  );
}
