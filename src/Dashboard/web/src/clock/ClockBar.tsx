import { useEffect, useRef } from 'preact/hooks';
import { newCommandId, post } from '../api/client';
import type { ClockState } from '../api/live';
import { clockTime, dateOf, day, decimal, number } from '../i18n/format';
import { t } from '../i18n/i18n';
import { live, regionId, regionPath } from '../region/regionStore';
import { rights } from '../session/session';
import { onKeys } from '../shell/keys';
import { Icon } from '../ui/icons';
import { useTask } from '../ui/useTask';

const speeds = [1, 5, 10, 30, 60, 120, 300, 600, 1000] as const;

/** The region's time, and for a simulated market its pause and pace. */
export function ClockBar() {
  const state = live.clock.value;
  const { busy, run } = useTask();

  const change = (wish: { speed: number } | { running: boolean }) =>
    run(async () => {
      live.setClock(await post<ClockState>(regionPath('/clock'), { commandId: newCommandId(), ...wish }));
    });

  useEffect(
    () =>
      onKeys((event) => {
        const clock = live.clock.peek();
        if (event.key !== ' ' || !clock || !clock.simulated || !rights.peek().setClock) return false;
        if ((event.target as HTMLElement | null)?.closest('button, a, summary, [role=row], [role=option]')) return false;
        void change({ running: !clock.running });
        return true;
      }),
    [],
  );

  if (!state || !regionId.value) return null;
  const mayChange = rights.value.setClock && state.simulated;
  const slow = state.running && state.simulated && state.trueSpeed > 0 && state.trueSpeed < state.speed * 0.9;
  return (
    <div class="clock" role="group" aria-label={t('clock.label')}>
      <span class="chip chip-live" data-testid="clock-mode">
        {t(state.live ? 'clock.live' : 'clock.branch')}
      </span>
      {state.simulated && <span class="chip chip-simulated">{t('clock.simulated')}</span>}
      <ClockFaceText />
      {mayChange && (
        <>
          <button
            type="button"
            class="icon-button clock-toggle"
            disabled={busy}
            aria-label={state.running ? t('clock.pause') : t('clock.play')}
            title={state.running ? t('clock.pause') : t('clock.play')}
            data-testid="clock-toggle"
            data-running={state.running}
            onClick={() => void change({ running: !state.running })}
          >
            <Icon name={state.running ? 'pause' : 'play'} />
          </button>
          <label>
            <span class="visually-hidden">{t('clock.speed')}</span>
            <select
              class="clock-speed"
              disabled={busy}
              value={String(nearest(state.speed))}
              data-testid="clock-speed"
              onChange={(event) => void change({ speed: Number(event.currentTarget.value) })}
            >
              {speeds.map((speed) => (
                <option key={speed} value={String(speed)}>
                  {t('clock.times', { value: number(speed) })}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
      {state.simulated && (
        <span class={`clock-true ${slow ? 'warning-text' : 'muted'}`} title={t('clock.trueSpeedHint')} data-testid="clock-true-speed" data-speed={state.trueSpeed}>
          {state.running
            ? t(slow ? 'clock.slower' : 'clock.trueSpeed', { value: state.trueSpeed >= 10 ? number(Math.round(state.trueSpeed)) : decimal(state.trueSpeed) })
            : t('clock.paused')}
        </span>
      )}
    </div>
  );
}

// The digits change several times a second: written straight into their element, they cost no component.
function ClockFaceText() {
  const time = useRef<HTMLTimeElement>(null);
  const date = useRef<HTMLSpanElement>(null);
  const state = live.clock.value;
  useEffect(() => {
    const write = () => {
      if (document.hidden || !live.face.state || !time.current || !date.current) return;
      const moment = live.face.at(performance.now());
      const fast = live.face.state.running && live.face.state.simulated && live.face.state.speed > 60;
      const text = clockTime(moment, !fast);
      if (time.current.textContent !== text) time.current.textContent = text;
      const dayText = day(dateOf(moment));
      if (date.current.textContent !== dayText) date.current.textContent = dayText;
      time.current.dateTime = new Date(moment).toISOString();
    };
    write();
    const timer = setInterval(write, 250);
    return () => clearInterval(timer);
  }, [state]);
  return (
    <span class="clock-face">
      <span class="clock-date" ref={date} />
      <time class="clock-time" ref={time} data-testid="clock-now" />
    </span>
  );
}

function nearest(speed: number): number {
  return speeds.reduce<number>((best, each) => (Math.abs(each - speed) < Math.abs(best - speed) ? each : best), speeds[0]);
}
