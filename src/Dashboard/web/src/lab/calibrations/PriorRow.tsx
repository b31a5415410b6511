import type { PriorRange, PriorScale } from '../../api/calibration';
import type { JsonObject } from '../../api/lab';
import { t } from '../../i18n/i18n';
import { Icon } from '../../ui/icons';
import { pathName } from '../pathName';
import { writeNumber } from '../writeNumber';

export const priorId = (path: string) => `lab-prior-${path}`;

interface Props {
  prior: PriorRange;
  scenario: JsonObject | null;
  /** What the scenario has now. */
  now: number | null;
  onChange: (next: PriorRange) => void;
  onDrop: () => void;
}

/** One number that is not known, and between what it lies. */
export function PriorRow({ prior, scenario, now, onChange, onDrop }: Props) {
  const name = pathName(prior.path, scenario);
  const isWrong = prior.low >= prior.high || (prior.scale === 'log' && prior.low <= 0);
  return (
    <div class="lab-row" role="group" aria-label={name} data-testid="lab-prior" data-path={prior.path}>
      <div class="lab-change-name">
        {name} <code>{prior.path}</code>
        {now !== null && <span class="lab-thin"> {t('lab.nowIs', { value: writeNumber(now) })}</span>}
        {isWrong && <span class="lab-wrong"> {t(prior.low >= prior.high ? 'lab.rangeOrder' : 'lab.rangeLog')}</span>}
      </div>
      <label class="labelled">
        <span>{t('lab.lowValue')}</span>
        <input id={priorId(prior.path)} type="number" step="any" required value={prior.low} aria-invalid={isWrong ? true : undefined} onInput={(event) => onChange({ ...prior, low: Number(event.currentTarget.value) })} />
      </label>
      <label class="labelled">
        <span>{t('lab.highValue')}</span>
        <input type="number" step="any" required value={prior.high} aria-invalid={isWrong ? true : undefined} onInput={(event) => onChange({ ...prior, high: Number(event.currentTarget.value) })} />
      </label>
      <label class="labelled">
        <span>{t('lab.scale')}</span>
        <select value={prior.scale} onChange={(event) => onChange({ ...prior, scale: event.currentTarget.value as PriorScale })}>
          <option value="linear">{t('lab.scale.linear')}</option>
          <option value="log">{t('lab.scale.log')}</option>
        </select>
      </label>
      <button type="button" class="icon-button" aria-label={t('lab.dropChange', { path: prior.path })} onClick={onDrop}>
        <Icon name="close" />
      </button>
    </div>
  );
}
