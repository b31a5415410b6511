const fluentMilliseconds = 50;
const newestShare = 0.3;
// A longer gap is a pause between movements, or a tab that was hidden.
const pauseMilliseconds = 1000;

interface Moving {
  on(type: 'movestart' | 'render', heard: () => void): unknown;
  isMoving(): boolean;
}

/** How long a map takes from one frame to the next while it moves, as it showed before. */
export class MovementPace {
  private mean = 0;
  private last = Number.NaN;

  constructor(
    private readonly map: Moving,
    private readonly now: () => number = () => performance.now(),
  ) {
    map.on('movestart', () => (this.last = Number.NaN));
    map.on('render', () => this.rendered());
  }

  /** Whether a movement looks like one here; a map that has not moved yet may try. */
  get isFluent(): boolean {
    return this.mean < fluentMilliseconds;
  }

  private rendered(): void {
    const at = this.now();
    const took = at - this.last;
    this.last = at;
    if (!this.map.isMoving() || !(took < pauseMilliseconds)) return;
    this.mean = this.mean === 0 ? took : this.mean + newestShare * (took - this.mean);
  }
}
