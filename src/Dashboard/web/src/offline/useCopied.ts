import { effect } from '@preact/signals';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { get, NoAnswer } from '../api/client';
import { keepCopy, readCopy } from './copies';
import { fieldQueue } from './fieldQueue';

export interface Copied<T> {
  value: T | null;
  /** When the value was fetched, if it is an old copy because the network is away. */
  staleSince: number | null;
  error: unknown;
  loading: boolean;
  reload: () => Promise<void>;
  /** Changes the value on screen and in the copy, ahead of the server. */
  amend: (change: (old: T) => T) => void;
}

/** A read that falls back to its last copy when the server cannot be reached. */
export function useCopied<T>(path: string): Copied<T> {
  const [state, setState] = useState<{ value: T | null; staleSince: number | null; error: unknown; loading: boolean }>(() => {
    const copy = readCopy<T>(path);
    return { value: copy?.value ?? null, staleSince: null, error: null, loading: true };
  });

  const known = useRef(false);
  known.current = state.value !== null;
  const withheld = useRef(false);

  const reload = useCallback(async () => {
    try {
      const value = await get<T>(path);
      // What waits to be sent is not in the answer yet and would go from the screen; once it is sent the page asks again.
      withheld.current = known.current && hasWaiting();
      if (withheld.current) return;
      keepCopy(path, value);
      setState({ value, staleSince: null, error: null, loading: false });
    } catch (error) {
      const copy = error instanceof NoAnswer ? readCopy<T>(path) : null;
      setState((old) =>
        copy
          ? { value: old.value ?? copy.value, staleSince: copy.at, error: null, loading: false }
          : { ...old, error, loading: false },
      );
    }
  }, [path]);

  useEffect(() => {
    void reload();
    const again = () => void reload();
    addEventListener('online', again);
    const stop = effect(() => {
      if (!hasWaiting() && withheld.current) again();
    });
    return () => {
      stop();
      removeEventListener('online', again);
    };
  }, [reload]);

  const amend = useCallback(
    (change: (old: T) => T) =>
      setState((old) => {
        if (old.value === null) return old;
        const value = change(old.value);
        keepCopy(path, value);
        return { ...old, value };
      }),
    [path],
  );
  return { ...state, reload, amend };
}

function hasWaiting(): boolean {
  return (fieldQueue.value?.waiting.value.length ?? 0) > 0;
}

/** Fetches a read ahead of its use, so that it opens without a network later. */
export async function keepAhead(path: string): Promise<void> {
  try {
    keepCopy(path, await get<unknown>(path));
  } catch {
    // It is only a convenience: the page asks again when it is opened.
  }
}
