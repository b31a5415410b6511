import type { JsonObject, RunState } from './lab';

export interface TemplateSummary {
  id: string;
  name: string;
  run: string;
  region: string;
  hash: string;
  by: string;
  at: string;
}

export interface TemplateCurve {
  /** Never falling: what an expansion reckons with. */
  frozen: readonly number[];
  mean: readonly (number | null)[];
  low: readonly (number | null)[];
  high: readonly (number | null)[];
}

export interface TemplateContent extends TemplateSummary {
  template: {
    classes: readonly { class: string; terminals: number; visitsPerCycle: number; minutesPerVisit: number }[];
    terminalsPerRep: number;
    terminalsPerVehicle: number | null;
    casesPerVehicleWeek: number | null;
    casesPerTerminalWeek: number;
    utilisation: number;
    travelMinutesPerVisit: number;
    minutesPerDay: number;
    shareInHandlers: number;
    rivalShare: number;
    prices: { factory: number; terminal: number; retail: number; cost: number };
    marginPerCase: number;
    personnelPerRepWeek: number;
    vehiclePerWeek: number;
    launchPerTerminal: number;
    costPerDistributionPoint: number;
    creditWeeks: number;
    training: { repsPerWeek: number; delayWeeks: number; repsPerRepAndWeek: number };
    numericDistribution: TemplateCurve;
    weightedDistribution: TemplateCurve;
    /** What an expansion scenario takes as its template. */
    market: JsonObject;
  };
}

export interface FailingCondition {
  code: string;
  figure: number | null;
  threshold: number;
}

export interface CriterionScore {
  criterion: string;
  /** 0 to 100; null where data are missing. */
  score: number | null;
  weight: number;
  figure: number | null;
  unit: string;
  formula: string;
  terms: Readonly<Record<string, number>>;
}

export interface RegionScore {
  region: string;
  name: string;
  rank: number;
  score: number;
  weightKnown: number;
  ease: number;
  ready: boolean;
  failing: readonly FailingCondition[];
  startDespiteGate: string | null | boolean;
  emptyBlocks: readonly string[];
  completeness: Readonly<Record<string, number>>;
  terminals: number;
  repsNeeded: number;
  vehiclesNeeded: number;
  /** Of the middle of its terminals; null without any. */
  longitude: number | null;
  latitude: number | null;
  capacity: { census: number | null; equalMarket: number | null; perHead: number | null; middle: number | null; spread: number | null };
  criteria: readonly CriterionScore[];
  swot: readonly { kind: string; code: string; figure: number; against: number; subject: string | null }[];
  weakestCells: readonly {
    cell: string;
    terminals: number;
    casesPerMonth: number;
    rival: string | null;
    rivalShare: number;
    casesWon: number;
    visitsPerMonth: number;
    gainPerVisit: number;
  }[];
}

export interface ScorecardAnswer {
  regions: readonly RegionScore[];
}

export interface WeekBand {
  week: number;
  mean: number;
  low: number;
  high: number;
}

export interface PlannedStart {
  region: string;
  name: string;
  wave: number;
  week: number;
  date: string | null;
  level: string;
  reps: number;
  vehicles: number;
  staffingRatio: number;
  ease: number;
  value: number;
  weeksToLeadership: number | null;
  leadershipShare: number;
  orderOverride: string | null;
}

export interface LeftOutRegion {
  region: string;
  reason: string;
  constraint: string | null;
  week: number | null;
  bestValue: number | null;
  failing: readonly FailingCondition[];
}

export interface WavePlan {
  scenario: string;
  goal: 'netPresentValue' | 'weeksToLeadership';
  objective: number;
  bound: number;
  gap: number;
  value: { mean: number; low: number; high: number; cvar: number; riskLevel: number; riskWeight: number; orderPenalty: number };
  starts: readonly PlannedStart[];
  leftOut: readonly LeftOutRegion[];
  missingRequired: readonly string[];
  cashLimit: number;
  cashKept: number;
  cash: readonly WeekBand[];
  coverage: readonly WeekBand[];
  template: { name: string; hash: string };
  regions: readonly RegionScore[];
  iterations: number;
  seed: number;
  replications: number;
}

export interface Expansion {
  expansion: string;
  name: string;
  regions: number;
  goal: WavePlan['goal'];
  seed: number;
  state: RunState;
  by: string;
  at: string;
  /** Outlooks of the regions come first, then the search. */
  phase?: 'outlooks' | 'search';
  /** Regions whose outlook is known so far. */
  outlooks?: number;
  iterations: number;
  mostIterations: number;
  objective: number | null;
  seconds: number;
  error: string | null;
  plan?: WavePlan | null;
}

/** A market census that lies on the server under the hash of its text. */
export interface KeptCensus {
  census: string;
  name: string;
  terminals: number;
  bytes: number;
  by: string;
  at: string;
}

/** A question of expansion as it is asked. */
export interface Candidates {
  scenario: JsonObject;
  /** Terminals that came with the question, by the region's id; others lie on the server or are live. */
  censuses?: Readonly<Record<string, readonly unknown[]>>;
}
