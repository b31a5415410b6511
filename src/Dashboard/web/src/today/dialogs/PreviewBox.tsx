import { t } from '../../i18n/i18n';
import { ChangeView } from '../edits/ChangeView';
import type { Previewed } from './usePreview';

/** What a change would do, as a sheet shows it while it is filled in. */
export function PreviewBox({ preview, isChosen }: { preview: Previewed; isChosen: boolean }) {
  const state = preview.asking ? 'asking' : preview.refusal !== null ? 'refused' : preview.change !== null ? 'exact' : 'none';
  return (
    <div class="preview" aria-live="polite" data-testid="preview" data-state={state}>
      {preview.refusal !== null ? (
        <p class="problem">{preview.refusal}</p>
      ) : preview.change !== null ? (
        <ChangeView change={preview.change} dim={preview.asking} />
      ) : (
        <p class="muted">{isChosen ? t('change.asking') : t('change.chooseFirst')}</p>
      )}
    </div>
  );
}
