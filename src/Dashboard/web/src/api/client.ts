/** What is wrong with one field of a request. */
export interface InputProblem {
  code: string;
  field?: string | null;
  value?: string | null;
  /** Of a file. */
  line?: number | null;
  rule: string;
}

/** The server said no, with a code the page localises by. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: Readonly<Record<string, string>>,
  ) {
    super(code);
  }
}

/** The request itself was malformed; every problem is listed. */
export class BadRequest extends Error {
  constructor(readonly problems: readonly InputProblem[]) {
    super(problems.map((problem) => problem.rule).join(' '));
  }
}

/** No answer arrived, or the server failed: the outcome is unknown and the same command may be sent again. */
export class NoAnswer extends Error {
  constructor(
    readonly status: number | null,
    cause?: unknown,
  ) {
    super(status === null ? 'The server did not answer.' : `The server failed with ${status}.`, { cause });
  }
}

interface Hooks {
  /** Called when the server no longer knows who is asking. */
  onSignedOut: () => void;
  /** Fetches a fresh token after the server refused the old one. */
  renewToken: () => Promise<string>;
}

let csrf = '';
let hooks: Hooks = { onSignedOut: () => undefined, renewToken: () => Promise.resolve(csrf) };

export function setCsrf(token: string): void {
  csrf = token;
}

export function setClientHooks(next: Hooks): void {
  hooks = next;
}

export function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return send<T>('GET', path, undefined, signal);
}

export function post<T>(path: string, body: unknown): Promise<T> {
  return send<T>('POST', path, body);
}

export function put<T>(path: string, body: unknown): Promise<T> {
  return send<T>('PUT', path, body);
}

export function patch<T>(path: string, body: unknown): Promise<T> {
  return send<T>('PATCH', path, body);
}

export function remove<T>(path: string, body?: unknown): Promise<T> {
  return send<T>('DELETE', path, body);
}

/** A fresh id under which the server applies a command once, however often it is sent. */
export function newCommandId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  // Plain http on a local network has no randomUUID, but has getRandomValues.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

async function send<T>(method: string, path: string, body?: unknown, signal?: AbortSignal, mayRenew = true): Promise<T> {
  // Whoever is quicker than the page's first answer waits for its token.
  if (method !== 'GET' && csrf === '') csrf = await hooks.renewToken();
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method !== 'GET') headers['X-Territory-Csrf'] = csrf;
  if (body !== undefined) headers['content-type'] = 'application/json';

  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new NoAnswer(null, cause);
  }

  const text = await response.text().catch(() => '');
  const json = parse(text);
  if (response.ok) return json as T;

  const code = typeof json?.code === 'string' ? json.code : `http.${response.status}`;
  if (response.status >= 500 || response.status === 408 || response.status === 429) throw new NoAnswer(response.status);
  if (method !== 'GET' && mayRenew && code === 'request.csrf') {
    csrf = await hooks.renewToken();
    return send<T>(method, path, body, signal, false);
  }
  if (response.status === 401 && code !== 'session.rejected') hooks.onSignedOut();
  if (Array.isArray(json?.problems)) throw new BadRequest(json.problems as InputProblem[]);
  throw new Refusal(response.status, code, (json?.detail as Record<string, string> | undefined) ?? {});
}

function parse(text: string): Record<string, unknown> | null {
  if (text === '') return null;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}
