import { useEffect, useRef, useState } from 'preact/hooks';
import { locale, t } from '../i18n/i18n';
import { tenThousands } from '../i18n/format';
import { signOut, user } from '../session/session';
import { Icon } from '../ui/icons';
import { tellError } from './noticeList';
import { navigate } from './router';

export function UserMenu() {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, [open]);

  const me = user.value;
  if (!me) return null;
  return (
    <div class="menu" ref={box}>
      <button type="button" class="button button-quiet" aria-label={me.name} aria-expanded={open} aria-haspopup="true" data-testid="user-menu" onClick={() => setOpen(!open)}>
        <Icon name="user" size={16} />
        <span class="menu-name">{me.name}</span>
      </button>
      {open && (
        <div class="menu-sheet">
          <div class="menu-head">
            <strong>{me.name}</strong>
            <span class="muted">{me.email}</span>
            <span class="chip">{t(`role.${me.role}`)}</span>
          </div>
          {locale.value === 'zh' && (
            <label class="check">
              <input type="checkbox" checked={tenThousands.value} onChange={(event) => (tenThousands.value = event.currentTarget.checked)} />
              {t('settings.tenThousands')}
            </label>
          )}
          <button
            type="button"
            class="button"
            data-testid="sign-out"
            onClick={() => void signOut().then(() => navigate('/'), tellError)}
          >
            {t('session.signOut')}
          </button>
        </div>
      )}
    </div>
  );
}
