import { useEffect } from 'preact/hooks';
import { t } from '../i18n/i18n';
import { holdPage, leaveAnyway, leaving } from '../shell/router';
import { Dialog } from '../ui/Dialog';

/** Asks before the page is left, by a link, the browser's way back or its closing, while something on it is not saved. */
export function UnsavedGuard({ unsaved }: { unsaved: boolean }) {
  useEffect(() => {
    if (!unsaved) return;
    const letGo = holdPage();
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => {
      letGo();
      removeEventListener('beforeunload', ask);
    };
  }, [unsaved]);
  if (leaving.value === null) return null;
  const stay = () => {
    leaving.value = null;
  };
  return (
    <Dialog title={t('lab.unsavedTitle')} onClose={stay} testId="unsaved-dialog">
      <p>{t('lab.unsavedText')}</p>
      <div class="lab-actions">
        <button type="button" class="button" data-testid="unsaved-leave" onClick={leaveAnyway}>
          {t('lab.unsavedLeave')}
        </button>
        <button type="button" class="button button-primary" autofocus data-testid="unsaved-stay" onClick={stay}>
          {t('lab.unsavedStay')}
        </button>
      </div>
    </Dialog>
  );
}
