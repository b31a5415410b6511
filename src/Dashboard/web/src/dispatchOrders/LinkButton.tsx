import { useState } from 'preact/hooks';
import { post } from '../api/client';
import { dayAndTime } from '../i18n/format';
import { t } from '../i18n/i18n';
import { Dialog } from '../ui/Dialog';
import { useTask } from '../ui/useTask';

/** Makes the link by which the driver opens the day on any phone. */
export function LinkButton({ path }: { path: string }) {
  const [made, setMade] = useState<{ link: string; expiresAt: string } | null>(null);
  const { busy, run } = useTask();
  return (
    <>
      <button
        type="button"
        class="button"
        disabled={busy}
        data-testid="driver-link"
        onClick={() =>
          void run(async () => {
            const answer = await post<{ link: string; expiresAt: string }>(`${path}/link`, {});
            setMade({ ...answer, link: `${location.origin}${answer.link}` });
          })
        }
      >
        {t('orders.link')}
      </button>
      {made && (
        <Dialog title={t('orders.link')} onClose={() => setMade(null)} testId="driver-link-dialog">
          <p>{t('orders.linkHint', { until: dayAndTime(made.expiresAt) })}</p>
          <input class="link-field" readOnly value={made.link} aria-label={t('orders.link')} data-testid="driver-link-address" onFocus={(event) => event.currentTarget.select()} />
        </Dialog>
      )}
    </>
  );
}
