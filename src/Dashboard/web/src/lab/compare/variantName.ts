import { t } from '../../i18n/i18n';

/** The scenario itself is the first and is called so, whatever its name. */
export function variantName(name: string, index: number): string {
  return index === 0 ? t('lab.itself') : name;
}
