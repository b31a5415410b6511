import { labPath, type ScenarioContent } from '../../api/lab';
import { explain } from '../../i18n/codes';
import { Busy, Failed } from '../../ui/states';
import { useRemote } from '../../ui/useRemote';
import { ScenarioEditor } from './ScenarioEditor';

export function ScenarioEditorPage({ id }: { id: string }) {
  const content = useRemote<ScenarioContent>(`${labPath}/scenarios/${encodeURIComponent(id)}`);
  if (content.error !== null) return <Failed text={explain(content.error)} onRetry={content.reload} />;
  if (content.value === null) return <Busy />;
  return <ScenarioEditor key={content.value.version} content={content.value} onNewer={content.reload} />;
}
