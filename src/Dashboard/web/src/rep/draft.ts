import { browserStorage } from '../offline/copies';
import type { SuggestedLine } from '../api/terminal';

/** What a rep has entered at an outlet today and not yet finished; it survives a closed page. */
export interface Draft {
  started: boolean;
  steps: string[];
  counts: Record<string, number>;
  counted: boolean;
  suggested: SuggestedLine[];
  order: Record<string, number>;
  ordered: boolean;
  /** Whether the suggestion was worked out on the phone. */
  local: boolean;
}

export const emptyDraft: Draft = { started: false, steps: [], counts: {}, counted: false, suggested: [], order: {}, ordered: false, local: false };

const prefix = 'territory.draft.';

export function readDraft(key: string, storage: Storage | null = browserStorage()): Draft | null {
  try {
    const text = storage?.getItem(prefix + key);
    return text ? { ...emptyDraft, ...(JSON.parse(text) as Partial<Draft>) } : null;
  } catch {
    return null;
  }
}

/** Keeps the draft; drafts of other days are let go. */
export function keepDraft(key: string, draft: Draft | null, date: string, storage: Storage | null = browserStorage()): void {
  if (!storage) return;
  if (draft) storage.setItem(prefix + key, JSON.stringify(draft));
  else storage.removeItem(prefix + key);
  for (let index = storage.length - 1; index >= 0; index--) {
    const stored = storage.key(index);
    if (stored?.startsWith(prefix) && !stored.endsWith(`@${date}`)) storage.removeItem(stored);
  }
}

export function draftKey(user: string, terminal: string, date: string): string {
  return `${user}/${terminal}@${date}`;
}
