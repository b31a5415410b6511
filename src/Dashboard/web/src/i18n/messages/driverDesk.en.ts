import type { Message } from '../message';

export const driverDesk = {
  'orders.answeredFor': 'Answered in the driver’s place: {reason}',
  'orders.onBehalf': 'In the driver’s place, because',
  'orders.onBehalfNow': 'said so in person at the depot',
  'orders.onBehalfOf': '{name}, in the driver’s place: {reason}',
  'orders.revokeLink': 'Revoke driver link',
  'orders.revoked': 'The driver links of this vehicle’s day hold no more.',
  'orders.takeBack': 'Take the objection back',
  'orders.takeBackReason': 'In the driver’s place, because',
  'orders.takenBack': 'The objection is taken back.',
  'refusal.attachment.over-quota': 'No more pictures today: at most {most} and {megabytes} MB for a vehicle or rep.',
  'refusal.dispatch-order.on-behalf': 'Say why you speak in the driver’s place (at most 500 characters).',
} as const satisfies Record<string, Message>;
