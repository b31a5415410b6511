import { describe, expect, it } from 'vitest';
import { NoAnswer } from '../src/api/client';
import { departureBy } from '../src/driver/departure';
import { CommandQueue } from '../src/offline/queue';
import { MemoryStorage } from './memoryStorage';

describe('a departure', () => {
  it('names the version of the order that the driver has', () => {
    expect(departureBy({ status: 'Issued', version: 3 })).toEqual({ version: 3 });
  });

  it('names none where there is no order to leave by, so that the server decides', () => {
    expect(departureBy(null)).toEqual({});
    expect(departureBy({ status: 'Cancelled', version: 3 })).toEqual({});
  });

  it('keeps the version that it was made with until there is a network', async () => {
    const bodies: unknown[] = [];
    let isReachable = false;
    const send = async (_: string, body: unknown) => {
      await Promise.resolve();
      if (!isReachable) throw new NoAnswer(null);
      bodies.push(body);
      return {};
    };
    const order = { status: 'Issued' as const, version: 1 };
    const queue = new CommandQueue('driver', send, new MemoryStorage(), () => 0 as unknown as ReturnType<typeof setTimeout>);
    void queue.add('/api/my/trips/0/depart', 'leave', departureBy(order));
    await Promise.resolve();
    order.version = 2;
    isReachable = true;
    await queue.flush();
    await queue.flush();
    expect(bodies).toMatchObject([{ version: 1 }]);
  });
});
