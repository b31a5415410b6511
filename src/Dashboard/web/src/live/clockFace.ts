import type { ClockState } from '../api/live';

/** The region's clock between two frames: where it stood, when that was heard, and how fast it runs. */
export class ClockFace {
  private heardAt = 0;
  private base = 0;
  state: ClockState | null = null;

  set(state: ClockState, now: number): void {
    this.state = state;
    this.base = Date.parse(state.now);
    this.heardAt = now;
  }

  /** The estimated moment; it never runs more than a quarter of a minute of real time ahead of what was heard. */
  at(now: number): number {
    if (!this.state) return NaN;
    if (!this.state.running) return this.base;
    const speed = this.state.simulated ? this.state.trueSpeed || this.state.speed : 1;
    return this.base + Math.min(15_000, Math.max(0, now - this.heardAt)) * speed;
  }
}
