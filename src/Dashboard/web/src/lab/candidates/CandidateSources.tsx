import { useState } from 'preact/hooks';
import type { Candidates, Expansion, TemplateContent, TemplateSummary } from '../../api/expansion';
import { get } from '../../api/client';
import { labPath } from '../../api/lab';
import { explain } from '../../i18n/codes';
import { dayAndTime } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { regions } from '../../region/regionStore';
import { useRemote } from '../../ui/useRemote';
import { candidatesOf, withTemplate } from './candidates';

interface Props {
  template: string | null;
  loaded: Candidates | null;
  onTake: (next: Candidates) => void;
  onFiles: (files: FileList | null) => void;
  onError: (text: string) => void;
}

/** Where candidates come from: files, a template with the live regions, or the question of an earlier plan. */
export function CandidateSources({ template: wanted, loaded, onTake, onFiles, onError }: Props) {
  const templates = useRemote<TemplateSummary[]>(`${labPath}/templates`);
  const plans = useRemote<Expansion[]>(`${labPath}/expansions`);
  const [picked, setPicked] = useState(wanted);
  const template = picked ?? templates.value?.[0]?.id ?? null;
  const ask = async (task: () => Promise<Candidates>) => {
    try {
      onTake(await task());
    } catch (problem) {
      onError(explain(problem));
    }
  };
  const content = () => get<TemplateContent>(`${labPath}/templates/${encodeURIComponent(template!)}`);
  return (
    <div class="lab-fields">
      <label class="labelled">
        <span>{t('lab.candidateFiles')}</span>
        <input type="file" multiple accept=".json,.csv,application/json,text/csv" data-testid="lab-candidate-files" onChange={(event) => onFiles(event.currentTarget.files)} />
      </label>
      <label class="labelled">
        <span>{t('lab.ofPlan')}</span>
        <select
          value=""
          disabled={!plans.value?.length}
          data-testid="lab-candidates-plan"
          onChange={(event) => {
            const id = event.currentTarget.value;
            event.currentTarget.value = '';
            if (id) void ask(() => get<Candidates>(`${labPath}/expansions/${encodeURIComponent(id)}/question`));
          }}
        >
          <option value="">{t(plans.value?.length ? 'lab.choosePlan' : 'lab.noPlan')}</option>
          {(plans.value ?? []).map((each) => (
            <option key={each.expansion} value={each.expansion}>
              {each.name} · {dayAndTime(each.at)}
            </option>
          ))}
        </select>
      </label>
      <label class="labelled">
        <span>{t('lab.template')}</span>
        <select value={template ?? ''} disabled={!templates.value?.length} onChange={(event) => setPicked(event.currentTarget.value)}>
          {templates.value?.length === 0 && <option value="">{t('lab.noTemplateYet')}</option>}
          {(templates.value ?? []).map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="button" disabled={template === null} data-testid="lab-candidates-begin" onClick={() => void ask(async () => candidatesOf(await content(), regions.value))}>
        {t('lab.candidatesBegin')}
      </button>
      {loaded && (
        <button type="button" class="button" disabled={template === null} data-testid="lab-candidates-template" onClick={() => void ask(async () => withTemplate(loaded, await content()))}>
          {t('lab.takeTemplate')}
        </button>
      )}
    </div>
  );
}
