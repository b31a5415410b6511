import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/i18n';
import { labAreas, type Route } from '../shell/router';
import { lazy } from '../ui/lazy';
import './lab.css';

const ScenarioListPage = lazy(() => import('./scenarios/ScenarioListPage').then((chunk) => chunk.ScenarioListPage));
const ScenarioEditorPage = lazy(() => import('./scenarios/ScenarioEditorPage').then((chunk) => chunk.ScenarioEditorPage));
const CalibrationListPage = lazy(() => import('./calibrations/CalibrationListPage').then((chunk) => chunk.CalibrationListPage));
const CalibrationPage = lazy(() => import('./calibrations/CalibrationPage').then((chunk) => chunk.CalibrationPage));
const RunListPage = lazy(() => import('./runs/RunListPage').then((chunk) => chunk.RunListPage));
const RunPage = lazy(() => import('./runs/RunPage').then((chunk) => chunk.RunPage));
const ComparePage = lazy(() => import('./compare/ComparePage').then((chunk) => chunk.ComparePage));
const TemplateListPage = lazy(() => import('./templates/TemplateListPage').then((chunk) => chunk.TemplateListPage));
const TemplatePage = lazy(() => import('./templates/TemplatePage').then((chunk) => chunk.TemplatePage));
const ScorecardPage = lazy(() => import('./scorecard/ScorecardPage').then((chunk) => chunk.ScorecardPage));
const WavesPage = lazy(() => import('./waves/WavesPage').then((chunk) => chunk.WavesPage));
const WavePage = lazy(() => import('./waves/WavePage').then((chunk) => chunk.WavePage));

type LabRoute = Extract<Route, { page: 'lab' }>;

/** The expansion lab (实验室): what a market would come to, how sure that is, and where to go next. */
export function LabPage({ where }: { where: LabRoute }) {
  const nav = useRef<HTMLElement>(null);
  // On a phone the areas are wider than the screen: the one that is open is in sight.
  useEffect(() => nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [where.area]);

  return (
    <div class="page lab" data-testid="lab-page" data-area={where.area}>
      <nav ref={nav} class="lab-nav" aria-label={t('nav.lab')}>
        {labAreas.map((area) => (
          <a key={area} href={`/lab/${area}`} aria-current={area === where.area ? 'page' : undefined} data-testid={`lab-nav-${area}`}>
            {t(`lab.area.${area}`)}
          </a>
        ))}
      </nav>
      <Area where={where} />
    </div>
  );
}

function Area({ where }: { where: LabRoute }) {
  switch (where.area) {
    case 'scenarios':
      return where.id ? <ScenarioEditorPage key={where.id} id={where.id} /> : <ScenarioListPage />;
    case 'calibrations':
      return where.id ? <CalibrationPage key={where.id} id={where.id} /> : <CalibrationListPage wanted={where.left} />;
    case 'runs':
      return where.id ? <RunPage key={where.id} id={where.id} /> : <RunListPage wanted={where.left} />;
    case 'compare':
      return <ComparePage left={where.left} right={where.right} />;
    case 'templates':
      return where.id ? <TemplatePage key={where.id} id={where.id} /> : <TemplateListPage run={where.left} />;
    case 'scorecard':
      return <ScorecardPage template={where.left} />;
    case 'waves':
      return where.id ? <WavePage key={where.id} id={where.id} /> : <WavesPage template={where.left} />;
  }
}
