import type { Catalogue } from '../message';
import type { visits as en } from './visits.en';

export const visits: Catalogue<keyof typeof en> = {
  'outcome.other': '其他原因',
  'outcome.outlet-closed': '店铺关门',
  'outcome.owner-absent': '店主不在',
  'outcome.price': '价格原因',
  'outcome.rival': '已进竞品',
  'outcome.stock-sufficient': '库存充足',

  'purpose.Cadence': '按频率',
  'purpose.ZeroUnvisited': '避免漏访',

  'unvisited.count': '{value} 家',
  'unvisited.intro': '按频率应拜访而未拜访的正常终端。签到并签退才算有效拜访，目标为零。',
  'unvisited.none': '没有未访问的终端。',

  'visits.calls': '{count} 家',
  'visits.driving': '路上 {time}',
  'visits.noReps': '您的范围内没有业务员。',
  'visits.notPlanned': '当天还没有拜访列表。',
  'visits.planAll': '计划 {count} 名业务员',
  'visits.postponed': '推迟 {count} 家',
  'visits.publishAll': '发布 {count} 个方案',

  'weekdays.All': '每天',
  'weekdays.Friday': '周五',
  'weekdays.Monday': '周一',
  'weekdays.MondayToFriday': '周一至周五',
  'weekdays.MondayToSaturday': '周一至周六',
  'weekdays.None': '–',
  'weekdays.Saturday': '周六',
  'weekdays.Sunday': '周日',
  'weekdays.Thursday': '周四',
  'weekdays.Tuesday': '周二',
  'weekdays.Wednesday': '周三',
};
