import type { RunState } from './lab';

export type PriorScale = 'linear' | 'log';

/** An assumption that is not known, and between what it lies. */
export interface PriorRange {
  path: string;
  low: number;
  high: number;
  scale: PriorScale;
}

/** A delivery of an imported history. */
export interface HistoryRow {
  date: string;
  terminal: string;
  cases: number;
}

export interface FitPopulation {
  tolerance: number;
  runs: number;
  acceptance: number;
  effectiveSize: number;
}

export interface FittedParameter {
  path: string;
  /** 5, 50 and 95 % quantiles. */
  low: number;
  median: number;
  high: number;
  mean: number;
  sd: number;
  /** With each parameter, in their order. */
  correlations: readonly number[];
}

export interface BacktestWeek {
  week: number;
  firstDay: string;
  actual: number;
  low: number;
  median: number;
  high: number;
  heldOut: boolean;
}

export interface BacktestCell {
  cell: string;
  region: string;
  longitude: number | null;
  latitude: number | null;
  mape: number | null;
  coverage: number;
}

export interface Backtest {
  /** The share of weeks that the band is to hold. */
  band: number;
  forecasts: number;
  heldOutWeeks: number;
  mape: number | null;
  coverage: number;
  cellCoverage: number;
  /** How far the fitted weeks lie from the model beyond chance, in parts of the forecast, in total and in a cell; the bands hold it. Missing in fits from before it was known. */
  modelError?: number;
  cellModelError?: number;
  weeks: readonly BacktestWeek[];
  cells: readonly BacktestCell[];
}

export interface Fit {
  weeks: number;
  unknownDeliveries: number;
  outsideDeliveries: number;
  /** Missing in fits from before they were counted. */
  terminals?: number;
  /** Of them nobody had counted the shelf when the scenario began. */
  uncountedTerminals?: number;
  seed: number;
  runs: number;
  refused: number;
  ended: 'tolerance' | 'budget' | 'acceptance' | 'cancelled';
  tolerance: number;
  acceptance: number;
  parameters: readonly FittedParameter[];
  backtest: Backtest;
  populations: readonly FitPopulation[];
}

export interface Calibration {
  calibration: string;
  scenario: string;
  name: string;
  version: number;
  state: RunState;
  by: string;
  at: string;
  parameters: readonly PriorRange[];
  holdOutWeeks: number;
  seed: number;
  population: number;
  mostRuns: number;
  history: 'live' | 'rows';
  deliveries: number;
  phase: 'fit' | 'forecast';
  runs: number;
  populations: readonly FitPopulation[];
  seconds: number;
  error: string | null;
  fit: Fit | null;
}
