import { HubConnectionBuilder, HubConnectionState, LogLevel, type HubConnection } from '@microsoft/signalr';
import { signal } from '@preact/signals';
import type { LabMessage } from '../api/labLive';
import type { ClockState, LiveFrame } from '../api/live';
import type { Metrics } from '../api/metrics';
import type { Bounds } from '../api/values';
import { fromBase64 } from './base64';
import { ClockFace } from './clockFace';
import { MoverTable } from './movers';
import { OutletTable } from './outlets';

export type Connection = 'idle' | 'connecting' | 'live' | 'reconnecting';

export interface LiveView {
  view: Bounds;
  zoom: number;
}

type FrameListener = (change: { outlets: { first: number; last: number } | null; movers: boolean }) => void;
type PlanListener = (plans: NonNullable<LiveFrame['plans']>) => void;

const firstRetryMilliseconds = 300;
const slowestRetryMilliseconds = 5000;
const panelMilliseconds = 250;

/**
 * One subscription to a region: frames go into typed arrays as they come, panels hear of it four times a second.
 * A lost connection is tried again with the last sequence, so that the server sends what was missed or a snapshot.
 */
export class LiveClient {
  readonly movers = new MoverTable();
  readonly face = new ClockFace();
  readonly connection = signal<Connection>('idle');
  readonly clock = signal<ClockState | null>(null);
  readonly totals = signal<Metrics | null>(null);
  readonly position = signal(0);
  /** Counts up when panels should read the tables again. */
  readonly beat = signal(0);
  readonly lastHeardAt = signal(0);
  framesReceived = 0;
  /** Whether the server tells of what moves in the lab. */
  watchesLab = false;

  private hub: HubConnection | null = null;
  /** The connection that was asked to tell of the lab. */
  private labHub: HubConnection | null = null;
  private region: string | null = null;
  private view: LiveView | null = null;
  private sequence: number | null = null;
  private generation = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private beatTimer: ReturnType<typeof setTimeout> | undefined;
  private viewTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly frameListeners = new Set<FrameListener>();
  private readonly planListeners = new Set<PlanListener>();
  private readonly reconnectListeners = new Set<() => void>();
  private readonly directoryListeners = new Set<() => void>();
  private readonly labListeners = new Set<(message: LabMessage) => void>();

  constructor(readonly outlets = new OutletTable()) {}

  onFrame(listener: FrameListener): () => void {
    this.frameListeners.add(listener);
    return () => this.frameListeners.delete(listener);
  }

  onPlans(listener: PlanListener): () => void {
    this.planListeners.add(listener);
    return () => this.planListeners.delete(listener);
  }

  onDirectory(listener: () => void): () => void {
    this.directoryListeners.add(listener);
    return () => this.directoryListeners.delete(listener);
  }

  onReconnect(listener: () => void): () => void {
    this.reconnectListeners.add(listener);
    return () => this.reconnectListeners.delete(listener);
  }

  /** Hears of jobs of the lab that move, begin or end. */
  onLab(listener: (message: LabMessage) => void): () => void {
    this.labListeners.add(listener);
    if (this.hub?.state === HubConnectionState.Connected) void this.watchLab(this.hub);
    return () => this.labListeners.delete(listener);
  }

  open(region: string, view: LiveView): void {
    if (this.region === region && this.hub) {
      this.look(view);
      return;
    }
    this.close();
    this.region = region;
    this.view = view;
    this.connection.value = 'connecting';
    void this.connect(this.generation, 0);
  }

  close(): void {
    this.generation++;
    clearTimeout(this.retry);
    clearTimeout(this.viewTimer);
    clearTimeout(this.beatTimer);
    this.viewTimer = this.beatTimer = undefined;
    this.pendingClock = this.pendingTotals = null;
    const hub = this.hub;
    this.hub = null;
    this.watchesLab = false;
    this.region = null;
    this.sequence = null;
    this.movers.clear();
    this.connection.value = 'idle';
    void hub?.stop().catch(() => undefined);
  }

  /** Tells the server what the map shows, at most four times a second. */
  look(view: LiveView): void {
    this.view = view;
    if (this.viewTimer !== undefined) return;
    this.viewTimer = setTimeout(() => {
      this.viewTimer = undefined;
      if (this.hub?.state === HubConnectionState.Connected && this.view)
        void this.hub.send('View', this.view).catch(() => undefined);
    }, 250);
  }

