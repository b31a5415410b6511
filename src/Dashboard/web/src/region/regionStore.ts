import { computed, effect, signal } from '@preact/signals';
import { get } from '../api/client';
import type { ClockState } from '../api/live';
import type { Metrics } from '../api/metrics';
import type { OutletColumns } from '../api/outlets';
import type { DistributorFile, MapInfo, Product, RegionDetail, RegionSummary, RepFile, VehicleFile } from '../api/region';
import { regionCurrency, regionTimeZone } from '../i18n/format';
import { LiveClient } from '../live/liveClient';
import { loadSession, user } from '../session/session';

export const live = new LiveClient();
export const regions = signal<readonly RegionSummary[]>([]);
export const regionId = signal<string | null>(null);
export const detail = signal<RegionDetail | null>(null);
export const mapInfo = signal<MapInfo | null>(null);
export const areas = signal<unknown>(null);
export const metrics = signal<Metrics | null>(null);
export const outletsLoaded = signal(false);
export const loadError = signal<unknown>(null);

export const products = computed(() => index<Product>(detail.value?.products));
export const distributors = computed(() => index<DistributorFile>(detail.value?.distributors));
export const reps = computed(() => index<RepFile>(detail.value?.reps));
export const vehicles = computed(() => index<VehicleFile>(detail.value?.vehicles));

let started: Promise<void> | null = null;

/** Opens the user's region once: its files, outlets, map and live feed. */
export function startRegion(): Promise<void> {
  started ??= start().catch((error: unknown) => {
    started = null;
    loadError.value = error;
  });
  return started;
}

export function chooseRegion(id: string): void {
  if (id !== regionId.peek()) open(id);
}

/** After a failure: the region that did not open, or all from the beginning where none was known. */
export function retryRegion(): void {
  const id = regionId.peek();
  if (id === null) void startRegion();
  else open(id);
}

function open(id: string): void {
  loadError.value = null;
  void openRegion(id).catch((error: unknown) => {
    loadError.value = error;
  });
}

export function regionPath(path: string): string {
  return `/api/regions/${encodeURIComponent(regionId.peek() ?? '')}${path}`;
}

/** Counts up when the outlets were loaded anew. */
export const outletsVersion = signal(0);

async function reloadDirectory(): Promise<void> {
  const id = regionId.peek();
  const [files, columns] = await Promise.all([get<RegionDetail>(regionPath('')), get<OutletColumns>(regionPath('/outlets'))]);
  if (regionId.peek() !== id) return;
  detail.value = files;
  live.outlets.load(columns);
  outletsVersion.value++;
}

async function start(): Promise<void> {
  loadError.value = null;
  regions.value = await get<RegionSummary[]>('/api/regions');
  const mine = user.peek()?.region;
  const first = regions.value.find((region) => region.id === mine) ?? regions.value[0];
  if (first) await openRegion(first.id);
}

async function openRegion(id: string): Promise<void> {
  outletsLoaded.value = false;
  metrics.value = null;
  areas.value = null;
  regionId.value = id;
  const [files, columns, info, clock] = await Promise.all([
    get<RegionDetail>(regionPath('')),
    get<OutletColumns>(regionPath('/outlets')),
    get<MapInfo>(regionPath('/map')),
    get<ClockState>(regionPath('/clock')),
  ]);
  if (regionId.peek() !== id) return;
  regionTimeZone.value = files.region.timeZone;
  regionCurrency.value = files.region.currency;
  detail.value = files;
  live.outlets.load(columns);
  mapInfo.value = info;
  live.setClock(clock);
  outletsVersion.value++;
  outletsLoaded.value = true;
  live.open(id, { view: info.bounds, zoom: info.minZoom });

  void get<unknown>(regionPath('/areas')).then((geo) => {
    if (regionId.peek() === id) areas.value = geo;
  }, ignore);
  void get<Metrics>(regionPath('/metrics')).then((figures) => {
    if (regionId.peek() === id) metrics.value ??= figures;
  }, ignore);
}

// The live totals replace the figures of the first request as they come.
effect(() => {
  const totals = live.totals.value;
  if (totals) metrics.value = totals;
});

const sessionCheckMilliseconds = 8000;
let sessionCheck: ReturnType<typeof setInterval> | undefined;

// A connection that stays away may be a sign-in that has ended: the session says which.
effect(() => {
  const away = live.connection.value === 'reconnecting';
  clearInterval(sessionCheck);
  sessionCheck = away ? setInterval(() => void loadSession(), sessionCheckMilliseconds) : undefined;
});

live.onDirectory(() => {
  if (regionId.peek()) void reloadDirectory().catch(ignore);
});

// Someone else's region must not linger after signing out.
let lastUser: string | null = null;
effect(() => {
  const id = user.value?.id ?? null;
  if (id === lastUser) return;
  lastUser = id;
  live.close();
  live.clock.value = null;
  live.totals.value = null;
  started = null;
  regionId.value = null;
  detail.value = null;
  mapInfo.value = null;
  outletsLoaded.value = false;
});

function index<T extends { id: string }>(items: readonly T[] | undefined): ReadonlyMap<string, T> {
  return new Map(items?.map((item) => [item.id, item]));
}

function ignore(): void {
  // The page shows the figure as missing; the live feed or the next load brings it.
}
