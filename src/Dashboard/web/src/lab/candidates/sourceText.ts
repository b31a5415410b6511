import { number } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { CensusSource } from './censuses';

export function sourceText(source: CensusSource): string {
  switch (source.kind) {
    case 'kept':
      return t('lab.outletsFromFile', { count: source.outlets, value: number(source.outlets), file: source.name });
    case 'given':
      return t('lab.outletsGiven', { count: source.outlets, value: number(source.outlets) });
    case 'live':
      return t('lab.outletsLive', { region: source.region });
    case 'missing':
      return t('lab.outletsMissing');
  }
}
