// The key figures.

export interface Metric {
  value: number | null;
  numerator: number;
  denominator: number;
}

export type MetricName =
  | 'numericDistribution'
  | 'weightedDistribution'
  | 'visitCoverage'
  | 'unvisited'
  | 'outOfStock'
  | 'deliveriesOnTime';

export type Metrics = Record<MetricName, Metric> & { day: string; at: string; position: number };
