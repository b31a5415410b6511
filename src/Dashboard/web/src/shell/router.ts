import { signal } from '@preact/signals';

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

export function navigate(path: string, replace = false): void {
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  route.value = parse(location.pathname, location.hash, location.search);
  scrollTo(0, 0);
}

export function followLinks(): void {
  addEventListener('popstate', () => {
    route.value = parse(location.pathname, location.hash, location.search);
  });
  addEventListener('hashchange', () => {
    route.value = parse(location.pathname, location.hash, location.search);
  });
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest?.('a[href]') as HTMLAnchorElement | null;
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin || link.getAttribute('href')?.startsWith('#')) return;
    event.preventDefault();
    navigate(link.pathname + link.search + link.hash);
  });
}
