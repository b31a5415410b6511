import { remove } from '../api/client';
import { t } from '../i18n/i18n';
import { tell } from '../shell/noticeList';
import { useTask } from '../ui/useTask';

/** Ends every link of the vehicle's day that was handed out, for a phone that was lost or a driver who was changed. */
export function RevokeLinkButton({ path }: { path: string }) {
  const { busy, run } = useTask();
  return (
    <button
      type="button"
      class="button button-quiet"
      disabled={busy}
      data-testid="revoke-driver-link"
      onClick={() =>
        void run(async () => {
          await remove(`${path}/link`);
          tell('done', t('orders.revoked'));
        })
      }
    >
      {t('orders.revokeLink')}
    </button>
  );
}
