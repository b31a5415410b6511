import { signal } from '@preact/signals';
import type { Candidates } from '../../api/expansion';
import { browserStorage } from '../../offline/copies';

const prefix = 'territory.candidates.';

/** The candidate regions that one person is asking of; the scorecard and the wave plan ask of the same, also after the page was closed. */
export class Draft {
  readonly candidates = signal<Candidates | null>(null);
  /** False where the browser keeps nothing, and what is on the page goes with it. */
  readonly kept = signal(true);

  private owner: string | null = null;

  constructor(private readonly storage: Storage | null = browserStorage()) {}

  /** Takes up what this person left; nobody sees another's. */
  open(owner: string): void {
    if (this.owner === owner) return;
    this.owner = owner;
    this.candidates.value = this.read();
    this.kept.value = true;
  }

  put(next: Candidates | null): void {
    this.candidates.value = next;
    if (this.owner === null) return;
    try {
      if (next === null) this.storage?.removeItem(prefix + this.owner);
      else if (this.storage) this.storage.setItem(prefix + this.owner, JSON.stringify(next));
      this.kept.value = next === null || this.storage !== null;
    } catch {
      // What lies there is older than what is on the page.
      this.storage?.removeItem(prefix + this.owner);
      this.kept.value = false;
    }
  }

  private read(): Candidates | null {
    try {
      const text = this.storage?.getItem(prefix + this.owner);
      return text ? (JSON.parse(text) as Candidates) : null;
    } catch {
      return null;
    }
  }
}
