import type { Catalogue } from '../message';
import type { driverDesk as en } from './driverDesk.en';

export const driverDesk: Catalogue<keyof typeof en> = {
  'orders.answeredFor': '代司机答复：{reason}',
  'orders.onBehalf': '代司机签字的原因',
  'orders.onBehalfNow': '司机在仓库当面确认',
  'orders.onBehalfOf': '{name}，代司机：{reason}',
  'orders.revokeLink': '撤销司机链接',
  'orders.revoked': '该车当天的司机链接已全部失效。',
  'orders.takeBack': '代司机撤回异议',
  'orders.takeBackReason': '代司机撤回的原因',
  'orders.takenBack': '异议已撤回。',
  'refusal.attachment.over-quota': '今天的图片已满：每车或每人最多 {most} 张、{megabytes} MB。',
  'refusal.dispatch-order.on-behalf': '请写明代司机办理的原因（最多 500 字）。',
};
