import { useEffect, useRef, useState } from 'preact/hooks';
import { get, NoAnswer } from '../../api/client';
import type { LabMessage } from '../../api/labLive';
import { live } from '../../region/regionStore';

const lookMilliseconds = 1000;
/** Where the live feed tells of what moves, the page only makes sure now and then. */
const checkMilliseconds = 15_000;

export interface Polled<T> {
  value: T | null;
  error: unknown;
  reload: () => void;
}

/**
 * What moves while it goes on: a job of the lab, or the list of them. The live feed tells of it; without a feed it is asked for once a second.
 * @param follow The value after a message of the feed; the same value where the message is not of it.
 */
export function usePolled<T>(path: string, goesOn: (value: T) => boolean, follow: (value: T, message: LabMessage) => T): Polled<T> {
  const [value, setValue] = useState<T | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  const latest = useRef<T | null>(null);
  useEffect(() => {
    let stopped = false;
    let asked = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (next: T) => {
      latest.current = next;
      setValue(next);
    };
    const look = async () => {
      clearTimeout(timer);
      const turn = ++asked;
      try {
        const next = await get<T>(path);
        if (stopped || turn !== asked) return;
        show(next);
        setError(null);
        if (goesOn(next)) timer = setTimeout(() => void look(), live.watchesLab ? checkMilliseconds : lookMilliseconds);
      } catch (problem) {
        if (stopped || turn !== asked) return;
        setError(problem);
        if (problem instanceof NoAnswer) timer = setTimeout(() => void look(), lookMilliseconds);
      }
    };
    latest.current = null;
    void look();
    const unwatch = live.onLab((message) => {
      const old = latest.current;
      if (old === null) return;
      const next = follow(old, message);
      if (next === old) return;
      show(next);
      // What has come to its end has more to it than the feed tells.
      if (goesOn(old) && !goesOn(next)) void look();
    });
    return () => {
      stopped = true;
      clearTimeout(timer);
      unwatch();
    };
  }, [path, round]);
  return { value, error, reload: () => setRound((old) => old + 1) };
}

/** A list with the jobs that a message tells of put in their places, or added. */
export function merged<T>(list: readonly T[], news: readonly T[], idOf: (each: T) => string): readonly T[] {
  if (news.length === 0) return list;
  const byId = new Map(news.map((each) => [idOf(each), each]));
  const known = new Set(list.map(idOf));
  return [...list.map((each) => byId.get(idOf(each)) ?? each), ...news.filter((each) => !known.has(idOf(each)))];
}
