import { t } from '../i18n/i18n';
import { detail } from '../region/regionStore';

interface Props {
  value: string;
  testId?: string;
  onValue: (value: string) => void;
}

/** Chooses one of the region's reps, or any. */
export function RepFilter({ value, testId, onValue }: Props) {
  return (
    <label>
      <span class="visually-hidden">{t('fact.rep')}</span>
      <select value={value} data-testid={testId} onChange={(event) => onValue(event.currentTarget.value)}>
        <option value="">{t('filter.anyRep')}</option>
        {detail.value?.reps.map((rep) => (
          <option key={rep.id} value={rep.id}>
            {rep.name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Chooses one of the classes of outlets, or any. */
export function ClassFilter({ value, testId, onValue }: Props) {
  return (
    <label>
      <span class="visually-hidden">{t('column.class')}</span>
      <select value={value} data-testid={testId} onChange={(event) => onValue(event.currentTarget.value)}>
        <option value="">{t('filter.anyClass')}</option>
        {['A', 'B', 'C'].map((each) => (
          <option key={each} value={each}>
            {t('class.label', { class: each })}
          </option>
        ))}
      </select>
    </label>
  );
}
