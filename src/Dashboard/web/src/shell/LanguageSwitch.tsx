import { locale, t } from '../i18n/i18n';

export function LanguageSwitch() {
  return (
    <div class="segmented" role="group" aria-label={t('language.label')} data-testid="language-switch">
      <button type="button" lang="zh-CN" aria-pressed={locale.value === 'zh'} data-testid="language-zh" onClick={() => (locale.value = 'zh')}>
        中文
      </button>
      <button type="button" lang="en" aria-pressed={locale.value === 'en'} data-testid="language-en" onClick={() => (locale.value = 'en')}>
        English
      </button>
    </div>
  );
}
