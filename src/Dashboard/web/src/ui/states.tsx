import type { ComponentChildren } from 'preact';
import { t } from '../i18n/i18n';

export function Busy({ text }: { text?: string }) {
  return (
    <div class="state" role="status">
      <span class="spinner" aria-hidden="true" />
      {text ?? t('state.loading')}
    </div>
  );
}

export function Empty({ children }: { children: ComponentChildren }) {
  return <div class="state state-empty">{children}</div>;
}

export function Failed({ text, onRetry }: { text: string; onRetry?: () => void }) {
  return (
    <div class="state state-failed" role="alert">
      <span>{text}</span>
      {onRetry && (
        <button type="button" class="button" onClick={onRetry}>
          {t('action.retry')}
        </button>
      )}
    </div>
  );
}
