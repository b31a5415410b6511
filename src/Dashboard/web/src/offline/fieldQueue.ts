import { effect, signal } from '@preact/signals';
import { post } from '../api/client';
import { t } from '../i18n/i18n';
import { user } from '../session/session';
import { CommandQueue } from './queue';

/** The signed-in person's queue of commands from the field; null for desk roles. */
export const fieldQueue = signal<CommandQueue | null>(null);

export type FieldCommand =
  | 'start-visit'
  | 'record-step'
  | 'count-stock'
  | 'place-order'
  | 'complete-visit'
  | 'receive-delivery'
  | 'receive-payment';

/** Gives a command about an outlet to the queue, which sends it now or once there is a network; resolves as the queue's `add` does. */
export async function sendFromField(terminal: string, name: string, verb: FieldCommand, body: Record<string, unknown>): Promise<unknown> {
  const queue = fieldQueue.peek();
  if (!queue) throw new Error('No one is signed in.');
  return queue.add(`/api/terminals/${encodeURIComponent(terminal)}/${verb}`, t('queue.label', { name, what: t(`command.${verb}`) }), body);
}

/** Gives a command about the driver's own vehicle or its order to the queue. */
export async function sendOfTrip(path: string, label: string, body: Record<string, unknown>): Promise<unknown> {
  const queue = fieldQueue.peek();
  if (!queue) throw new Error('No one is signed in.');
  return queue.add(path, label, body);
}

/** Whether commands about an outlet wait for a network. */
export function isQueued(terminal: string): boolean {
  return fieldQueue.value?.waiting.value.some((command) => command.path.includes(`/${encodeURIComponent(terminal)}/`)) ?? false;
}

let owner: string | null = null;

effect(() => {
  const me = user.value;
  const id = me && (me.role === 'rep' || me.role === 'driver') ? me.id : null;
  if (id === owner) return;
  owner = id;
  fieldQueue.peek()?.stop();
  const queue = id === null ? null : new CommandQueue(id, post);
  fieldQueue.value = queue;
  if (queue && queue.waiting.peek().length > 0) void queue.flush();
});

if (typeof window !== 'undefined') {
  addEventListener('online', () => void fieldQueue.peek()?.flush());
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && (fieldQueue.peek()?.waiting.peek().length ?? 0) > 0) void fieldQueue.peek()?.flush();
  });
}
