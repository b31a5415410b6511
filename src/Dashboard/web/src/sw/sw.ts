// Keeps the shell (the page and its chunks) so that field pages open without a network.
// The network is asked first for the page; hashed chunks never change and come from the copy.

const scope = self as unknown as ServiceWorkerGlobalScope;
const shell = 'territory-shell-1';
const kept = 120;

scope.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(shell)
      .then((cache) => cache.addAll(['/', '/icon.svg']))
      .then(() => scope.skipWaiting()),
  );
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith('territory-') && name !== shell).map((name) => caches.delete(name))))
      .then(() => scope.clients.claim()),
  );
});

scope.addEventListener('message', (event) => {
  const message = event.data as { kind?: string; paths?: unknown };
  if (message.kind !== 'keep' || !Array.isArray(message.paths)) return;
  const paths = message.paths.filter((path): path is string => typeof path === 'string' && path.startsWith('/assets/'));
  event.waitUntil(
    caches.open(shell).then(async (cache) => {
      await Promise.allSettled(paths.map(async (path) => ((await cache.match(path)) ? undefined : cache.add(path))));
      const all = await cache.keys();
      const assets = all.filter((request) => new URL(request.url).pathname.startsWith('/assets/'));
      await Promise.all(assets.slice(0, Math.max(0, assets.length - kept)).map((request) => cache.delete(request)));
    }),
  );
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== scope.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request));
});

async function page(request: Request): Promise<Response> {
  const cache = await caches.open(shell);
  try {
    const answer = await fetch(request);
    if (answer.ok && answer.headers.get('content-type')?.includes('text/html')) await cache.put('/', answer.clone());
    return answer;
  } catch (error) {
    const copy = await cache.match('/');
    if (copy) return copy;
    throw error;
  }
}

async function asset(request: Request): Promise<Response> {
  const cache = await caches.open(shell);
  const copy = await cache.match(request);
  if (copy) return copy;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}
