import { useState } from 'preact/hooks';
import { tellError } from '../shell/noticeList';

/** Whether a task is under way, and a way to run one that tells of what goes wrong. */
export function useTask(): { busy: boolean; run: (task: () => Promise<void>) => Promise<void> } {
  const [busy, setBusy] = useState(false);
  const run = async (task: () => Promise<void>) => {
    setBusy(true);
    try {
      await task();
    } catch (error) {
      tellError(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, run };
}
