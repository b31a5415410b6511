import { t } from '../../i18n/i18n';
import { unknownColour, type ColourMode, type RampStep } from '../../map/ramps';

/** On a phone the legend would cover the map: it opens on request. */
const narrow = matchMedia('(max-width: 760px)').matches;

export function Legend({ mode, ramp }: { mode: ColourMode; ramp: readonly RampStep[] }) {
  return (
    <details class="legend" open={!narrow} data-testid="legend">
      <summary>{t(mode === 'cover' ? 'legend.cover' : 'legend.visit')}</summary>
      <ul>
        {ramp.map((step) => (
          <li key={step.colour}>
            <svg width="14" height="14" aria-hidden="true">
              <circle cx="7" cy="7" r="5.5" fill={step.colour} stroke="#5b3a24" stroke-opacity=".55" />
            </svg>
            {t(step.label)}
          </li>
        ))}
        <li>
          <svg width="14" height="14" aria-hidden="true">
            <circle cx="7" cy="7" r="5.5" fill={unknownColour} stroke="#6b6b6b" />
          </svg>
          {t(mode === 'cover' ? 'legend.noSales' : 'legend.never')}
        </li>
        <li>
          <svg width="14" height="14" aria-hidden="true">
            <path d="M7 .8 13.2 7 7 13.2.8 7z" fill={ramp[mode === 'cover' ? 0 : 2].colour} stroke="#3b2413" />
            <path d="M4.5 7h5" stroke="#fff" stroke-width="1.8" />
          </svg>
          {t('legend.outOfStock')}
        </li>
        <li class="legend-gap">
          <svg width="14" height="14" aria-hidden="true">
            <rect x="1" y="1" width="12" height="12" rx="3" fill="#0f4c97" />
            <path d="M7 3.5 9.6 10 7 8.6 4.4 10z" fill="#fff" />
          </svg>
          {t('legend.vehicle')}
        </li>
        <li>
          <svg width="14" height="14" aria-hidden="true">
            <circle cx="7" cy="7" r="6" fill="#0b6b4d" />
            <path d="M7 3.5 9.6 10 7 8.6 4.4 10z" fill="#fff" />
          </svg>
          {t('legend.rep')}
        </li>
        <li>
          <svg width="14" height="14" aria-hidden="true">
            <rect x="1" y="1" width="12" height="12" rx="3" fill="#0f4c97" />
            <rect x="5" y="5" width="4" height="4" fill="#fff" />
          </svg>
          {t('legend.atStop')}
        </li>
      </ul>
    </details>
  );
}
