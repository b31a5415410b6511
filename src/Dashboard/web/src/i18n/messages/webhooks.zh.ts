import type { Catalogue } from '../message';
import type { webhooks as en } from './webhooks.en';

export const webhooks: Catalogue<keyof typeof en> = {
  'webhooks.add': '添加',
  'webhooks.address': '接收地址',
  'webhooks.failing': '自 {since} 起失败：{reason}',
  'webhooks.fine': '正常',
  'webhooks.hint': '发布计划、完成站点时，把签名消息发给其他系统（Standard Webhooks 格式）。',
  'webhooks.none': '还没有对接地址。',
  'webhooks.paused': '已暂停：{reason}',
  'webhooks.remove': '删除',
  'webhooks.resume': '恢复',
  'webhooks.secret': '签名密钥',
  'webhooks.secretHint': '请现在复制到接收方，以后不再显示。',
  'webhooks.told': '已送达',
};
