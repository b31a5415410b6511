import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { explainCode } from '../i18n/codes';
import { t } from '../i18n/i18n';
import { fieldQueue } from '../offline/fieldQueue';
import { registerShellWorker } from '../offline/shellWorker';
import { deviceTime } from '../i18n/format';
import { LanguageSwitch } from './LanguageSwitch';
import { UserMenu } from './UserMenu';

/** The frame of the phone pages: one bar with language and person, and what waits to be sent. */
export function FieldShell({ children }: { children: ComponentChildren }) {
  useEffect(() => registerShellWorker(), []);
  return (
    <div class="field">
      <header class="field-bar">
        <img src="/icon.svg" width="26" height="26" alt="" />
        <span class="field-space" />
        <LanguageSwitch />
        <UserMenu />
      </header>
      <QueueBar />
      <main id="content" class="field-content">
        {children}
      </main>
    </div>
  );
}

function QueueBar() {
  const [open, setOpen] = useState(false);
  const queue = fieldQueue.value;
  if (!queue) return null;
  const waiting = queue.waiting.value;
  const refused = queue.refused.value;
  const offline = queue.offline.value;
  return (
    <div class="queue" aria-live="polite">
      {(waiting.length > 0 || offline) && (
        <button type="button" class={`queue-bar ${offline ? 'queue-offline' : ''}`} aria-expanded={open} data-testid="queue-bar" onClick={() => setOpen(!open)}>
          <span data-testid="queue-count" data-count={waiting.length}>
            {t('queue.waiting', { count: waiting.length })}
          </span>
          {offline && <span>{t('queue.offline')}</span>}
        </button>
      )}
      {open && waiting.length > 0 && (
        <ul class="queue-list">
          {waiting.map((command) => (
            <li key={command.commandId}>
              <span>{command.label}</span>
              <span class="muted">{deviceTime(command.madeAt)}</span>
            </li>
          ))}
        </ul>
      )}
      {refused.map((command) => (
        <div key={command.commandId} class="queue-refused" data-testid="queue-refused">
          <div>
            <strong>{command.label}</strong>
            <div>{command.refusal && explainCode(command.refusal.code, command.refusal.detail)}</div>
          </div>
          <button type="button" class="button" onClick={() => queue.dismiss(command.commandId)}>
            {t('action.dismiss')}
          </button>
        </div>
      ))}
    </div>
  );
}
