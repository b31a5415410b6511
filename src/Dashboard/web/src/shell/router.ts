import { signal } from '@preact/signals';

export const labAreas = ['scenarios', 'calibrations', 'runs', 'compare', 'templates', 'scorecard', 'waves'] as const;
export type LabArea = (typeof labAreas)[number];

export type Route =
  | { page: 'board' }
  | { page: 'outlets' }
  | { page: 'terminal'; id: string }
  | { page: 'unvisited' }
  | { page: 'visits' }
  | { page: 'following' }
  | { page: 'schedule'; distributor: string | null }
  | { page: 'lessons'; distributor: string | null; terminal: string | null }
  | { page: 'people' }
  | { page: 'dispatch-orders'; date: string | null; vehicle: string | null }
  | { page: 'compare'; distributor: string | null; date: string | null; left: number | null; right: number | null }
  | { page: 'webhooks' }
  | { page: 'lab'; area: LabArea; id: string | null; left: string | null; right: string | null }
  | { page: 'join'; token: string }
  | { page: 'go'; token: string }
  | { page: 'day' }
  | { page: 'card'; id: string }
  | { page: 'missing' };

export const route = signal<Route>(typeof location === 'undefined' ? { page: 'board' } : parse(location.pathname, location.hash, location.search));

export function parse(path: string, hash = '', search = ''): Route {
  const parts = path.split('/').filter((part) => part !== '');
  switch (parts[0]) {
    case undefined:
      return { page: 'board' };
    case 'outlets':
      return parts[1] ? { page: 'terminal', id: decodeURIComponent(parts[1]) } : { page: 'outlets' };
    case 'unvisited':
      return { page: 'unvisited' };
    case 'following':
      return { page: 'following' };
    case 'schedule':
      return { page: 'schedule', distributor: parts[1] ? decodeURIComponent(parts[1]) : null };
    case 'lessons':
      return { page: 'lessons', distributor: parts[1] ? decodeURIComponent(parts[1]) : null, terminal: new URLSearchParams(search).get('outlet') };
    case 'visits':
      return { page: 'visits' };
    case 'people':
      return { page: 'people' };
    case 'dispatch-orders':
      return { page: 'dispatch-orders', date: parts[1] ?? null, vehicle: parts[2] ? decodeURIComponent(parts[2]) : null };
    case 'compare':
      return { page: 'compare', distributor: parts[1] ? decodeURIComponent(parts[1]) : null, date: parts[2] ?? null, left: versionIn(search, 'left'), right: versionIn(search, 'right') };
    case 'lab': {
      const area = labAreas.find((known) => known === (parts[1] ?? 'scenarios'));
      const asked = new URLSearchParams(search);
      return area ? { page: 'lab', area, id: parts[2] ? decodeURIComponent(parts[2]) : null, left: asked.get('left'), right: asked.get('right') } : { page: 'missing' };
    }
    case 'webhooks':
      return { page: 'webhooks' };
    case 'join':
      return { page: 'join', token: hash.replace(/^#/, '') };
    case 'go':
      return { page: 'go', token: hash.replace(/^#/, '') };
    case 'my':
      return parts[1] ? { page: 'card', id: decodeURIComponent(parts[1]) } : { page: 'day' };
    default:
      return { page: 'missing' };
  }
}

function versionIn(search: string, name: string): number | null {
  const version = Number(new URLSearchParams(search).get(name));
  return Number.isInteger(version) && version > 0 ? version : null;
}

/** Where the person wanted to go from a page that holds something unsaved. */
export const leaving = signal<string | null>(null);

let holds = 0;
let here = typeof location === 'undefined' ? '/' : addressOf(location);

/** Keeps the person on this page until they say that what is unsaved may go; the answer lets go again. */
export function holdPage(): () => void {
  holds++;
  return () => {
    holds--;
  };
}

export function leaveAnyway(): void {
  const path = leaving.peek();
  leaving.value = null;
  if (path !== null) go(path, false);
}

export function navigate(path: string, replace = false): void {
  if (holds > 0 && !replace) leaving.value = path;
  else go(path, replace);
}

function addressOf({ pathname, search, hash }: Location): string {
  return pathname + search + hash;
}

function go(path: string, replace: boolean): void {
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  show();
  scrollTo(0, 0);
}

function show(): void {
  here = addressOf(location);
  route.value = parse(location.pathname, location.hash, location.search);
}

export function followLinks(): void {
  addEventListener('popstate', () => {
    if (holds > 0 && addressOf(location) !== here) {
      leaving.value = addressOf(location);
      // The browser has gone back already; the page that is held gets its address again.
      history.pushState(null, '', here);
    } else show();
  });
  addEventListener('hashchange', show);
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest?.('a[href]') as HTMLAnchorElement | null;
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin || link.getAttribute('href')?.startsWith('#')) return;
    event.preventDefault();
    navigate(link.pathname + link.search + link.hash);
  });
}
