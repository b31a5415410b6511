import { effect, signal } from '@preact/signals';
import { get } from '../../api/client';
import { t } from '../../i18n/i18n';
import { regionId, regionPath } from '../../region/regionStore';
import { rights, user } from '../../session/session';

const colleagues = signal<ReadonlyMap<string, string>>(new Map());
const asked = new Set<string>();

/** A person by the id that a version carries. Someone who came lately is asked for once. */
export function personName(id: string): string {
  const me = user.value;
  if (me && me.id === id) return t('person.me');
  const name = colleagues.value.get(id);
  if (name !== undefined) return name;
  if (!asked.has(id)) {
    asked.add(id);
    void load();
  }
  return t('person.colleague');
}

async function load(): Promise<void> {
  if (!regionId.peek() || !rights.peek().planDeliveries) return;
  try {
    const people = await get<{ id: string; name: string }[]>(regionPath('/planners'));
    colleagues.value = new Map(people.map((person) => [person.id, person.name]));
  } catch {
    // A version without a name still says when and how it came about.
  }
}

effect(() => {
  regionId.value;
  colleagues.value = new Map();
  asked.clear();
});
