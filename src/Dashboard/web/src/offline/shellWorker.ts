// Registers the worker that keeps the pages themselves on the phone; data and commands are kept by the pages.

let registered = false;

export function registerShellWorker(): void {
  if (registered || import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  registered = true;
  void navigator.serviceWorker
    .register('/sw.js')
    .then(() => navigator.serviceWorker.ready)
    .then((registration) => {
      // What this first visit loaded before the worker was there.
      const loaded = performance
        .getEntriesByType('resource')
        .map((entry) => new URL(entry.name))
        .filter((url) => url.origin === location.origin && url.pathname.startsWith('/assets/'))
        .map((url) => url.pathname);
      registration.active?.postMessage({ kind: 'keep', paths: [...new Set(loaded)] });
    })
    .catch(() => {
      registered = false;
    });
}
