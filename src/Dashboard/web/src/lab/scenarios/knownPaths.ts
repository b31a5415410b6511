import type { Assumption, Json, JsonObject } from '../../api/lab';
import { leavesOf } from './scenarioPath';

export interface KnownPath {
  path: string;
  value: Json;
}

const fixed = /^(name|firstDay|days|variants|products\[\d+\]\.id|regions\[\d+\]\.(id|terminals))\b/;

/** What a variant or a sensitivity can change: what the scenario says and what it leaves to usual values, and each for all regions or products at once. */
export function knownPaths(scenario: JsonObject, assumptions: readonly Assumption[]): KnownPath[] {
  const found = new Map<string, Json>();
  const given = leavesOf(scenario);
  const usual = assumptions.flatMap(({ path, value }) => leavesOf(value, path));
  for (const { path, value } of [...given, ...usual]) {
    if (fixed.test(path)) continue;
    found.set(path, value);
    const all = path.replace(/^(regions|products)\[\d+\]/, '$1[*]');
    if (all !== path && !found.has(all)) found.set(all, value);
  }
  return [...found].map(([path, value]) => ({ path, value })).sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** The paths of numbers, for asking which of them moves an answer. */
export function numberPaths(paths: readonly KnownPath[]): { path: string; value: number }[] {
  return paths.filter((known): known is { path: string; value: number } => typeof known.value === 'number');
}

/** What a person typed for a value: JSON where it is some, else the text itself. */
export function readValue(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

export function writeValue(value: Json): string {
  // A text that would read back as something else keeps its quotes.
  return typeof value === 'string' && typeof readValue(value) === 'string' && !value.startsWith('"') ? value : JSON.stringify(value);
}
