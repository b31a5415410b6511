import { reps, vehicles } from '../../region/regionStore';
import { user } from '../../session/session';
import { t } from '../../i18n/i18n';

/** A person by the id that a version carries; colleagues' names are known where the region's files name them. */
export function personName(id: string): string {
  const me = user.value;
  if (me && me.id === id) return t('person.me');
  return reps.value.get(id)?.name ?? vehicles.value.get(id)?.driverName ?? id;
}
