import { useEffect } from 'preact/hooks';
import { t } from '../i18n/i18n';
import { FollowLink } from '../session/FollowLink';
import { Join } from '../session/Join';
import { loadSession, rights, sessionState, user } from '../session/session';
import { SignIn } from '../session/SignIn';
import { Busy, Failed } from '../ui/states';
import { lazy } from '../ui/lazy';
import { FieldShell } from './FieldShell';
import { Notices } from './Notices';
import { OfficeShell } from './OfficeShell';
import { navigate, route } from './router';

const TodayBoard = lazy(() => import('../today/TodayBoard').then((chunk) => chunk.TodayBoard));
const OutletsPage = lazy(() => import('../outlets/OutletsPage').then((chunk) => chunk.OutletsPage));
const TerminalView = lazy(() => import('../terminal/TerminalView').then((chunk) => chunk.TerminalView));
const UnvisitedPage = lazy(() => import('../unvisited/UnvisitedPage').then((chunk) => chunk.UnvisitedPage));
const FollowingPage = lazy(() => import('../following/FollowingPage').then((chunk) => chunk.FollowingPage));
const LessonsPage = lazy(() => import('../lessons/LessonsPage').then((chunk) => chunk.LessonsPage));
const SchedulePage = lazy(() => import('../schedule/SchedulePage').then((chunk) => chunk.SchedulePage));
const VisitPlansPage = lazy(() => import('../plans/VisitPlansPage').then((chunk) => chunk.VisitPlansPage));
const DispatchOrdersPage = lazy(() => import('../dispatchOrders/DispatchOrdersPage').then((chunk) => chunk.DispatchOrdersPage));
const ComparePage = lazy(() => import('../compare/ComparePage').then((chunk) => chunk.ComparePage));
const LabPage = lazy(() => import('../lab/LabPage').then((chunk) => chunk.LabPage));
const WebhooksPage = lazy(() => import('../webhooks/WebhooksPage').then((chunk) => chunk.WebhooksPage));
const PeoplePage = lazy(() => import('../people/PeoplePage').then((chunk) => chunk.PeoplePage));
const RepDayPage = lazy(() => import('../rep/RepDayPage').then((chunk) => chunk.RepDayPage));
const VisitCardPage = lazy(() => import('../rep/VisitCardPage').then((chunk) => chunk.VisitCardPage));
const DriverDayPage = lazy(() => import('../driver/DriverDayPage').then((chunk) => chunk.DriverDayPage));

export function App() {
  return (
    <>
      <Page />
      <Notices />
    </>
  );
}

const titles = {
  board: 'nav.board',
  following: 'nav.following',
  schedule: 'schedule.title',
  lessons: 'lessons.title',
  outlets: 'nav.outlets',
  terminal: 'nav.outlets',
  unvisited: 'nav.unvisited',
  visits: 'nav.visits',
  people: 'nav.people',
  'dispatch-orders': 'nav.dispatchOrders',
  compare: 'compare.title',
  lab: 'nav.lab',
  webhooks: 'nav.webhooks',
} as const;

function Page() {
  const where = route.value;
  const title = user.value && where.page in titles ? `${t(titles[where.page as keyof typeof titles])} · ${t('app.name')}` : t('app.name');
  useEffect(() => {
    document.title = title;
  }, [title]);
  if (where.page === 'join') return <Join token={where.token} />;
  if (where.page === 'go') return <FollowLink token={where.token} />;
  if (sessionState.value === 'loading') return <Busy />;
  if (sessionState.value === 'unreachable') return <Failed text={t('error.noAnswer')} onRetry={() => {
          sessionState.value = 'loading';
          void loadSession();
        }} />;
  if (!user.value) return <SignIn />;
  return rights.value.field ? <FieldPages /> : <OfficePages />;
}

function FieldPages() {
  const where = route.value;
  const isDriver = user.value?.role === 'driver';
  useEffect(() => {
    if (where.page !== 'day' && where.page !== 'card') navigate('/my', true);
  }, [where.page]);
  return (
    <FieldShell>
      {isDriver ? <DriverDayPage /> : where.page === 'card' ? <VisitCardPage key={where.id} terminal={where.id} /> : <RepDayPage />}
    </FieldShell>
  );
}

function OfficePages() {
  const where = route.value;
  return (
    <OfficeShell>
      {where.page === 'outlets' ? (
        <OutletsPage />
      ) : where.page === 'terminal' ? (
        <TerminalView key={where.id} terminal={where.id} />
      ) : where.page === 'unvisited' ? (
        <UnvisitedPage />
      ) : where.page === 'following' ? (
        <FollowingPage />
      ) : where.page === 'schedule' ? (
        <SchedulePage />
      ) : where.page === 'lessons' ? (
        <LessonsPage />
      ) : where.page === 'visits' ? (
        <VisitPlansPage />
      ) : where.page === 'dispatch-orders' ? (
        <DispatchOrdersPage />
      ) : where.page === 'compare' ? (
        <ComparePage />
      ) : where.page === 'lab' && rights.value.lab ? (
        <LabPage where={where} />
      ) : where.page === 'webhooks' && rights.value.people ? (
        <WebhooksPage />
      ) : where.page === 'people' && rights.value.people ? (
        <PeoplePage />
      ) : where.page === 'board' ? (
        <TodayBoard />
      ) : (
        <div class="page">
          <h1>{t('page.missing')}</h1>
          <p>
            <a class="button" href="/">
              {t('nav.board')}
            </a>
          </p>
        </div>
      )}
    </OfficeShell>
  );
}
