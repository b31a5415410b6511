import { t } from '../i18n/i18n';
import type { MessageKey } from '../i18n/en';
import { Dialog } from '../ui/Dialog';

const keys: readonly [string, MessageKey][] = [
  ['/', 'keys.search'],
  ['Ctrl K', 'keys.palette'],
  ['J', 'keys.next'],
  ['K', 'keys.previous'],
  ['Enter', 'keys.open'],
  ['Esc', 'keys.clear'],
  ['Space', 'keys.play'],
  ['Shift J', 'keys.extend'],
  ['M', 'keys.move'],
  ['L', 'keys.lock'],
  ['T', 'keys.tray'],
  ['W', 'keys.why'],
  ['R', 'keys.reoptimise'],
  ['V', 'keys.versions'],
  ['Ctrl Z', 'keys.undo'],
  ['Ctrl Shift Z', 'keys.redo'],
  ['?', 'keys.sheet'],
];

export function KeySheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={t('keys.title')} onClose={onClose} testId="key-sheet">
      <dl class="key-list">
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
