import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { get } from '../api/client';

export interface Remote<T> {
  value: T | null;
  error: unknown;
  loading: boolean;
  reload: () => void;
}

/** A GET that follows its path; the old value stays on screen, marked as loading, until the new one is there. */
export function useRemote<T>(path: string | null): Remote<T> {
  const [state, setState] = useState<{ path: string | null; value: T | null; error: unknown; loading: boolean }>({
    path,
    value: null,
    error: null,
    loading: path !== null,
  });
  const [round, setRound] = useState(0);
  const latest = useRef(path);
  latest.current = path;

  useEffect(() => {
    if (path === null) return;
    const abort = new AbortController();
    setState((old) => ({ path, value: old.path === path ? old.value : null, error: null, loading: true }));
    get<T>(path, abort.signal).then(
      (value) => setState({ path, value, error: null, loading: false }),
      (error: unknown) => {
        if (!abort.signal.aborted) setState((old) => ({ ...old, error, loading: false }));
      },
    );
    return () => abort.abort();
  }, [path, round]);

  const reload = useCallback(() => setRound((old) => old + 1), []);
  return { value: state.path === path ? state.value : null, error: state.error, loading: state.loading, reload };
}
