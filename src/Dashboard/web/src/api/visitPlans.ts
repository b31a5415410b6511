// A rep's visit list on a day.

import type { PlanProvenance, PlanStatus, UnservedReason } from './plans';

export interface PlannedVisit {
  terminal: string;
  purpose: 'Cadence' | 'ZeroUnvisited';
  dueOn: string;
  arrival: number;
  departure: number;
  travel: number;
  leg: number;
}

export interface PostponedVisit {
  terminal: string;
  dueOn: string;
  reason: UnservedReason;
  nextOn: string;
}

export interface VisitPlan {
  id: string;
  rep: string;
  date: string;
  version: number;
  status: PlanStatus;
  start: number;
  end: number;
  visits: PlannedVisit[];
  postponed: PostponedVisit[];
  distance: number;
  driving: number;
  provenance: PlanProvenance;
}

export interface VisitPlanRow {
  rep: string;
  date: string;
  proposed: VisitPlan | null;
  published: VisitPlan | null;
}
