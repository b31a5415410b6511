import { useMemo } from 'preact/hooks';
import { get } from '../api/client';
import type { ClockState } from '../api/live';
import { fieldQueue } from '../offline/fieldQueue';
import { readCopy } from '../offline/copies';
import { useCopied } from '../offline/useCopied';
import { user } from '../session/session';

/** The region's time as a phone can know it. */
export interface FieldClock {
  /** The region's moment now, or null where only the server can know it. */
  moment: () => Promise<string | null>;
  /** When a command was made, if it will be sent later; nothing where the server's own time is right. */
  stamp: () => { at?: string };
}

/**
 * A region on real time is as far from the phone's clock as it was when last heard. A simulated clock moves at its own
 * pace, so without a network its time is unknown and commands count from when they arrive.
 */
export function useFieldClock(): FieldClock {
  const path = `/api/regions/${encodeURIComponent(user.value?.region ?? '')}/clock`;
  const state = useCopied<ClockState>(path).value;
  return useMemo(() => {
    const estimate = (): string | null => {
      const copy = readCopy<ClockState>(path);
      if (!copy || copy.value.simulated) return null;
      return new Date(Date.now() + Date.parse(copy.value.now) - copy.at).toISOString();
    };
    return {
      moment: () =>
        get<ClockState>(path).then(
          (clock) => clock.now,
          () => estimate(),
        ),
      stamp: () => {
        const queue = fieldQueue.peek();
        const waits = !navigator.onLine || queue?.offline.peek() === true || (queue?.waiting.peek().length ?? 0) > 0;
        const at = waits ? estimate() : null;
        return at === null ? {} : { at };
      },
    };
  }, [path, state?.simulated]);
}
