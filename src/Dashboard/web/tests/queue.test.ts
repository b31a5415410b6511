import { describe, expect, it } from 'vitest';
import { NoAnswer, Refusal } from '../src/api/client';
import { keepCopy, readCopy } from '../src/offline/copies';
import { CommandQueue, retryDelay } from '../src/offline/queue';
import { MemoryStorage } from './memoryStorage';

/** A server that applies a command id once and can be out of reach, before or after it has applied a command. */
class Server {
  readonly applied: string[] = [];
  private readonly answers = new Map<string, unknown>();
  reachable = true;
  loseAnswers = 0;
  refuse: string | null = null;

  readonly send = async (path: string, body: unknown): Promise<unknown> => {
    await Promise.resolve();
    if (!this.reachable) throw new NoAnswer(null);
    const { commandId } = body as { commandId: string };
    if (path === this.refuse) throw new Refusal(409, 'visit.not-started', {});
    if (!this.answers.has(commandId)) {
      this.applied.push(path);
      this.answers.set(commandId, { position: this.applied.length });
    }
    if (this.loseAnswers > 0) {
      this.loseAnswers--;
      throw new NoAnswer(null);
    }
    return this.answers.get(commandId);
  };
}

function setUp(storage = new MemoryStorage(), server = new Server()) {
  const retries: (() => void)[] = [];
  const later = (action: () => void) => {
    retries.push(action);
    return 0 as unknown as ReturnType<typeof setTimeout>;
  };
  const queue = new CommandQueue('rep', server.send, storage, later);
  return { queue, storage, server, retries };
}

describe('the command queue', () => {
  it('sends at once and answers the reply', async () => {
    const { queue, server, storage } = setUp();
    expect(await queue.add('/a', 'a', {})).toEqual({ position: 1 });
    expect(server.applied).toEqual(['/a']);
    expect(queue.commands.value).toEqual([]);
    expect(storage.length).toBe(0);
  });

  it('keeps commands without a network and sends them in order later', async () => {
    const { queue, server, retries } = setUp();
    server.reachable = false;
    expect(await queue.add('/a', 'a', {})).toBeNull();
    expect(await queue.add('/b', 'b', {})).toBeNull();
    expect(queue.waiting.value.map((command) => command.path)).toEqual(['/a', '/b']);
    expect(queue.offline.value).toBe(true);
    server.reachable = true;
    retries.at(-1)?.();
    await queue.flush();
    expect(server.applied).toEqual(['/a', '/b']);
    expect(queue.waiting.value).toEqual([]);
    expect(queue.offline.value).toBe(false);
  });

  it('applies a command once when the answer was lost on the way', async () => {
    const { queue, server } = setUp();
    server.loseAnswers = 1;
    expect(await queue.add('/a', 'a', {})).toBeNull();
    await queue.flush();
    expect(server.applied).toEqual(['/a']);
    expect(queue.commands.value).toEqual([]);
  });

  it('survives a closed page under the same command ids', async () => {
    const { queue, server, storage } = setUp();
    server.loseAnswers = 1;
    await queue.add('/a', 'a', { units: 3 });
    server.reachable = false;
    await queue.add('/b', 'b', {});
    const ids = queue.waiting.value.map((command) => command.commandId);
    const reopened = setUp(storage, server).queue;
    expect(reopened.waiting.value.map((command) => command.commandId)).toEqual(ids);
    server.reachable = true;
    await reopened.flush();
    expect(server.applied).toEqual(['/a', '/b']);
    expect(storage.length).toBe(0);
  });

  it('shows a refusal, keeps it until dismissed, and goes on with the rest', async () => {
    const { queue, server, storage } = setUp();
    server.reachable = false;
    await queue.add('/a', 'a', {});
    await queue.add('/b', 'b', {});
    server.reachable = true;
    server.refuse = '/a';
    await queue.flush();
    expect(server.applied).toEqual(['/b']);
    expect(queue.waiting.value).toEqual([]);
    expect(queue.refused.value.map((command) => command.refusal?.code)).toEqual(['visit.not-started']);
    expect(setUp(storage, server).queue.refused.value).toHaveLength(1);
    queue.dismiss(queue.refused.value[0].commandId);
    expect(storage.length).toBe(0);
  });

  it('throws the refusal of a command that is sent at once', async () => {
    const { queue, server } = setUp();
    server.refuse = '/a';
    await expect(queue.add('/a', 'a', {})).rejects.toBeInstanceOf(Refusal);
  });

  it('never sends the commands of someone else', async () => {
    const { queue, server, storage } = setUp();
    server.reachable = false;
    await queue.add('/a', 'a', {});
    server.reachable = true;
    const other = new CommandQueue('driver', server.send, storage);
    await other.flush();
    expect(server.applied).toEqual([]);
    expect(other.commands.value).toEqual([]);
  });

  it('waits from one second to half a minute', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map(retryDelay)).toEqual([1000, 2000, 4000, 8000, 16000, 30000, 30000]);
  });
});

describe('copies of reads', () => {
  it('come back as they were kept', () => {
    const storage = new MemoryStorage();
    keepCopy('/api/my/day', { stops: [1] }, storage);
    expect(readCopy('/api/my/day', storage)?.value).toEqual({ stops: [1] });
    expect(readCopy('/other', storage)).toBeNull();
  });

  it('make room by age when the storage is full', () => {
    const storage = new MemoryStorage();
    for (let index = 0; index < 120; index++) keepCopy(`/${index}`, 'x'.repeat(50), storage);
    storage.limit = [...Array(storage.length).keys()].reduce((sum, index) => sum + (storage.getItem(storage.key(index) ?? '')?.length ?? 0), 0);
    keepCopy('/new', 'y'.repeat(60), storage);
    expect(readCopy('/new', storage)?.value).toBe('y'.repeat(60));
  });
});