  private async connect(generation: number, attempt: number): Promise<void> {
    if (generation !== this.generation) return;
    const hub = new HubConnectionBuilder().withUrl('/live').configureLogging(LogLevel.None).build();
    hub.keepAliveIntervalInMilliseconds = 5000;
    hub.serverTimeoutInMilliseconds = 15_000;
    hub.on('frame', (frame: LiveFrame) => this.receive(generation, hub, frame));
    hub.on('lab', (message: LabMessage) => {
      void hub.send('AckLab', message.sequence).catch(() => undefined);
      for (const listener of this.labListeners) listener(message);
    });
    hub.onclose(() => {
      if (this.hub === hub) this.watchesLab = false;
      if (generation === this.generation && this.hub === hub) this.tryAgain(generation, 0);
    });
    this.hub = hub;
    try {
      await hub.start();
      if (generation !== this.generation) return void hub.stop();
      await hub.invoke('Open', {
        region: this.region,
        ...this.view,
        ...(this.sequence === null ? {} : { lastSequence: this.sequence }),
        ...(this.outlets.position > 0 ? { position: this.outlets.position } : {}),
      });
      if (generation !== this.generation) return;
      void this.watchLab(hub);
      const again = this.connection.value === 'reconnecting';
      this.connection.value = 'live';
      if (again) for (const listener of this.reconnectListeners) listener();
    } catch {
      if (generation !== this.generation) return;
      // A hub that is up but refused Open would otherwise close later and start a second chain of attempts.
      this.hub = null;
      void hub.stop().catch(() => undefined);
      this.tryAgain(generation, attempt + 1);
    }
    return;
  }

  private async watchLab(hub: HubConnection): Promise<void> {
    if (this.labListeners.size === 0 || this.labHub === hub) return;
    this.labHub = hub;
    try {
      await hub.invoke('WatchLab');
      this.watchesLab = this.hub === hub;
    } catch {
      // Without a feed the pages go on asking.
      if (this.labHub === hub) this.labHub = null;
    }
  }

  private tryAgain(generation: number, attempt: number): void {
    this.connection.value = this.connection.value === 'connecting' && attempt < 3 ? 'connecting' : 'reconnecting';
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.connect(generation, attempt), retryDelay(attempt));
  }

  private receive(generation: number, hub: HubConnection, frame: LiveFrame): void {
    if (generation !== this.generation || hub !== this.hub) return;
    void hub.send('Ack', frame.sequence).catch(() => undefined);
    const now = performance.now();
    this.sequence = frame.sequence;
    this.framesReceived++;

    if (frame.moverIds) this.movers.addIds(frame.moverIds, frame.snapshot);
    const moved = frame.movers ? this.movers.apply(fromBase64(frame.movers), frame.snapshot, now) > 0 : false;
    this.outlets.position = Math.max(this.outlets.position, frame.position);
    const changed = frame.outlets ? this.outlets.apply(fromBase64(frame.outlets)) : null;
    const clock: ClockState = {
      now: frame.now,
      speed: frame.speed,
      trueSpeed: frame.trueSpeed,
      running: frame.running,
      live: frame.live,
      simulated: frame.simulated,
    };
    this.face.set(clock, now);
    for (const listener of this.frameListeners) listener({ outlets: changed, movers: moved });
    this.schedulePanels(frame, clock);
    if (frame.directory) for (const listener of this.directoryListeners) listener();
    if (frame.plans?.length) for (const listener of this.planListeners) listener(frame.plans);
  }

  private pendingTotals: Metrics | null = null;
  private pendingClock: ClockState | null = null;
  private pendingPosition = 0;

  /** What the server has answered, which is newer than any frame that has come by now. */
  setClock(clock: ClockState): void {
    this.pendingClock = null;
    this.clock.value = clock;
    this.face.set(clock, performance.now());
  }

  // Panels are components and cost more than the map: they hear of frames at 4 Hz, however many arrive.
  private schedulePanels(frame: LiveFrame, clock: ClockState): void {
    this.pendingClock = clock;
    this.pendingPosition = frame.position;
    if (frame.totals) this.pendingTotals = frame.totals;
    if (this.beatTimer !== undefined) return;
    this.beatTimer = setTimeout(() => {
      this.beatTimer = undefined;
      if (this.pendingClock) this.clock.value = this.pendingClock;
      if (this.pendingTotals) this.totals.value = this.pendingTotals;
      this.position.value = this.pendingPosition;
      this.lastHeardAt.value = Date.now();
      this.beat.value++;
    }, panelMilliseconds);
  }
}

/** Doubling waits between 0.3 s and 5 s. */
export function retryDelay(attempt: number): number {
  return Math.min(slowestRetryMilliseconds, firstRetryMilliseconds * 2 ** attempt);
}
