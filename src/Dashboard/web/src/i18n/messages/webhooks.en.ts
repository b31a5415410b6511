import type { Message } from '../message';

export const webhooks = {
  'webhooks.add': 'Add',
  'webhooks.address': 'Address',
  'webhooks.failing': 'failing since {since}: {reason}',
  'webhooks.fine': 'fine',
  'webhooks.hint': 'Other systems are told of published plans and stops made, signed as Standard Webhooks describes.',
  'webhooks.none': 'No address yet.',
  'webhooks.paused': 'paused: {reason}',
  'webhooks.remove': 'Remove',
  'webhooks.resume': 'Resume',
  'webhooks.secret': 'Signing key',
  'webhooks.secretHint': 'Copy it to the receiver now; it is not shown again.',
  'webhooks.told': 'Messages taken',
} as const satisfies Record<string, Message>;
