import { useEffect, useState } from 'preact/hooks';
import { get } from '../api/client';
import type { Following, NextDay } from '../api/following';
import { NextDays } from '../following/NextDays';
import { number } from '../i18n/format';
import { t } from '../i18n/i18n';
import { live, regionId, regionPath } from '../region/regionStore';
import { Dialog } from '../ui/Dialog';
import { planDate } from './plans/planDay';
import '../following/following.css';

const lookMilliseconds = 60_000;

/** That plans of the next working day wait for a decision since the order cut-off, or could not be made; a sheet says what they leave out. */
export function NextDayNotice() {
  const [next, setNext] = useState<readonly NextDay[]>([]);
  const [isOpen, setOpen] = useState(false);
  const region = regionId.value;
  useEffect(() => {
    if (!region) return;
    const look = () =>
      get<Following>(regionPath('/following')).then(
        (answer) => setNext(answer.next),
        // What was known stays; the next look may get an answer.
        () => undefined,
      );
    void look();
    const timer = setInterval(() => !document.hidden && void look(), lookMilliseconds);
    const stop = live.onPlans(() => void look());
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [region]);
  // Whoever looks at that day already has it before them.
  const waiting = next.filter((each) => each.date !== planDate.value);
  useEffect(() => {
    if (waiting.length === 0) setOpen(false);
  }, [waiting.length]);
  if (waiting.length === 0) return null;
  const failed = waiting.filter((each) => each.version === null).length;
  const isIncomplete = failed > 0 || waiting.some((each) => each.unserved.length > 0);
  return (
    <>
      <button type="button" class={`chip next-day-chip ${isIncomplete ? 'chip-late' : 'chip-proposal'}`} data-testid="next-day-notice" onClick={() => setOpen(true)}>
        {failed > 0 ? t('following.nextFailed', { count: failed, value: number(failed) }) : t('following.nextChip', { count: waiting.length, value: number(waiting.length) })}
      </button>
      {isOpen && (
        <Dialog title={t('following.next')} onClose={() => setOpen(false)} testId="next-day-dialog">
          <NextDays next={waiting} isTitled={false} />
        </Dialog>
      )}
    </>
  );
}
