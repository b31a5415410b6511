import type { ComponentChildren } from 'preact';
import { explain } from '../../i18n/codes';
import { Busy, Empty, Failed } from '../../ui/states';
import type { Polled } from './usePolled';

interface Props<T> {
  list: Polled<readonly T[]>;
  /** What is said where there is none yet. */
  none: string;
  children: (newestFirst: readonly T[]) => ComponentChildren;
}

/** The jobs of a kind, the newest first. */
export function JobList<T extends { at: string }>({ list, none, children }: Props<T>) {
  const newestFirst = [...(list.value ?? [])].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <>
      {list.error !== null && <Failed text={explain(list.error)} onRetry={list.reload} />}
      {list.value === null && list.error === null && <Busy />}
      {list.value?.length === 0 && <Empty>{none}</Empty>}
      {newestFirst.length > 0 && children(newestFirst)}
    </>
  );
}
