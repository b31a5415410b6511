import type { PlanVersion } from '../api/dispatch';
import { t } from '../i18n/i18n';
import type { Side } from './mix';
import { standing, versionText, type VersionsNow } from './words';

interface Props {
  side: Side;
  versions: readonly PlanVersion[];
  version: number;
  now: VersionsNow;
  personName: (id: string) => string;
  onVersion: (version: number) => void;
}

/** Chooses a version by its number, who made it, when and how, and how it stands; the latest first. */
export function VersionPicker({ side, versions, version, now, personName, onVersion }: Props) {
  const chosen = versions.find((each) => each.version === version);
  return (
    <div class="compare-picker">
      <label class="labelled">
        <span>{t(`compare.${side}`)}</span>
        <select value={version} data-testid={`compare-${side}`} data-version={version} onChange={(event) => onVersion(Number(event.currentTarget.value))}>
          {!chosen && <option value={version}>{t('compare.version', { version })}</option>}
          {[...versions].reverse().map((each) => (
            <option key={each.version} value={each.version}>
              {versionText(each, now, personName)}
            </option>
          ))}
        </select>
      </label>
      <span class="compare-standing" data-testid={`compare-${side}-standing`}>
        {chosen &&
          standing(chosen, now).map((text) => (
            <span key={text} class={`chip ${chosen.isAside ? 'chip-late' : chosen.version === now.published ? 'chip-published' : 'chip-proposal'}`}>
              {text}
            </span>
          ))}
      </span>
    </div>
  );
}
