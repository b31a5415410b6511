import type { Lessons } from '../api/following';
import { explain } from '../i18n/codes';
import { number, percent } from '../i18n/format';
import { t } from '../i18n/i18n';
import { detail, outletsLoaded, regionPath } from '../region/regionStore';
import { navigate, route } from '../shell/router';
import { Busy, Empty, Failed } from '../ui/states';
import { useRemote } from '../ui/useRemote';
import { lessonsAddress } from './address';
import { HourTable } from './HourTable';
import { OutletTable } from './OutletTable';
import './lessons.css';

/** Lessons (学习结果): planned against actual times by outlet and by hour, and what the next plan will use. */
export function LessonsPage() {
  const known = detail.value?.distributors ?? [];
  const where = route.value;
  const asked = where.page === 'lessons' ? where : null;
  const distributor = asked?.distributor ?? known[0]?.id ?? null;
  const lessons = useRemote<Lessons>(distributor && outletsLoaded.value ? regionPath(`/following/lessons/${encodeURIComponent(distributor)}`) : null);
  return (
    <div class="page lessons" data-testid="lessons-page">
      <div class="page-head">
        <h1>{t('lessons.title')}</h1>
        {known.length > 1 && (
          <label>
            <span class="visually-hidden">{t('column.distributor')}</span>
            <select value={distributor ?? ''} data-testid="lessons-distributor" onChange={(event) => navigate(lessonsAddress(event.currentTarget.value), true)}>
              {known.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </select>
          </label>
        )}
        <a class="button button-quiet" href="/following">
          {t('nav.following')}
        </a>
      </div>
      <p class="muted">{t('lessons.intro')}</p>
      {lessons.error !== null && <Failed text={explain(lessons.error)} onRetry={lessons.reload} />}
      {lessons.value === null && lessons.error === null && (distributor === null && outletsLoaded.value ? <Empty>{t('plan.noDistributor')}</Empty> : <Busy />)}
      {lessons.value && <Learned lessons={lessons.value} outlet={asked?.terminal ?? null} distributor={distributor} />}
    </div>
  );
}

function Learned({ lessons, outlet, distributor }: { lessons: Lessons; outlet: string | null; distributor: string | null }) {
  if (lessons.deliveries === 0) return <Empty>{t('lessons.none')}</Empty>;
  return (
    <>
      <p data-testid="lessons-summary">
        {[
          t('lessons.deliveries', { count: lessons.deliveries, value: number(lessons.deliveries) }),
          ...(lessons.ruleError == null ? [] : [t('lessons.ruleError', { value: percent(lessons.ruleError / 1000) })]),
          ...(lessons.learnedError == null ? [] : [t('lessons.learnedError', { value: percent(lessons.learnedError / 1000) })]),
        ].join(' · ')}
      </p>
      <p class="muted">
        {t(lessons.hasLearnedSpeeds ? 'lessons.speedsLearned' : 'lessons.speedsNot')} {lessons.isMarket && t('lessons.market')}
      </p>
      <div class="lessons-tables">
        <OutletTable lessons={lessons.compared} outlet={outlet} onAll={() => navigate(lessonsAddress(distributor), true)} />
        <HourTable hours={lessons.hours} />
      </div>
    </>
  );
}
