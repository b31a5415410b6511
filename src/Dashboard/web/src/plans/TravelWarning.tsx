import { isStraightLine } from '../api/plans';
import { t } from '../i18n/i18n';

/** Says of a plan whose travel times follow no roads that they do not, and what they stand in for; nothing of any other. */
export function TravelWarning({ travelTimes }: { travelTimes: string }) {
  if (!isStraightLine(travelTimes)) return null;
  return (
    <p class="travel-warning" role="note" data-testid="travel-warning">
      {t('plan.straightLine', { travel: travelTimes })}
    </p>
  );
}
