import { knows, t } from '../i18n/i18n';

const ofRoads = /^roads (\w+)(?: from (\d\d:\d\d)| by time of day \(([^)]*)\))?$/;

/** Where a plan's travel times come from, in words; the label itself where it is of another source. */
export function travelName(label: string): string {
  const [, mode, from, slots] = ofRoads.exec(label) ?? [];
  const key = `travel.by.${mode}`;
  if (mode === undefined || !knows(key)) return label;
  if (slots !== undefined) return t('travel.roadsBySlot', { by: t(key), times: slots });
  return from === undefined ? t('travel.roads', { by: t(key) }) : t('travel.roadsFrom', { by: t(key), time: from });
}
