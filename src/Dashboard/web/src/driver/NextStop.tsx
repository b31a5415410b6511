import type { DriverStop, Navigation as Links } from '../api/field';
import { cases, money, timeOfDay } from '../i18n/format';
import { locale, t } from '../i18n/i18n';

/** Where to go now, with a way to be led there. */
export function NextStop({ stop, links, onOpen }: { stop: DriverStop; links: Links | null; onOpen: () => void }) {
  return (
    <section class="next-stop" aria-label={t('driver.next')} data-testid="next-stop" data-terminal={stop.terminal}>
      <span class="muted">
        {t('driver.next')} · {timeOfDay(stop.arrival)} · {t('stop.window', { from: timeOfDay(stop.window.start), to: timeOfDay(stop.window.end) })}
      </span>
      <strong>{stop.name}</strong>
      {stop.address && <span>{stop.address}</span>}
      <span class="muted">{stop.value > 0 ? `${cases(stop.cases)} · ${money(stop.value)}` : cases(stop.cases)}</span>
      <span class="next-stop-actions">
        {links && <Navigation links={links} />}
        <button type="button" class="button field-wide" onClick={onOpen}>
          {t('driver.openStop')}
        </button>
      </span>
    </section>
  );
}

/** The app that most people of the language have comes first; the others are a tap away. */
function Navigation({ links }: { links: Links }) {
  const apps = locale.value === 'zh' ? (['amap', 'baidu', 'apple', 'google'] as const) : (['google', 'apple', 'amap', 'baidu'] as const);
  const [first, ...others] = apps;
  return (
    <>
      <a class="button button-primary field-wide" href={links[first]} target="_blank" rel="noreferrer" data-testid="navigate">
        {t('driver.navigate')}
      </a>
      <span class="next-stop-apps">
        {others.map((app) => (
          <a key={app} class="button" href={links[app]} target="_blank" rel="noreferrer">
            {t(`navigation.${app}`)}
          </a>
        ))}
      </span>
    </>
  );
}
