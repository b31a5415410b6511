import { newCommandId } from '../api/client';
import { t } from '../i18n/i18n';
import { user } from '../session/session';
import { fieldQueue } from './fieldQueue';

const widest = 1024;
/** What the phone keeps until there is a network; its storage holds some five million characters. */
const mostBytes = 80_000;

/** Makes a photograph small enough to wait on the phone; null where the file is no picture. */
export async function shrink(file: Blob): Promise<string | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  for (let side = widest; ; side = Math.round(side * 0.75)) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const content = base64Of(canvas.toDataURL('image/jpeg', 0.7));
    if (bytesOf(content) <= mostBytes || side < 128) return content;
  }
}

export function base64Of(dataUrl: string): string {
  return dataUrl.slice(dataUrl.indexOf(',') + 1);
}

export function bytesOf(base64: string): number {
  return Math.floor((base64.length * 3) / 4);
}

/** Gives a picture to the queue and answers the id by which a later command names it. */
export function sendPicture(content: string, name: string, what: 'photo' | 'signature'): string {
  const queue = fieldQueue.peek();
  if (!queue) throw new Error('No one is signed in.');
  const id = newCommandId();
  const path = `/api/regions/${encodeURIComponent(user.peek()?.region ?? '')}/attachments`;
  // A refusal stays in the queue's list for the person to read.
  queue.add(path, t('queue.label', { name, what: t(`picture.${what}`) }), { content }, id).catch(() => undefined);
  return id;
}
