import { useState } from 'preact/hooks';
import { patch, post } from '../api/client';
import type { Invitation, Person, Role } from '../api/people';
import { explain } from '../i18n/codes';
import { localized, t } from '../i18n/i18n';
import { distributorName, plate, repName } from '../region/names';
import { regions } from '../region/regionStore';
import { user } from '../session/session';
import { tell, tellError } from '../shell/noticeList';
import { Dialog } from '../ui/Dialog';
import { Busy, Empty, Failed } from '../ui/states';
import { useRemote } from '../ui/useRemote';
import { emptyScope, scopeBody, ScopeFields, type Scope } from './ScopeFields';
import './people.css';

export function PeoplePage() {
  const list = useRemote<Person[]>('/api/people');
  const [inviting, setInviting] = useState(false);
  const [changing, setChanging] = useState<Person | null>(null);
  const [link, setLink] = useState<{ name: string; link: string } | null>(null);

  const disable = async (person: Person) => {
    try {
      await patch(`/api/people/${encodeURIComponent(person.id)}`, { disabled: !person.disabled });
      list.reload();
    } catch (error) {
      tellError(error);
    }
  };
  const freshLink = async (person: Person) => {
    try {
      const answer = await post<{ link: string }>(`/api/people/${encodeURIComponent(person.id)}/invitation`, {});
      setLink({ name: person.name, link: absolute(answer.link) });
    } catch (error) {
      tellError(error);
    }
  };

  return (
    <div class="page" data-testid="people-page">
      <div class="page-head">
        <h1>{t('nav.people')}</h1>
        <span class="topbar-space" />
        <button type="button" class="button button-primary" data-testid="invite-button" onClick={() => setInviting(true)}>
          {t('people.invite')}
        </button>
      </div>
      {list.error !== null && <Failed text={explain(list.error)} onRetry={list.reload} />}
      {list.value === null && list.error === null && <Busy />}
      {list.value?.length === 0 && <Empty>{t('people.none')}</Empty>}
      {list.value && list.value.length > 0 && (
        <div class="scroll-x" tabIndex={0} role="group" aria-label={t('nav.people')}>
          <table class="table people-table" data-testid="people-table">
            <thead>
              <tr>
                <th scope="col">{t('column.name')}</th>
                <th scope="col">{t('session.email')}</th>
                <th scope="col">{t('people.role')}</th>
                <th scope="col">{t('people.scope')}</th>
                <th scope="col">{t('column.state')}</th>
                <th scope="col">
                  <span class="visually-hidden">{t('people.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {list.value.map((person) => (
                <tr key={person.id} class={person.disabled ? 'is-disabled' : ''} data-testid="person-row" data-email={person.email}>
                  <td>
                    {person.name}
                    {person.id === user.value?.id && <span class="muted"> {t('people.you')}</span>}
                  </td>
                  <td>{person.email}</td>
                  <td>{t(`role.${person.role}`)}</td>
                  <td>{scopeText(person)}</td>
                  <td>
                    <span class={`chip ${person.disabled ? 'chip-late' : person.state === 'invited' ? 'chip-proposal' : 'chip-published'}`}>
                      {t(person.disabled ? 'people.disabled' : person.state === 'invited' ? 'people.pending' : 'people.active')}
                    </span>
                  </td>
                  <td class="row-actions">
                    <button type="button" class="button button-quiet" onClick={() => setChanging(person)}>
                      {t('people.change')}
                    </button>
                    <button type="button" class="button button-quiet" onClick={() => void freshLink(person)}>
                      {t('people.newLink')}
                    </button>
                    {person.id !== user.value?.id && (
                      <button type="button" class="button button-quiet" data-testid="disable-person" onClick={() => void disable(person)}>
                        {t(person.disabled ? 'people.enable' : 'people.disable')}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {inviting && (
        <Dialog title={t('people.invite')} onClose={() => setInviting(false)} testId="invite-dialog">
          <PersonForm
            onSend={async (name, email, scope) => {
              const answer = await post<Invitation>('/api/people', { name, email, ...scopeBody(scope) });
              setInviting(false);
              setLink({ name, link: absolute(answer.link) });
              list.reload();
            }}
          />
        </Dialog>
      )}
      {changing && (
        <Dialog title={t('people.changeTitle', { name: changing.name })} onClose={() => setChanging(null)} testId="change-dialog">
          <PersonForm
            person={changing}
            onSend={async (_name, _email, scope) => {
              await patch(`/api/people/${encodeURIComponent(changing.id)}`, scopeBody(scope));
              setChanging(null);
              tell('done', t('people.changed', { name: changing.name }));
              list.reload();
            }}
          />
        </Dialog>
      )}
      {link && (
        <Dialog title={t('people.linkTitle', { name: link.name })} onClose={() => setLink(null)} testId="link-dialog">
          <p>{t('people.linkHint')}</p>
          <input class="link-field" readOnly value={link.link} aria-label={t('people.link')} data-testid="invitation-link" onFocus={(event) => event.currentTarget.select()} />
          <button
            type="button"
            class="button button-primary"
            onClick={() =>
              void (navigator.clipboard?.writeText(link.link) ?? Promise.reject(new Error('no clipboard'))).then(
                () => tell('done', t('people.copied')),
                () => tell('refused', t('people.copyByHand')),
              )
            }
          >
            {t('people.copy')}
          </button>
        </Dialog>
      )}
    </div>
  );
}

function PersonForm({ person, onSend }: { person?: Person; onSend: (name: string, email: string, scope: Scope) => Promise<void> }) {
  const [name, setName] = useState(person?.name ?? '');
  const [email, setEmail] = useState(person?.email ?? '');
  const [scope, setScope] = useState<Scope>(person ? { ...emptyScope, ...definedScope(person) } : emptyScope);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  return (
    <form
      class="stack"
      data-testid="person-form"
      onSubmit={(event) => {
        event.preventDefault();
        setBusy(true);
        setProblem(null);
        onSend(name.trim(), email.trim(), scope).catch((error: unknown) => {
          setProblem(explain(error));
          setBusy(false);
        });
      }}
    >
      {!person && (
        <>
          <label class="labelled">
            <span>{t('join.name')}</span>
            <input required value={name} data-testid="person-name" onInput={(event) => setName(event.currentTarget.value)} />
          </label>
          <label class="labelled">
            <span>{t('session.email')}</span>
            <input type="email" required value={email} data-testid="person-email" onInput={(event) => setEmail(event.currentTarget.value)} />
          </label>
        </>
      )}
      <ScopeFields scope={scope} onScope={setScope} />
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" class="button button-primary" disabled={busy} data-testid="person-submit">
        {t(person ? 'people.save' : 'people.sendInvite')}
      </button>
    </form>
  );
}

function definedScope(person: Person): Partial<Scope> {
  const scope: Partial<Scope> = { role: person.role };
  if (person.region) scope.region = person.region;
  if (person.distributor) scope.distributor = person.distributor;
  if (person.rep) scope.rep = person.rep;
  if (person.vehicle) scope.vehicle = person.vehicle;
  return scope;
}

function scopeText(person: Person & { role: Role }): string {
  const parts = [
    regionName(person.region),
    person.distributor ? distributorName(person.distributor) : null,
    person.rep ? repName(person.rep) : null,
    person.vehicle ? plate(person.vehicle) : null,
  ].filter((part): part is string => Boolean(part));
  return parts.length === 0 ? t('people.everything') : parts.join(' · ');
}

function regionName(id: string | null | undefined): string | null {
  const region = regions.value.find((each) => each.id === id);
  return region ? localized(region.name) : (id ?? null);
}

function absolute(link: string): string {
  return new URL(link, location.origin).href;
}
