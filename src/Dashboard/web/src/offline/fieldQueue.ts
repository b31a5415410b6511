import { effect, signal } from '@preact/signals';
import { post } from '../api/client';
import { user } from '../session/session';
import { CommandQueue } from './queue';

/** The signed-in person's queue of commands from the field; null for desk roles. */
export const fieldQueue = signal<CommandQueue | null>(null);

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
