import { computed, signal } from '@preact/signals';
import { newCommandId, NoAnswer, Refusal, BadRequest } from '../api/client';
import { browserStorage } from './copies';

/** A command that waits until the server has answered it. */
export interface QueuedCommand {
  commandId: string;
  /** Whose command it is; only their own session sends it. */
  user: string;
  order: number;
  path: string;
  body: Readonly<Record<string, unknown>>;
  /** What the queue shows, for example the outlet's name. */
  label: string;
  madeAt: number;
  /** Set when the server said no; it stays until the person has read it. */
  refusal?: { code: string; detail: Record<string, string> };
}

export type Send = (path: string, body: unknown) => Promise<unknown>;

type Outcome = { done: true; answer: unknown } | { done: false; refusal: Refusal | BadRequest };

const prefix = 'territory.command.';
const firstRetryMilliseconds = 1000;
const slowestRetryMilliseconds = 30_000;
const limit = 2000;

/**
 * Commands in the order they were made, kept on the device until the server acknowledges each.
 * Every command carries its own id, so sending one twice applies it once. A refusal does not hold up the rest.
 */
export class CommandQueue {
  readonly commands = signal<readonly QueuedCommand[]>([]);
  readonly waiting = computed(() => this.commands.value.filter((command) => !command.refusal));
  readonly refused = computed(() => this.commands.value.filter((command) => command.refusal));
  /** Whether the last attempt found no server. */
  readonly offline = signal(false);

  private sending: Promise<void> | null = null;
  private attempt = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private readonly outcomes = new Map<string, (outcome: Outcome) => void>();

  constructor(
    private readonly user: string,
    private readonly send: Send,
    private readonly storage: Storage | null = browserStorage(),
    private readonly later: (action: () => void, milliseconds: number) => ReturnType<typeof setTimeout> = (action, milliseconds) => setTimeout(action, milliseconds),
  ) {
    this.commands.value = this.read();
  }

  /**
   * Stores the command and tries to send it. Answers the server's reply when it comes while the page is open;
   * `null` when there is no network and the command waits.
   */
  async add(path: string, label: string, body: Readonly<Record<string, unknown>>, commandId: string = newCommandId()): Promise<unknown> {
    if (this.commands.value.length >= limit) throw new Refusal(0, 'queue.full', { limit: String(limit) });
    const command: QueuedCommand = {
      commandId,
      user: this.user,
      order: this.nextOrder(),
      path,
      label,
      body,
      madeAt: Date.now(),
    };
    this.write(command);
    this.commands.value = [...this.commands.value, command];
    const outcome = new Promise<Outcome | null>((resolve) => {
      this.outcomes.set(command.commandId, resolve);
      void this.flush().then(() => resolve(null));
    });
    const result = await outcome;
    this.outcomes.delete(command.commandId);
    if (result === null) return null;
    if (!result.done) throw result.refusal;
    return result.answer;
  }

  /** Sends what waits, oldest first, until all is answered or the server cannot be reached. */
  flush(): Promise<void> {
    clearTimeout(this.retry);
    this.sending ??= this.drain().finally(() => {
      this.sending = null;
      // A command added while the last one was being answered must not wait for the next occasion.
      if (this.waiting.value.length > 0 && !this.offline.value) void this.flush();
    });
    return this.sending;
  }

  dismiss(commandId: string): void {
    this.drop(commandId);
  }

  stop(): void {
    clearTimeout(this.retry);
  }

  private async drain(): Promise<void> {
    for (let next = this.waiting.value[0]; next; next = this.waiting.value[0]) {
      try {
        const answer = await this.send(next.path, { ...next.body, commandId: next.commandId });
        this.attempt = 0;
        this.offline.value = false;
        this.drop(next.commandId);
        this.outcomes.get(next.commandId)?.({ done: true, answer });
      } catch (error) {
        if (error instanceof NoAnswer || (error instanceof Refusal && error.status === 401)) {
          this.offline.value = true;
          this.retry = this.later(() => void this.flush(), retryDelay(this.attempt++));
          return;
        }
        this.offline.value = false;
        const refusal = error instanceof Refusal || error instanceof BadRequest ? error : new Refusal(0, 'queue.failed', { reason: String(error) });
        const code = refusal instanceof Refusal ? refusal.code : 'request.malformed';
        const detail = refusal instanceof Refusal ? { ...refusal.detail } : { rule: refusal.message };
        const kept = { ...next, refusal: { code, detail } };
        this.write(kept);
        this.commands.value = this.commands.value.map((command) => (command.commandId === kept.commandId ? kept : command));
        this.outcomes.get(next.commandId)?.({ done: false, refusal });
      }
    }
  }

  private drop(commandId: string): void {
    const command = this.commands.value.find((each) => each.commandId === commandId);
    if (command) this.storage?.removeItem(keyOf(command));
    this.commands.value = this.commands.value.filter((each) => each.commandId !== commandId);
  }

  private write(command: QueuedCommand): void {
    this.storage?.setItem(keyOf(command), JSON.stringify(command));
  }

  private nextOrder(): number {
    return Math.max(Date.now(), 1 + (this.commands.value.at(-1)?.order ?? 0));
  }

  private read(): QueuedCommand[] {
    const found: QueuedCommand[] = [];
    for (let index = 0; index < (this.storage?.length ?? 0); index++) {
      const key = this.storage?.key(index);
      if (!key?.startsWith(prefix)) continue;
      try {
        const command = JSON.parse(this.storage?.getItem(key) ?? '') as QueuedCommand;
        if (command.user === this.user) found.push(command);
      } catch {
        // A half-written entry was never confirmed to anyone; it is left where it is.
      }
    }
    return found.sort((a, b) => a.order - b.order);
  }
}

/** Doubling waits between 1 s and 30 s. */
export function retryDelay(attempt: number): number {
  return Math.min(slowestRetryMilliseconds, firstRetryMilliseconds * 2 ** attempt);
}

function keyOf(command: QueuedCommand): string {
  return `${prefix}${String(command.order).padStart(16, '0')}.${command.commandId}`;
}
