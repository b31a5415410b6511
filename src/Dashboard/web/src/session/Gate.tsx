import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { explain } from '../i18n/codes';
import { LanguageSwitch } from '../shell/LanguageSwitch';

interface Props {
  /** Begins the test ids of the form and its parts. */
  name: string;
  title: string;
  intro: string;
  submitLabel: string;
  /** Whether what is needed is there; the button waits for it. */
  ready?: boolean;
  onSubmit: () => Promise<void>;
  children: ComponentChildren;
}

/** The form that whoever is not signed in sees. After success it stays busy, because the page behind it takes its place. */
export function Gate({ name, title, intro, submitLabel, ready = true, onSubmit, children }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await onSubmit();
    } catch (error) {
      setProblem(explain(error));
      setBusy(false);
    }
  };

  return (
    <div class="gate">
      <form class="gate-card" onSubmit={(event) => void submit(event)} data-testid={`${name}-form`}>
        <div class="gate-head">
          <img src="/icon.svg" width="36" height="36" alt="" />
          <h1>{title}</h1>
          <LanguageSwitch />
        </div>
        <p class="muted">{intro}</p>
        {children}
        {problem && (
          <p class="problem" role="alert" data-testid={`${name}-problem`}>
            {problem}
          </p>
        )}
        <button type="submit" class="button button-primary" disabled={busy || !ready} data-testid={`${name}-submit`}>
          {submitLabel}
        </button>
      </form>
    </div>
  );
}
