import { useState } from 'preact/hooks';
import { explain } from '../i18n/codes';
import { t } from '../i18n/i18n';
import { LanguageSwitch } from '../shell/LanguageSwitch';
import { navigate } from '../shell/router';
import { join } from './session';

const shortestPassword = 10;

/** Takes up the first administrator's link or an invitation. */
export function Join({ token }: { token: string }) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await join(token, name.trim(), email.trim(), password);
      navigate('/', true);
    } catch (error) {
      setProblem(explain(error));
      setBusy(false);
    }
  };

  return (
    <div class="gate">
      <form class="gate-card" onSubmit={(event) => void submit(event)} data-testid="join-form">
        <div class="gate-head">
          <img src="/icon.svg" width="36" height="36" alt="" />
          <h1>{t('join.title')}</h1>
          <LanguageSwitch />
        </div>
        <p class="muted">{t('join.intro')}</p>
        <label class="labelled">
          <span>{t('join.name')}</span>
          <input name="name" autocomplete="name" required value={name} data-testid="join-name" onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <label class="labelled">
          <span>{t('session.email')}</span>
          <input type="email" name="email" autocomplete="username" value={email} aria-describedby="join-email-hint" data-testid="join-email" onInput={(event) => setEmail(event.currentTarget.value)} />
          <span class="hint" id="join-email-hint">
            {t('join.emailHint')}
          </span>
        </label>
        <label class="labelled">
          <span>{t('session.password')}</span>
          <input
            type="password"
            name="password"
            autocomplete="new-password"
            required
            minLength={shortestPassword}
            value={password}
            aria-describedby="join-password-hint"
            data-testid="join-password"
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
          <span class="hint" id="join-password-hint">
            {t('join.passwordHint', { count: shortestPassword })}
          </span>
        </label>
        {token === '' && <p class="problem">{t('join.noToken')}</p>}
        {problem && (
          <p class="problem" role="alert" data-testid="join-problem">
            {problem}
          </p>
        )}
        <button type="submit" class="button button-primary" disabled={busy || token === ''} data-testid="join-submit">
          {t('join.submit')}
        </button>
      </form>
    </div>
  );
}
