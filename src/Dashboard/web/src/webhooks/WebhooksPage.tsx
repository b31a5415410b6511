import { useState } from 'preact/hooks';
import { post, remove } from '../api/client';
import { explain } from '../i18n/codes';
import { dayAndTime, number } from '../i18n/format';
import { t } from '../i18n/i18n';
import { regionId, regionPath } from '../region/regionStore';
import { tellError } from '../shell/noticeList';
import { Dialog } from '../ui/Dialog';
import { Busy, Empty, Failed } from '../ui/states';
import { useRemote } from '../ui/useRemote';
import { useTask } from '../ui/useTask';

interface Webhook {
  id: string;
  address: string;
  createdAt: string;
  told: number;
  failingSince?: string | null;
  lastFailure?: string | null;
  isPaused: boolean;
}

/** Other programs that are told of published plans and of stops made. */
export function WebhooksPage() {
  const list = useRemote<Webhook[]>(regionId.value ? regionPath('/webhooks') : null);
  const [address, setAddress] = useState('');
  const [secret, setSecret] = useState<string | null>(null);
  const { busy, run } = useTask();
  const add = () =>
    run(async () => {
      const added = await post<{ secret: string }>(regionPath('/webhooks'), { address });
      setAddress('');
      setSecret(added.secret);
      list.reload();
    });
  const act = (action: Promise<unknown>) => void action.then(list.reload, tellError);

  return (
    <div class="page" data-testid="webhooks-page">
      <div class="page-head">
        <h1>{t('nav.webhooks')}</h1>
      </div>
      <p class="muted">{t('webhooks.hint')}</p>
      <form
        class="order-sign"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <label class="labelled">
          <span>{t('webhooks.address')}</span>
          <input type="url" required placeholder="https://" value={address} data-testid="webhook-address" onInput={(event) => setAddress(event.currentTarget.value)} />
        </label>
        <button type="submit" class="button button-primary" disabled={busy} data-testid="webhook-add">
          {t('webhooks.add')}
        </button>
      </form>
      {list.error !== null && <Failed text={explain(list.error)} onRetry={list.reload} />}
      {list.value === null && list.error === null && <Busy />}
      {list.value?.length === 0 && <Empty>{t('webhooks.none')}</Empty>}
      {list.value && list.value.length > 0 && (
        <div class="scroll-x" tabIndex={0} role="group" aria-label={t('nav.webhooks')}>
          <table class="table" data-testid="webhook-table">
            <thead>
              <tr>
                <th scope="col">{t('webhooks.address')}</th>
                <th scope="col" class="right">
                  {t('webhooks.told')}
                </th>
                <th scope="col">{t('column.state')}</th>
                <th scope="col">
                  <span class="visually-hidden">{t('people.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {list.value.map((webhook) => (
                <tr key={webhook.id}>
                  <td>{webhook.address}</td>
                  <td class="right">{number(webhook.told)}</td>
                  <td class={webhook.failingSince ? 'warning-text' : ''}>
                    {webhook.isPaused
                      ? t('webhooks.paused', { reason: webhook.lastFailure ?? '' })
                      : webhook.failingSince
                        ? t('webhooks.failing', { since: dayAndTime(webhook.failingSince), reason: webhook.lastFailure ?? '' })
                        : t('webhooks.fine')}
                  </td>
                  <td class="row-actions">
                    {webhook.isPaused && (
                      <button type="button" class="button button-quiet" onClick={() => act(post(regionPath(`/webhooks/${webhook.id}/resume`), {}))}>
                        {t('webhooks.resume')}
                      </button>
                    )}
                    <button type="button" class="button button-quiet" data-testid="webhook-remove" onClick={() => act(remove(regionPath(`/webhooks/${webhook.id}`)))}>
                      {t('webhooks.remove')}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {secret && (
        <Dialog title={t('webhooks.secret')} onClose={() => setSecret(null)} testId="secret-dialog">
          <p>{t('webhooks.secretHint')}</p>
          <input class="link-field" readOnly value={secret} aria-label={t('webhooks.secret')} data-testid="webhook-secret" onFocus={(event) => event.currentTarget.select()} />
        </Dialog>
      )}
    </div>
  );
}
