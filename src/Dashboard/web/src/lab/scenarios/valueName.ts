import type { Json } from '../../api/lab';
import { knows, t } from '../../i18n/i18n';
import { writeValue } from './knownPaths';

/** A scenario's value in words where there are some: a choice by its name, yes and no. */
export function valueName(value: Json): string {
  if (typeof value === 'boolean') return t(value ? 'lab.yes' : 'lab.no');
  if (Array.isArray(value)) return (value as readonly Json[]).map(valueName).join(t('lab.listJoin'));
  return typeof value === 'string' ? choiceName(value) : writeValue(value);
}

export function choiceName(choice: string): string {
  const key = `lab.choice.${choice}`;
  return knows(key) ? t(key) : choice;
}
