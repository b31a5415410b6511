import { createContext } from 'preact';
import type { Json, JsonObject, ScenarioProblem } from '../../api/lab';
import { valueAt } from './scenarioPath';

export interface Editing {
  scenario: JsonObject;
  set: (path: string, value: Json | undefined) => void;
  /** The lab's usual value where the scenario gives none. */
  usual: (path: string) => Json | undefined;
  problems: readonly ScenarioProblem[];
}

export const EditingContext = createContext<Editing | null>(null);

/** The usual value at a path: given for the path itself or for a list or object that it is in. */
export function usualAt(assumptions: ReadonlyMap<string, Json>, path: string): Json | undefined {
  const exact = assumptions.get(path);
  if (exact !== undefined) return exact;
  const match = /^(.*)\[(\d+)\]$/.exec(path);
  const list = match ? assumptions.get(match[1]) : undefined;
  return list === undefined || match === null ? undefined : valueAt({ list }, `list[${match[2]}]`);
}

/** A list with one element changed; a list that the scenario leaves out starts from the usual one. */
export function withElement(list: Json | undefined, usual: Json | undefined, fallback: readonly number[], index: number, value: number): Json {
  const base = Array.isArray(list) ? (list as readonly Json[]) : Array.isArray(usual) ? (usual as readonly Json[]) : fallback;
  return base.map((each, at) => (at === index ? value : each));
}
