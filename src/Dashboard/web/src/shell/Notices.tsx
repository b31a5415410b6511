import { t } from '../i18n/i18n';
import { Icon } from '../ui/icons';
import { dismiss, notices } from './noticeList';

export function Notices() {
  return (
    <div class="notices" aria-live="polite" data-testid="notices">
      {notices.value.map((notice) => (
        <div key={notice.id} class={`notice notice-${notice.kind}`} data-testid={`notice-${notice.kind}`}>
          <span>{notice.text}</span>
          <button type="button" class="icon-button" aria-label={t('action.close')} onClick={() => dismiss(notice.id)}>
            <Icon name="close" size={14} />
          </button>
        </div>
      ))}
    </div>
  );
}
