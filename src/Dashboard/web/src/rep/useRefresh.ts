import { useEffect } from 'preact/hooks';

const refreshMilliseconds = 30_000;

/** Reloads a day now and then while its page is seen and nothing on it is being entered. */
export function useRefresh(reload: () => Promise<void>, isIdle = true): void {
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden && isIdle) void reload();
    }, refreshMilliseconds);
    return () => clearInterval(timer);
  }, [reload, isIdle]);
}
