import type { InputProblem } from './client';

export const labPath = '/api/lab';

/** A value of a scenario as it is written. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json;
}

export interface ScenarioSummary {
  id: string;
  name: string;
  version: number;
  by: string;
  at: string;
  regions: readonly string[];
  days: number;
  /** Besides the scenario itself. */
  variants: number;
}

export interface ScenarioContent {
  id: string;
  name: string;
  version: number;
  by: string;
  at: string;
  scenario: JsonObject;
}

export interface Assumption {
  path: string;
  value: Json;
}

/** A law of what the road takes, with its error on days that it was not fitted to. */
export interface FieldCostLaw {
  heldOutDays: number;
  mape: number;
  worst: number;
  bias: number;
}

export interface RegionInputs {
  region: string;
  terminals: number;
  byClass: { a: number; b: number; c: number };
  cells: number;
  areaKm2: number;
  unitsPerDay: number;
  adopted: number;
  reps: number;
  vehicles: number;
  /** Only where laws were fitted to the region's roads. */
  fieldCosts?: { visitMinutes: FieldCostLaw; visitKilometers: FieldCostLaw; deliveryMinutes: FieldCostLaw; deliveryKilometers: FieldCostLaw } | null;
}

export interface ScenarioCheck {
  inputs: readonly RegionInputs[];
  assumptions: readonly Assumption[];
}

export type RunState = 'waiting' | 'running' | 'done' | 'stopped' | 'failed' | 'interrupted';

/** Null where there is no band yet: a single replication has none. */
export interface Interval {
  mean: number | null;
  low: number | null;
  high: number | null;
}

export interface FigureInterval extends Interval {
  figure: string;
}

export interface AssumptionRange {
  path: string;
  low: number;
  high: number;
}

export interface LabRun {
  run: string;
  scenario: string;
  name: string;
  version: number;
  state: RunState;
  by: string;
  at: string;
  replications: number;
  seed: number;
  antithetic: boolean;
  within: number | null;
  sensitivity: { figure: string; paths: readonly AssumptionRange[] } | null;
  /** The one that is running; 0 is the scenario itself. */
  variant: number;
  /** With the scenario itself. */
  variants: number;
  /** Of the running variant; of an ended run, of all. */
  finished: number;
  failedReplications: number;
  seconds: number;
  error: string | null;
  figures: readonly FigureInterval[];
}

export type Verdict = 'higher' | 'lower' | 'no-significant-difference' | 'too-few-replications';

export interface Difference {
  difference: number | null;
  low: number | null;
  high: number | null;
  confidence: number | null;
  p: number | null;
  varianceSaved: number | null;
  verdict: Verdict;
}

export interface FigureDifference extends Difference {
  figure: string;
}

export interface Curve {
  region: string;
  measure: string;
  mean: readonly (number | null)[];
  low: readonly (number | null)[];
  high: readonly (number | null)[];
}

export interface VariantResult {
  name: string;
  replications: number;
  ended: 'complete' | 'precise' | 'cancelled' | 'failed';
  failed: readonly { replication: number; seed: string; antithetic: boolean; error: string }[];
  kpis: readonly (FigureInterval & { sd: number | null })[];
  pairs?: number;
  differences?: readonly FigureDifference[];
  curves: readonly Curve[];
}

export interface RunResult {
  scenario: JsonObject;
  options: { replications: number; seed: number; antithetic: boolean; within: number | null };
  inputs: readonly RegionInputs[];
  variants: readonly VariantResult[];
}

export interface RunComparison {
  left: ComparedRun;
  right: ComparedRun;
  pairs: number;
  unpaired: number;
  confidence: number;
  figures: readonly (FigureDifference & { left: number | null; right: number | null })[];
}

export interface ComparedRun {
  run: string;
  scenario: string;
  version: number;
  name: string;
  replications: number;
}

export interface Sensitivity {
  run: string;
  scenario: string;
  version: number;
  figure: string;
  base: FigureInterval;
  bars: readonly TornadoBar[];
}

export interface TornadoBar {
  path: string;
  swing: number | null;
  low: Difference & { value: number };
  high: Difference & { value: number };
}

export type ScenarioProblem = InputProblem;
