/** Our own script time per drawn frame, all layers together, over the last few hundred frames. */
export class FrameCost {
  private readonly samples = new Float64Array(600);
  private written = 0;
  private frame: unknown = null;

  /** @param frameNow Names the frame being made; the document's timeline stands still meanwhile. */
  constructor(private readonly frameNow: () => unknown = () => document.timeline.currentTime) {}

  add(milliseconds: number): void {
    const frame = this.frameNow();
    if (frame === null || frame !== this.frame) this.samples[this.written++ % this.samples.length] = 0;
    this.frame = frame;
    this.samples[(this.written - 1) % this.samples.length] += milliseconds;
  }

  summary(): { frames: number; mean: number; p95: number; max: number } {
    const kept = Math.min(this.written, this.samples.length);
    const sorted = this.samples.slice(0, kept).sort();
    const total = sorted.reduce((sum, each) => sum + each, 0);
    return {
      frames: this.written,
      mean: kept === 0 ? 0 : total / kept,
      p95: kept === 0 ? 0 : sorted[Math.min(kept - 1, Math.floor(kept * 0.95))],
      max: kept === 0 ? 0 : sorted[kept - 1],
    };
  }

  reset(): void {
    this.written = 0;
    this.frame = null;
  }
}
