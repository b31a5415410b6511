import { useState } from 'preact/hooks';
import { labPath, type JsonObject, type ScenarioSummary } from '../../api/lab';
import { get, newCommandId, post, remove } from '../../api/client';
import { explain } from '../../i18n/codes';
import { dateOf, dayAndTime, number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { live } from '../../region/regionStore';
import { navigate } from '../../shell/router';
import { Dialog } from '../../ui/Dialog';
import { Busy, Empty, Failed } from '../../ui/states';
import { useRemote } from '../../ui/useRemote';
import { useTask } from '../../ui/useTask';
import { regionName } from '../figures';
import { PathGuide } from '../PathGuide';
import { BranchDialog } from './BranchDialog';
import { newScenario } from './newScenario';

/** Scenarios (仿真方案): what has been asked of the lab. */
export function ScenarioListPage() {
  const list = useRemote<ScenarioSummary[]>(`${labPath}/scenarios`);
  const [sheet, setSheet] = useState<'branch' | ScenarioSummary | null>(null);
  const { busy, run } = useTask();
  const create = () =>
    run(async () => {
      const now = live.clock.peek()?.now ?? new Date();
      const saved = await post<{ id: string }>(`${labPath}/scenarios`, { commandId: newCommandId(), scenario: newScenario(t('lab.newName'), dateOf(now)) });
      navigate(`/lab/scenarios/${encodeURIComponent(saved.id)}`);
    });
  const copy = (from: ScenarioSummary) =>
    run(async () => {
      const { scenario } = await get<{ scenario: JsonObject }>(`${labPath}/scenarios/${encodeURIComponent(from.id)}`);
      await post(`${labPath}/scenarios`, { commandId: newCommandId(), scenario: { ...scenario, name: t('lab.copyOf', { name: from.name }) } });
      list.reload();
    });
  const drop = (scenario: ScenarioSummary) =>
    run(async () => {
      await remove(`${labPath}/scenarios/${encodeURIComponent(scenario.id)}`, { commandId: newCommandId() });
      setSheet(null);
      list.reload();
    });

  return (
    <>
      <div class="page-head">
        <h1>{t('lab.area.scenarios')}</h1>
        <button type="button" class="button button-primary" disabled={busy} data-testid="lab-branch" onClick={() => setSheet('branch')}>
          {t('lab.branch')}
        </button>
        <button type="button" class="button" disabled={busy} data-testid="lab-new" onClick={() => void create()}>
          {t('lab.new')}
        </button>
      </div>
      <PathGuide />
      <p class="muted">{t('lab.scenariosIntro')}</p>
      {list.error !== null && <Failed text={explain(list.error)} onRetry={list.reload} />}
      {list.value === null && list.error === null && <Busy />}
      {list.value?.length === 0 && <Empty>{t('lab.noScenarios')}</Empty>}
      {list.value && list.value.length > 0 && (
        <div class="lab-scroll" tabIndex={0} role="group" aria-label={t('lab.area.scenarios')}>
          <table class="table lab-blocks" data-testid="lab-scenarios">
            <thead>
              <tr>
                <th scope="col">{t('column.name')}</th>
                <th scope="col">{t('lab.regions')}</th>
                <th scope="col" class="right">
                  {t('lab.path.days')}
                </th>
                <th scope="col" class="right">
                  {t('lab.variants')}
                </th>
                <th scope="col" class="right">
                  {t('lab.version')}
                </th>
                <th scope="col">{t('lab.changedAt')}</th>
                <th scope="col">
                  <span class="visually-hidden">{t('people.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {list.value.map((scenario) => (
                <tr key={scenario.id} data-scenario={scenario.id}>
                  <th scope="row">
                    <a href={`/lab/scenarios/${encodeURIComponent(scenario.id)}`}>{scenario.name}</a>
                  </th>
                  <td>{scenario.regions.map(regionName).join(t('lab.listJoin'))}</td>
                  <td class="right" data-name={t('lab.path.days')}>{number(scenario.days)}</td>
                  <td class="right" data-name={t('lab.variants')}>{number(scenario.variants)}</td>
                  <td class="right" data-name={t('lab.version')}>{number(scenario.version)}</td>
                  <td>{dayAndTime(scenario.at)}</td>
                  <td class="row-actions">
                    <a class="button button-quiet" href={`/lab/runs?left=${encodeURIComponent(scenario.id)}`}>
                      {t('lab.run')}
                    </a>
                    <button type="button" class="button button-quiet" disabled={busy} onClick={() => void copy(scenario)}>
                      {t('lab.copy')}
                    </button>
                    <button type="button" class="button button-quiet" disabled={busy} onClick={() => setSheet(scenario)}>
                      {t('lab.remove')}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {sheet === 'branch' && <BranchDialog onClose={() => setSheet(null)} />}
      {sheet !== null && sheet !== 'branch' && (
        <Dialog title={t('lab.removeTitle', { name: sheet.name })} onClose={() => setSheet(null)}>
          <p>{t('lab.removeHint')}</p>
          <div class="lab-actions">
            <button type="button" class="button" onClick={() => setSheet(null)}>
              {t('action.cancel')}
            </button>
            <button type="button" class="button button-primary" disabled={busy} onClick={() => void drop(sheet)}>
              {t('lab.remove')}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
