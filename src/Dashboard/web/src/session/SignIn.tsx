import { useState } from 'preact/hooks';
import { explain } from '../i18n/codes';
import { t } from '../i18n/i18n';
import { LanguageSwitch } from '../shell/LanguageSwitch';
import { signIn } from './session';

export function SignIn() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await signIn(email.trim(), password);
    } catch (error) {
      setProblem(explain(error));
      setBusy(false);
    }
  };

  return (
    <div class="gate">
      <form class="gate-card" onSubmit={(event) => void submit(event)} data-testid="sign-in-form">
        <div class="gate-head">
          <img src="/icon.svg" width="36" height="36" alt="" />
          <h1>{t('app.name')}</h1>
          <LanguageSwitch />
        </div>
        <p class="muted">{t('session.intro')}</p>
        <label class="labelled">
          <span>{t('session.email')}</span>
          <input type="email" name="email" autocomplete="username" required value={email} data-testid="sign-in-email" onInput={(event) => setEmail(event.currentTarget.value)} />
        </label>
        <label class="labelled">
          <span>{t('session.password')}</span>
          <input type="password" name="password" autocomplete="current-password" required value={password} data-testid="sign-in-password" onInput={(event) => setPassword(event.currentTarget.value)} />
        </label>
        {problem && (
          <p class="problem" role="alert" data-testid="sign-in-problem">
            {problem}
          </p>
        )}
        <button type="submit" class="button button-primary" disabled={busy} data-testid="sign-in-submit">
          {t('session.signIn')}
        </button>
      </form>
    </div>
  );
}
