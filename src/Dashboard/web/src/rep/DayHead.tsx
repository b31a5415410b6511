import { deviceTime } from '../i18n/format';
import { t } from '../i18n/i18n';

export type DayTab = 'list' | 'map';

interface Props {
  title: string;
  done: number;
  total: number;
  /** When the day was last heard of, where there is no network. */
  staleSince: number | null;
  tab: DayTab;
  onTab: (tab: DayTab) => void;
}

/** The head of a rep's or driver's day: how far it is, and the choice between list and map. */
export function DayHead({ title, done, total, staleSince, tab, onTab }: Props) {
  return (
    <div class="day-head">
      <h1>{title}</h1>
      <p class="muted">{t('my.progress', { done, total })}</p>
      {staleSince !== null && <p class="stale-note">{t('state.stale', { time: deviceTime(staleSince) })}</p>}
      <div class="segmented day-tabs" role="group" aria-label={t('my.view')}>
        <button type="button" aria-pressed={tab === 'list'} data-testid="tab-list" onClick={() => onTab('list')}>
          {t('my.list')}
        </button>
        <button type="button" aria-pressed={tab === 'map'} data-testid="tab-map" onClick={() => onTab('map')}>
          {t('my.map')}
        </button>
      </div>
    </div>
  );
}
