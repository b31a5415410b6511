import { useState } from 'preact/hooks';
import { newCommandId, post } from '../../api/client';
import type { PlanVersion } from '../../api/dispatch';
import { explain } from '../../i18n/codes';
import { t } from '../../i18n/i18n';

interface Props {
  version: PlanVersion;
  /** Where the version lies. */
  path: string;
  onNamed: () => void;
  onLeave: () => void;
}

const mostCharacters = 40;

/** A name for a version; what the server has against it stands beside the field. */
export function NameForm({ version, path, onNamed, onLeave }: Props) {
  const [name, setName] = useState(version.name ?? '');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const save = async () => {
    setBusy(true);
    try {
      await post(`${path}/name`, { commandId: newCommandId(), name });
      onNamed();
    } catch (error) {
      setProblem(explain(error));
      setBusy(false);
    }
  };
  return (
    <form
      class="version-name"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <input
        type="text"
        value={name}
        maxLength={mostCharacters}
        autofocus
        aria-label={t('versions.nameOf', { version: version.version })}
        aria-invalid={problem !== ''}
        aria-describedby={problem === '' ? undefined : `name-problem-${version.version}`}
        data-testid="version-name"
        ref={(field) => {
          if (field && document.activeElement === document.body) field.focus();
        }}
        onInput={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // Only the field is left, not the sheet around it.
          event.preventDefault();
          event.stopPropagation();
          onLeave();
        }}
      />
      <button type="submit" class="button button-primary" disabled={busy} data-testid="version-name-save">
        {t('versions.save')}
      </button>
      <button type="button" class="button button-quiet" onClick={onLeave}>
        {t('action.cancel')}
      </button>
      {problem !== '' && (
        <p class="problem" role="alert" id={`name-problem-${version.version}`} data-testid="version-name-problem">
          {problem}
        </p>
      )}
    </form>
  );
}
