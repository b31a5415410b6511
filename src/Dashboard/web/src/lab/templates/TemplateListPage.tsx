import { useState } from 'preact/hooks';
import type { TemplateSummary } from '../../api/expansion';
import { labPath } from '../../api/lab';
import { explain } from '../../i18n/codes';
import { dayAndTime } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { Busy, Empty, Failed } from '../../ui/states';
import { useRemote } from '../../ui/useRemote';
import { regionName } from '../figures';
import { FreezeDialog } from './FreezeDialog';

/** Templates (样板市场): markets that worked, frozen so that they can be copied. */
export function TemplateListPage({ run }: { run: string | null }) {
  const list = useRemote<TemplateSummary[]>(`${labPath}/templates`);
  const [freezing, setFreezing] = useState(run !== null);
  return (
    <>
      <div class="page-head">
        <h1>{t('lab.area.templates')}</h1>
        <button type="button" class="button button-primary" data-testid="lab-freeze" onClick={() => setFreezing(true)}>
          {t('lab.freezeRegion')}
        </button>
      </div>
      <p class="muted">{t('lab.templatesIntro')}</p>
      {list.error !== null && <Failed text={explain(list.error)} onRetry={list.reload} />}
      {list.value === null && list.error === null && <Busy />}
      {list.value?.length === 0 && <Empty>{t('lab.noTemplates')}</Empty>}
      {list.value && list.value.length > 0 && (
        <div class="lab-scroll" tabIndex={0} role="group" aria-label={t('lab.area.templates')}>
          <table class="table lab-blocks" data-testid="lab-templates">
            <thead>
              <tr>
                <th scope="col">{t('column.name')}</th>
                <th scope="col">{t('region.label')}</th>
                <th scope="col">{t('lab.frozenAt')}</th>
                <th scope="col">{t('lab.hash')}</th>
                <th scope="col">{t('lab.fromRun')}</th>
              </tr>
            </thead>
            <tbody>
              {list.value.map((template) => (
                <tr key={template.id}>
                  <th scope="row">
                    <a href={`/lab/templates/${encodeURIComponent(template.id)}`}>{template.name}</a>
                  </th>
                  <td>{regionName(template.region)}</td>
                  <td>{dayAndTime(template.at)}</td>
                  <td data-name={t('lab.hash')}>
                    <code title={template.hash}>{template.hash.slice(0, 12)}</code>
                  </td>
                  <td>
                    <a href={`/lab/runs/${encodeURIComponent(template.run)}`}>{t('lab.toRun')}</a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {freezing && <FreezeDialog run={run} onClose={() => setFreezing(false)} />}
    </>
  );
}
