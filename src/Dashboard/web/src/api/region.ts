// A region's master data.

import type { Bounds, Capacity, GeoPoint, LocalizedText, TimeWindow } from './values';

export interface RegionSummary {
  id: string;
  name: LocalizedText;
  bounds: Bounds;
  terminals: number;
  hasMarket: boolean;
}

export interface Region {
  id: string;
  name: LocalizedText;
  timeZone: string;
  currency: string;
  bounds: Bounds;
  mapAttribution: string;
  calendar: { workingWeekdays: string; holidays: string[]; extraWorkingDays: string[] };
}

export interface Product {
  id: string;
  name: LocalizedText;
  category: string;
  unitsPerCase: number;
  prices: { factoryPerCase: number; terminalPerCase: number; retailPerCase: number };
}

export interface DistributorFile {
  id: string;
  name: string;
  depot: GeoPoint;
  depotAddress?: string | null;
}

export interface RepFile {
  id: string;
  distributor: string;
  name: string;
  phone?: string | null;
  start: GeoPoint;
  shift: TimeWindow;
}

export interface VehicleFile {
  id: string;
  distributor: string;
  plate: string;
  type: string;
  capacity: Capacity;
  shift: TimeWindow;
  maxTrips: number;
  driverName?: string | null;
  driverPhone?: string | null;
  inService: boolean;
}

export interface RegionDetail {
  region: Region;
  products: Product[];
  distributors: DistributorFile[];
  reps: RepFile[];
  vehicles: VehicleFile[];
  position: number;
}

export interface MapInfo {
  minZoom: number;
  maxZoom: number;
  bounds: Bounds;
  attribution: string;
}
