import type { Json, JsonObject } from '../../api/lab';

/** Steps of "regions[0].fleet.vehicles": names, and places as numbers; null where it is no path. */
export function stepsOf(path: string): (string | number | '*')[] | null {
  const steps: (string | number | '*')[] = [];
  for (const part of path.split('.')) {
    const match = /^([^[\]]+)((?:\[(?:\d+|\*)\])*)$/.exec(part);
    if (!match) return null;
    steps.push(match[1]);
    for (const [, place] of match[2].matchAll(/\[(\d+|\*)\]/g)) steps.push(place === '*' ? '*' : Number(place));
  }
  return steps;
}

/** The value at a path without `*`; undefined where there is none. */
export function valueAt(root: Json, path: string): Json | undefined {
  let place: Json | undefined = root;
  for (const step of stepsOf(path) ?? []) {
    if (typeof step === 'number') place = Array.isArray(place) ? (place as readonly Json[])[step] : undefined;
    else place = isObject(place) ? place[step] : undefined;
    if (place === undefined) return undefined;
  }
  return place;
}

/** A list of the scenario's own, such as its regions; empty where it has none. */
export function listAt(scenario: JsonObject, name: string): readonly Json[] {
  const list = scenario[name];
  return Array.isArray(list) ? (list as readonly Json[]) : [];
}

/** A copy with another value at the path; undefined takes the member out, and the objects that are left empty by it. */
export function withValue(root: JsonObject, path: string, value: Json | undefined): JsonObject {
  const steps = stepsOf(path);
  return steps === null ? root : ((put(root, steps, value) as JsonObject | undefined) ?? {});
}

function put(place: Json | undefined, steps: readonly (string | number)[], value: Json | undefined): Json | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const items: Json[] = Array.isArray(place) ? [...(place as readonly Json[])] : [];
    const next = put(items[step], rest, value);
    if (next === undefined) items.splice(step, 1);
    else items[step] = next;
    return items;
  }

  const members: Record<string, Json> = isObject(place) ? { ...place } : {};
  const wasEmpty = isEmpty(members[step]);
  const next = put(members[step], rest, value);
  if (next === undefined || (value === undefined && isEmpty(next) && !wasEmpty)) delete members[step];
  else members[step] = next;
  return members;
}

function isEmpty(value: Json | undefined): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every place with a number, text or yes and no, as its path. */
export function leavesOf(value: Json, path = ''): { path: string; value: Json }[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((item, index) => leavesOf(item, `${path}[${index}]`));
  if (isObject(value)) return Object.entries(value).flatMap(([name, member]) => leavesOf(member, path === '' ? name : `${path}.${name}`));
  return value === null ? [] : [{ path, value }];
}
