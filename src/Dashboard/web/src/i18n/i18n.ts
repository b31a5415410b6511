import { computed, effect, signal } from '@preact/signals';
import type { LocalizedText } from '../api/values';
import { en, type MessageKey } from './en';
import { zh } from './zh';
import type { Catalogue, Message } from './message';

export type Locale = 'zh' | 'en';

const storageKey = 'territory.locale';
const catalogues: Record<Locale, Catalogue<MessageKey>> = { en, zh };

export const locale = signal<Locale>(initialLocale());
export const localeTag = computed(() => (locale.value === 'zh' ? 'zh-CN' : 'en-GB'));

const plural = computed(() => new Intl.PluralRules(localeTag.value));

export type Parameters = Readonly<Record<string, string | number>>;

/** The message in the current language, with `{name}` replaced by the parameters; `count` chooses the plural form. */
export function t(key: MessageKey, parameters?: Parameters): string {
  return fill(catalogues[locale.value][key], parameters, plural.value);
}

export function fill(message: Message, parameters: Parameters | undefined, rules: Intl.PluralRules): string {
  const text =
    typeof message === 'string' ? message : rules.select(Number(parameters?.count ?? 0)) === 'one' ? message.one : message.other;
  return parameters === undefined ? text : text.replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));
}

/** Whether the catalogue knows a key that was put together from a server's code. */
export function knows(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}

export function localized(text: LocalizedText | null | undefined): string {
  return text ? text[locale.value] || text.zh || text.en : '';
}

function initialLocale(): Locale {
  const stored = read();
  if (stored === 'zh' || stored === 'en') return stored;
  const wanted = typeof navigator === 'undefined' ? 'zh' : navigator.language;
  return wanted.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

function read(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

if (typeof document !== 'undefined') {
  effect(() => {
    document.documentElement.lang = localeTag.value;
    try {
      localStorage.setItem(storageKey, locale.value);
    } catch {
      // A browser that keeps nothing still shows the chosen language until it closes.
    }
  });
}
