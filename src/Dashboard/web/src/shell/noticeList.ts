import { signal } from '@preact/signals';
import { explain } from '../i18n/codes';

export interface Notice {
  id: number;
  kind: 'done' | 'refused';
  text: string;
}

export const notices = signal<readonly Notice[]>([]);

const shownMilliseconds = 7000;
let nextId = 1;

export function tell(kind: Notice['kind'], text: string): void {
  const notice = { id: nextId++, kind, text };
  notices.value = [...notices.value.slice(-3), notice];
  setTimeout(() => dismiss(notice.id), shownMilliseconds);
}

export function tellError(error: unknown): void {
  tell('refused', explain(error));
}

export function dismiss(id: number): void {
  notices.value = notices.value.filter((notice) => notice.id !== id);
}
