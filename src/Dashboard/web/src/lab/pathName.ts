import { regionName } from './figures';
import { isObject, valueAt } from './scenarios/scenarioPath';
import { classes, kindOfPath } from './scenarios/fields';
import type { Json, JsonObject } from '../api/lab';
import { knows, t } from '../i18n/i18n';
import { productName } from '../region/names';

/** Whether there are words for a path. */
export function isNamed(path: string): boolean {
  return knows(`lab.path.${kindOfPath(path)}`);
}

/** A path in words, with the region or product it is of; the path itself where there are no words for it. */
export function pathName(path: string, scenario: JsonObject | null = null): string {
  const key = `lab.path.${kindOfPath(path)}`;
  if (!knows(key)) return path;
  const place = /\[(\d+)\]$/.exec(path);
  const name = place && /daysBetweenCalls|shelfPrices\.spread/.test(path) ? t('lab.pathOfClass', { name: t(key), class: classes[Number(place[1])] ?? place[1] }) : t(key);
  const of = /^(regions|products)\[(\d+|\*)\]/.exec(path);
  if (!of) return name;
  return t('lab.figureOf', { measure: name, region: of[2] === '*' ? t(of[1] === 'regions' ? 'lab.allRegions' : 'lab.allProducts') : idAt(scenario, of[0]) });
}

function idAt(scenario: JsonObject | null, path: string): string {
  const item: Json | undefined = scenario === null ? undefined : valueAt(scenario, path);
  return isObject(item) && typeof item.id === 'string' ? (path.startsWith('products') ? productName(item.id) : regionName(item.id)) : path;
}
