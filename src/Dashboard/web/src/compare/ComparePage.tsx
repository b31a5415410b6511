import { useEffect } from 'preact/hooks';
import { dateOf } from '../i18n/format';
import { t } from '../i18n/i18n';
import { detail, live, outletsLoaded } from '../region/regionStore';
import { onKeys } from '../shell/keys';
import { navigate, route } from '../shell/router';
import { Busy, Empty } from '../ui/states';
import { Icon } from '../ui/icons';
import { compareAddress } from './address';
import { Comparison } from './Comparison';
import './compare.css';

/** Any two versions of a day's deliveries side by side (方案对比), and what to keep of each. */
export function ComparePage() {
  const where = route.value;
  const asked = where.page === 'compare' ? where : null;
  const known = detail.value?.distributors ?? [];
  const distributor = asked?.distributor ?? (known.length === 1 ? known[0].id : null);
  const date = asked?.date ?? (live.clock.value ? dateOf(live.clock.value.now) : null);

  useEffect(
    () =>
      onKeys((event) => {
        // An open list of choices is closed by Escape, and that is all it does.
        if (event.key !== 'Escape' || (event.target as Element | null)?.matches('select, input[type=date]')) return false;
        navigate('/');
        return true;
      }),
    [],
  );

  return (
    <div class="page page-fill compare" data-testid="compare-page">
      <div class="page-head">
        <a class="button" href="/" data-testid="compare-back">
          <Icon name="back" size={16} />
          {t('nav.board')}
        </a>
        <h1>{t('compare.title')}</h1>
        <label>
          <span class="visually-hidden">{t('column.distributor')}</span>
          <select value={distributor ?? ''} data-testid="compare-distributor" onChange={(event) => navigate(compareAddress(event.currentTarget.value || null, date))}>
            {distributor === null && <option value="">{t('compare.chooseDistributor')}</option>}
            {known.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
        <input
          type="date"
          aria-label={t('plan.day')}
          value={date ?? ''}
          disabled={distributor === null}
          data-testid="compare-date"
          onChange={(event) => event.currentTarget.value && navigate(compareAddress(distributor, event.currentTarget.value))}
        />
      </div>
      {!outletsLoaded.value || date === null ? (
        <Busy />
      ) : distributor === null ? (
        <Empty>{t('compare.chooseDistributor')}</Empty>
      ) : (
        <Comparison key={`${distributor}@${date}`} distributor={distributor} date={date} left={asked?.left ?? null} right={asked?.right ?? null} />
      )}
    </div>
  );
}
