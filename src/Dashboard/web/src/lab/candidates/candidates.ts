import type { Candidates, TemplateContent } from '../../api/expansion';
import type { Json, JsonObject } from '../../api/lab';
import type { RegionSummary } from '../../api/region';
import { localized } from '../../i18n/i18n';
import { isObject, withValue } from '../scenarios/scenarioPath';

const usualWeeks = 104;

/** A question to start from: a template, the live regions as candidates, and amounts that a planner replaces. */
export function candidatesOf(template: TemplateContent, regions: readonly RegionSummary[]): Candidates {
  const scenario: JsonObject = {
    name: template.name,
    weeks: usualWeeks,
    template: template.template.market,
    resources: { trainedReps: 20, cash: { opening: 2_000_000 } },
    // The template's own market is open already.
    regions: regions.filter((region) => region.id !== template.region).map((region) => ({ id: region.id, name: localized(region.name), census: `live:${region.id}` })),
  };
  return { scenario };
}

/** The same question with another template market. */
export function withTemplate(candidates: Candidates, template: TemplateContent): Candidates {
  return { ...candidates, scenario: withValue(candidates.scenario, 'template', template.template.market) };
}

export function regionsOfQuestion(scenario: JsonObject): readonly Json[] {
  return Array.isArray(scenario.regions) ? (scenario.regions as readonly Json[]) : [];
}

/** The census of a file, for the region whose scenario names it, else for the one it is called after, which is added where there is none. */
export function withCensusFile(candidates: Candidates, file: string, census: string): Candidates {
  const list = regionsOfQuestion(candidates.scenario);
  const called = file.replace(/\.csv$/i, '');
  const named = list.findIndex((region) => isObject(region) && region.census === file);
  const place = named >= 0 ? named : list.findIndex((region) => isObject(region) && region.id === called);
  if (place >= 0) return withCensus(candidates, place, census);
  return { ...candidates, scenario: withValue(candidates.scenario, `regions[${list.length}]`, { id: called, name: called, census }) };
}

export function withCensus(candidates: Candidates, place: number, census: string): Candidates {
  const region = regionsOfQuestion(candidates.scenario)[place];
  // Terminals that came with the question would be taken before the census.
  const { [isObject(region) ? String(region.id) : '']: _old, ...censuses } = candidates.censuses ?? {};
  return { scenario: withValue(candidates.scenario, `regions[${place}].census`, census), ...(Object.keys(censuses).length > 0 ? { censuses } : {}) };
}
