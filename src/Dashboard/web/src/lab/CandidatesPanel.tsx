import { useState } from 'preact/hooks';
import type { Candidates, TemplateContent, TemplateSummary } from '../api/expansion';
import { get } from '../api/client';
import { labPath, type Json } from '../api/lab';
import { explain } from '../i18n/codes';
import { number } from '../i18n/format';
import { t } from '../i18n/i18n';
import { regions } from '../region/regionStore';
import { useRemote } from '../ui/useRemote';
import { candidates, candidatesOf, readCensus } from './candidates';
import { isObject } from './scenarios/scenarioPath';

/** The question of the scorecard and the wave plan: a scenario in JSON, and the terminals of its regions as files beside it or as live regions. */
export function CandidatesPanel({ template: wanted }: { template: string | null }) {
  const templates = useRemote<TemplateSummary[]>(`${labPath}/templates`);
  const [picked, setPicked] = useState(wanted);
  const [error, setError] = useState<string | null>(null);
  const loaded = candidates.value;
  const [text, setText] = useState(() => (loaded ? JSON.stringify(loaded.scenario, null, 2) : ''));
  const template = picked ?? templates.value?.[0]?.id ?? null;
  const show = (next: Candidates) => {
    candidates.value = next;
    setText(JSON.stringify(next.scenario, null, 2));
    setError(null);
  };
  const begin = async () => {
    if (template === null) return;
    try {
      show(candidatesOf(await get<TemplateContent>(`${labPath}/templates/${encodeURIComponent(template)}`), regions.value));
    } catch (problem) {
      setError(explain(problem));
    }
  };
  const type = (typed: string) => {
    setText(typed);
    const scenario = parse(typed);
    if (scenario) candidates.value = { scenario, censuses: candidates.peek()?.censuses ?? {} };
    setError(scenario === null && typed.trim() !== '' ? t('lab.noJson') : null);
  };
  const take = async (files: FileList | null) => {
    let scenario = candidates.peek()?.scenario ?? null;
    const censuses = { ...candidates.peek()?.censuses };
    for (const file of files ?? []) {
      const content = await file.text();
      if (!/\.csv$/i.test(file.name)) scenario = parse(content) ?? scenario;
      else censuses[regionOf(file.name, scenario)] = readCensus(content);
    }
    // Files may come before the scenario that says which region they are of.
    if (scenario) show({ scenario, censuses: Object.fromEntries(Object.entries(censuses).map(([id, rows]) => [regionOf(`${id}.csv`, scenario), rows])) });
    else setError(t('lab.needScenario'));
  };
  const given = Object.entries(loaded?.censuses ?? {});
  return (
    <details class="lab-part" open={loaded === null} data-testid="lab-candidates">
      <summary>{loaded ? t('lab.candidatesOf', { name: String(loaded.scenario.name ?? '') }) : t('lab.candidates')}</summary>
      <p class="muted">{t('lab.candidatesHint')}</p>
      <div class="lab-fields">
        <label class="labelled">
          <span>{t('lab.candidateFiles')}</span>
          <input type="file" multiple accept=".json,.csv,application/json,text/csv" data-testid="lab-candidate-files" onChange={(event) => void take(event.currentTarget.files)} />
        </label>
        <label class="labelled">
          <span>{t('lab.template')}</span>
          <select value={template ?? ''} disabled={!templates.value?.length} onChange={(event) => setPicked(event.currentTarget.value)}>
            {(templates.value ?? []).map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="button" disabled={template === null} data-testid="lab-candidates-begin" onClick={() => void begin()}>
          {t('lab.candidatesBegin')}
        </button>
      </div>
      {given.length > 0 && (
        <p class="muted" data-testid="lab-censuses">
          {t('lab.censuses')}: {given.map(([id, rows]) => t('lab.censusOf', { region: id, value: number(rows.length) })).join(' · ')}
        </p>
      )}
      <label class="labelled">
        <span>{t('lab.expansionJson')}</span>
        <textarea class="mono lab-text" spellcheck={false} value={text} data-testid="lab-expansion-json" onInput={(event) => type(event.currentTarget.value)} />
      </label>
      {error && (
        <p class="problem" role="alert">
          {error}
        </p>
      )}
    </details>
  );
}

/** A census belongs to the region whose scenario names its file, else to the region that the file is called after. */
function regionOf(file: string, scenario: Candidates['scenario'] | null): string {
  const list = scenario && Array.isArray(scenario.regions) ? (scenario.regions as readonly Json[]) : [];
  const named = list.find((region) => isObject(region) && region.census === file);
  return isObject(named) && typeof named.id === 'string' ? named.id : file.replace(/\.csv$/i, '');
}

function parse(text: string): Candidates['scenario'] | null {
  try {
    const read = JSON.parse(text) as Json;
    return isObject(read) ? read : null;
  } catch {
    return null;
  }
}
