import type { DriverStop, TakenOffStop } from '../api/field';
import { cases, money } from '../i18n/format';
import { t } from '../i18n/i18n';
import { isQueued } from '../offline/fieldQueue';
import type { FieldClock } from '../rep/fieldClock';
import { DropCard } from './DropCard';
import { adviceOf } from './takenOff';

interface Props {
  stops: readonly TakenOffStop[];
  clock: FieldClock;
  open: string | null;
  onOpen: (id: string | null) => void;
  onDone: (gone: TakenOffStop, change: Partial<DriverStop>) => void;
}

/** Stops that a newer plan took off: they stay in sight, with what is to be done about them. */
export function TakenOffList({ stops, clock, open, onOpen, onDone }: Props) {
  if (stops.length === 0) return null;
  return (
    <ul class="stops taken-off" aria-label={t('driver.takenOffList')}>
      {stops.map((gone) => {
        const { stop } = gone;
        const id = `off ${gone.trip} ${stop.terminal}`;
        const advice = isQueued(stop.terminal) ? 'reported' : adviceOf(gone);
        return (
          <li key={id} data-testid="taken-off-stop" data-terminal={stop.terminal} data-version={gone.planVersion} data-advice={advice}>
            <button type="button" class="stop-card is-taken-off" aria-expanded={open === id} onClick={() => onOpen(open === id ? null : id)}>
              <span class="stop-card-number">{stop.sequence}</span>
              <span class="stop-card-name">
                <strong>{stop.name}</strong>
                <span class="taken-off-mark">{t('driver.takenOff', { version: gone.planVersion })}</span>
                <span class="muted">{stop.value > 0 ? `${cases(stop.cases)} · ${money(stop.value)}` : cases(stop.cases)}</span>
              </span>
              <span class="stop-card-time">
                <span class="muted">{t(isQueued(stop.terminal) ? 'my.queued' : `driver.takenOffState.${advice}`)}</span>
              </span>
            </button>
            {open === id && (
              <>
                <p class="taken-off-note" data-testid="taken-off-note">
                  {t(`driver.takenOffNote.${advice}`)}
                </p>
                {advice !== 'leave' && <DropCard clock={clock} stop={stop} onDone={(change) => onDone(gone, change)} />}
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
