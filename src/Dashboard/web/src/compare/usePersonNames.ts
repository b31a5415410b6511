import { t } from '../i18n/i18n';
import { regionId, regionPath } from '../region/regionStore';
import { rights, user } from '../session/session';
import { useRemote } from '../ui/useRemote';

/** Names those who plan deliveries; where the server does not say, a version still tells when and how it came about. */
export function usePersonNames(): (id: string) => string {
  const people = useRemote<{ id: string; name: string }[]>(regionId.value && rights.value.planDeliveries ? regionPath('/planners') : null);
  return (id) => (user.value?.id === id ? t('compare.me') : (people.value?.find((person) => person.id === id)?.name ?? t('compare.colleague')));
}
