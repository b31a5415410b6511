import { useState } from 'preact/hooks';
import { t } from '../i18n/i18n';
import { Gate } from './Gate';
import { signIn } from './session';

export function SignIn() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');

  return (
    <Gate name="sign-in" title={t('app.name')} intro={t('session.intro')} submitLabel={t('session.signIn')} onSubmit={() => signIn(email.trim(), password)}>
      <label class="labelled">
        <span>{t('session.email')}</span>
        <input type="email" name="email" autocomplete="username" required value={email} data-testid="sign-in-email" onInput={(event) => setEmail(event.currentTarget.value)} />
      </label>
      <label class="labelled">
        <span>{t('session.password')}</span>
        <input type="password" name="password" autocomplete="current-password" required value={password} data-testid="sign-in-password" onInput={(event) => setPassword(event.currentTarget.value)} />
      </label>
    </Gate>
  );
}
