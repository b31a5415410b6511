type Handler = (event: KeyboardEvent) => boolean | void;

const handlers: Handler[] = [];

/** Hears single keys pressed outside text fields; the page opened last is asked first and may take the key by answering true. */
export function onKeys(handler: Handler): () => void {
  handlers.unshift(handler);
  return () => {
    const at = handlers.indexOf(handler);
    if (at >= 0) handlers.splice(at, 1);
  };
}

export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    // An open sheet has the keyboard to itself, its Escape included.
    if (document.querySelector('dialog[open]')) return;
    const target = event.target as HTMLElement | null;
    const typing = target?.matches('input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select, [contenteditable]') ?? false;
    const palette = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
    if (typing && event.key !== 'Escape' && !palette) return;
    const undo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
    if ((event.ctrlKey || event.metaKey || event.altKey) && !palette && !undo) return;
    for (const handler of [...handlers]) {
      if (handler(event)) {
        event.preventDefault();
        return;
      }
    }
  });
}
