import { useEffect } from 'preact/hooks';
import type { RegionDetail } from '../api/region';
import { regionCurrency, regionTimeZone } from '../i18n/format';
import { useCopied } from '../offline/useCopied';
import { detail } from '../region/regionStore';
import { user } from '../session/session';

/** The region's files for a phone page, from the network or the last copy. */
export function useFieldRegion(): RegionDetail | null {
  const region = useCopied<RegionDetail>(`/api/regions/${encodeURIComponent(user.value?.region ?? '')}`);
  useEffect(() => {
    if (!region.value) return;
    detail.value = region.value;
    regionTimeZone.value = region.value.region.timeZone;
    regionCurrency.value = region.value.region.currency;
  }, [region.value]);
  return region.value;
}
