import { computed, signal } from '@preact/signals';
import { get, NoAnswer, post, remove, setClientHooks, setCsrf } from '../api/client';
import type { Role, Session, SessionUser } from '../api/people';
import { forgetCopies, keepCopy, readCopy } from '../offline/copies';

export const user = signal<SessionUser | null>(null);
export const sessionState = signal<'loading' | 'known' | 'unreachable'>('loading');
export const role = computed<Role | null>(() => user.value?.role ?? null);

const mayPlanDeliveries: readonly Role[] = ['administrator', 'planner', 'dispatcher'];
const mayPlanVisits: readonly Role[] = ['administrator', 'planner', 'supervisor'];
const mayUseLab: readonly Role[] = ['administrator', 'planner'];
const maySetClock: readonly Role[] = ['administrator', 'planner', 'dispatcher'];

export const rights = computed(() => {
  const mine = role.value;
  return {
    planDeliveries: mine !== null && mayPlanDeliveries.includes(mine),
    planVisits: mine !== null && mayPlanVisits.includes(mine),
    setClock: mine !== null && maySetClock.includes(mine),
    lab: mine !== null && mayUseLab.includes(mine),
    people: mine === 'administrator',
    board: mine !== null && mine !== 'rep' && mine !== 'driver',
    field: mine === 'rep' || mine === 'driver',
  };
});

const sessionPath = '/api/session';

setClientHooks({
  onSignedOut: () => {
    user.value = null;
  },
  renewToken: async () => (await askSession()).csrf,
});

let asking: Promise<Session> | null = null;
/** How often somebody signed in or out here: what was asked before no longer counts. */
let turns = 0;

/** Who is asking, as the server knows it; one question at a time. */
async function askSession(): Promise<Session> {
  const turn = turns;
  const question = (asking ??= get<Session>(sessionPath));
  const session = await question.finally(() => {
    if (asking === question) asking = null;
  });
  if (turn === turns) take(session);
  return session;
}

function beginTurn(): void {
  turns++;
  asking = null;
}

function enter(session: Session): void {
  beginTurn();
  take(session);
}

export async function loadSession(): Promise<void> {
  try {
    await askSession();
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    // A phone without a network opens with what it knew; commands wait in the queue until the server answers.
    const copy = readCopy<Session>(sessionPath);
    if (copy?.value.user) take(copy.value);
    else if (sessionState.peek() === 'loading') sessionState.value = 'unreachable';
  }
}

export async function signIn(email: string, password: string): Promise<void> {
  enter(await post<Session>(sessionPath, { email, password }));
}

export async function join(token: string, name: string, email: string, password: string): Promise<void> {
  const body = { token, name, password, ...(email === '' ? {} : { email }) };
  enter(await post<Session>('/api/invitations/accept', body));
}

/** Opens the day that a driver's link is for. */
export async function followLink(token: string): Promise<void> {
  enter(await post<Session>('/api/driver-link', { token }));
}

export async function signOut(): Promise<void> {
  await remove<Session | null>(sessionPath);
  beginTurn();
  forgetCopies();
  user.value = null;
  // Signing out ends the token too; the next sign-in needs a fresh one.
  await loadSession();
}

function take(session: Session): void {
  setCsrf(session.csrf);
  user.value = session.user;
  sessionState.value = 'known';
  if (session.user && (session.user.role === 'rep' || session.user.role === 'driver')) keepCopy(sessionPath, session);
}
