// The last answer of each read a phone needs, so that its pages open without a network.

export interface Copy<T> {
  value: T;
  /** When it was fetched, in milliseconds since 1970. */
  at: number;
}

const prefix = 'territory.copy.';
const keptCopies = 200;

export function keepCopy(path: string, value: unknown, storage: Storage | null = browserStorage()): void {
  if (!storage) return;
  const text = JSON.stringify({ value, at: Date.now() });
  try {
    storage.setItem(prefix + path, text);
  } catch {
    // Full: the oldest copies make room, and where that is not enough the page goes without a copy.
    prune(storage, Math.floor(keptCopies / 4));
    try {
      storage.setItem(prefix + path, text);
    } catch {
      storage.removeItem(prefix + path);
    }
  }
  prune(storage, keptCopies);
}

export function readCopy<T>(path: string, storage: Storage | null = browserStorage()): Copy<T> | null {
  try {
    const text = storage?.getItem(prefix + path);
    return text ? (JSON.parse(text) as Copy<T>) : null;
  } catch {
    return null;
  }
}

export function forgetCopies(storage: Storage | null = browserStorage()): void {
  if (storage) for (const key of keysOf(storage)) storage.removeItem(key);
}

function prune(storage: Storage, keep: number): void {
  const keys = keysOf(storage);
  if (keys.length <= keep) return;
  const aged = keys.map((key) => ({ key, at: ageOf(storage.getItem(key)) })).sort((a, b) => a.at - b.at);
  for (const { key } of aged.slice(0, aged.length - keep)) storage.removeItem(key);
}

function ageOf(text: string | null): number {
  try {
    return (JSON.parse(text ?? '') as Copy<unknown>).at;
  } catch {
    return 0;
  }
}

function keysOf(storage: Storage): string[] {
  const keys: string[] = [];
  for (let index = 0; index < storage.length; index++) {
    const key = storage.key(index);
    if (key?.startsWith(prefix)) keys.push(key);
  }
  return keys;
}

export function browserStorage(): Storage | null {
  try {
    return typeof localStorage === 'undefined' ? null : localStorage;
  } catch {
    return null;
  }
}
