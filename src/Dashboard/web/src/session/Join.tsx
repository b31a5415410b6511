import { useState } from 'preact/hooks';
import { t } from '../i18n/i18n';
import { navigate } from '../shell/router';
import { Gate } from './Gate';
import { join } from './session';

const shortestPassword = 10;

/** Takes up the first administrator's link or an invitation. */
export function Join({ token }: { token: string }) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');

  const submit = async () => {
    await join(token, name.trim(), email.trim(), password);
    navigate('/', true);
  };

  return (
    <Gate name="join" title={t('join.title')} intro={t('join.intro')} submitLabel={t('join.submit')} ready={token !== ''} onSubmit={submit}>
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
    </Gate>
  );
}
