import { useId, useState } from 'preact/hooks';
import { t } from '../i18n/i18n';
import { shrink } from '../offline/pictures';
import { tell } from '../shell/noticeList';

/** A photograph of the goods at the door. The browser's own button would speak the language of the phone. */
export function PhotoField({ taken, onPhoto }: { taken: boolean; onPhoto: (content: string | null) => void }) {
  const [busy, setBusy] = useState(false);
  const id = useId();
  const take = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    const content = await shrink(file);
    setBusy(false);
    if (content === null) tell('refused', t('picture.unreadable'));
    else onPhoto(content);
  };
  return (
    <div class="photo-field">
      <input id={id} class="visually-hidden" type="file" accept="image/*" capture="environment" disabled={busy} data-testid="drop-photo" onChange={(event) => void take(event.currentTarget.files?.[0])} />
      <label for={id} class="button field-wide">
        {t(taken ? 'picture.taken' : 'picture.take')}
      </label>
    </div>
  );
}
