import { useEffect, useState } from 'preact/hooks';
import { deviceTime } from '../i18n/format';
import { t } from '../i18n/i18n';
import { live } from '../region/regionStore';

/** Says whether what is on screen is now, and if not, how old it is. */
export function ConnectionChip() {
  const state = live.connection.value;
  const [, setRound] = useState(0);
  useEffect(() => {
    if (state === 'live') return;
    const timer = setInterval(() => setRound((round) => round + 1), 1000);
    return () => clearInterval(timer);
  }, [state]);

  if (state === 'idle') return null;
  const heard = live.lastHeardAt.value;
  const age = heard === 0 ? 0 : Math.max(0, Math.round((Date.now() - heard) / 1000));
  return (
    <span class={`connection connection-${state}`} data-testid="connection" data-state={state}>
      <span class="connection-dot" aria-hidden="true" />
      <span role="status">
        {state === 'live' ? t('connection.live') : state === 'connecting' ? t('connection.connecting') : t('connection.reconnecting')}
      </span>
      {state === 'reconnecting' && heard > 0 && (
        <span class="muted" title={deviceTime(heard)}>
          {t('connection.age', { seconds: age })}
        </span>
      )}
    </span>
  );
}
