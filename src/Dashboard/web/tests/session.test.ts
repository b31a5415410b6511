import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryStorage } from './memoryStorage';

interface Asked {
  method: string;
  token: string | null;
  answer: (body: unknown) => void;
}

const nobody = { csrf: 'first', user: null };
const somebody = { csrf: 'second', user: { id: 'p1', name: 'Li', role: 'planner' } };

describe('who is asking', { timeout: 20_000 }, () => {
  let asked: Asked[];
  const settle = () => new Promise((resolve) => setTimeout(resolve));

  beforeEach(() => {
    asked = [];
    vi.resetModules();
    vi.stubGlobal('localStorage', new MemoryStorage());
    vi.stubGlobal('fetch', (_: string, request: RequestInit) =>
      new Promise<Response>((resolve) => {
        const headers = request.headers as Record<string, string>;
        asked.push({ method: request.method!, token: headers['X-Territory-Csrf'] ?? null, answer: (body) => resolve(new Response(JSON.stringify(body))) });
      }),
    );
  });

  afterEach(() => vi.unstubAllGlobals());

  it('a command that is quicker than the first answer waits for its token', async () => {
    const { loadSession, join, user } = await import('../src/session/session');
    void loadSession();
    const joined = join('link', 'Li', '', 'a password');
    await settle();
    expect(asked.map((each) => each.method)).toEqual(['GET']);

    asked[0].answer(nobody);
    await settle();
    expect(asked.map((each) => [each.method, each.token])).toEqual([['GET', null], ['POST', 'first']]);
    asked[1].answer(somebody);
    await joined;
    expect(user.value?.id).toBe('p1');
  });

  it('what was asked before somebody signed in no longer counts', async () => {
    const { loadSession, signIn, user } = await import('../src/session/session');
    const first = loadSession();
    await settle();
    asked[0].answer(nobody);
    await first;
    const slow = loadSession();
    const signedIn = signIn('li@example.com', 'a password');
    await settle();
    asked[2].answer(somebody);
    await signedIn;
    asked[1].answer(nobody);
    await slow;
    expect(user.value?.id).toBe('p1');
  });
});
