import type { Catalogue } from '../message';
import type { board as en } from './board.en';

export const board: Catalogue<keyof typeof en> = {
  'bar.label': '异常与版本',

  'board.deliveries': '配送',
  'board.detail': '详情',
  'board.inspector': '信息栏',
  'board.unserved': '未安排',
  'board.unservedCount': '未安排（{value}）',

  'detail.lowest': '库存天数最低的产品',
  'detail.nothing': '请在地图或列表中选择终端、线路或车辆。',

  'drag.nowhere': '拖到线路、车辆或待排区',

  'drawer.close': '收起',
  'drawer.label': '时刻表与在途',
  'drawer.movers': '在途',
  'drawer.open': '展开',
  'drawer.tally': '行驶 {travelling} · 在店 {atStop} · 未上班 {offDuty}',
  'drawer.timetable': '时刻表',

  'exception.capacity': '超载',
  'exception.habit': '偏离惯例',
  'exception.label': '异常',
  'exception.late': '迟到风险',
  'exception.rules': '其他违规',
  'exception.unserved': '未安排',

  'fact.activity': '状态',
  'fact.address': '地址',
  'fact.balance': '欠款余额',
  'fact.cover': '库存天数',
  'fact.distributor': '经销商',
  'fact.driver': '司机',
  'fact.lastVisit': '上次拜访',
  'fact.nextVisit': '下次拜访',
  'fact.ofListed': '{value}/{listed} 个品项',
  'fact.openOrders': '未完成订单',
  'fact.outOfStock': '断货',
  'fact.owner': '店主',
  'fact.phone': '电话',
  'fact.position': '位置',
  'fact.rep': '业务员',
  'fact.sinceVisit': '距上次拜访',
  'fact.vehicleType': '车型',

  'gantt.earlier': '更早',
  'gantt.later': '更晚',
  'gantt.row': '{vehicle}，{count} 站',
  'gantt.stop': '{name}，{from} 至 {to}',
  'gantt.wholeDay': '全天',

  'habit.earlier': '比惯例早 {time}',
  'habit.lastWeek': '与上周同日计划相比',
  'habit.later': '比惯例晚 {time}',
  'habit.threshold': '{minutes} 分钟以上',
  'habit.versionBefore': '与上一版本相比',

  'idle.brokeDown': '故障',
  'idle.title': '空闲车辆',

  'lasso.hint': '拖动圈选站点，或依次点击各角点，再点起点或按回车闭合；Ctrl 追加，Esc 退出。',
  'lasso.inView': '选择视野内的站点',
  'lasso.start': '套索圈选（Shift 加拖动）',

  'legend.atStop': '在店',
  'legend.cover': '库存天数',
  'legend.never': '从未拜访',
  'legend.noSales': '尚无销量',
  'legend.outOfStock': '有断货品项',
  'legend.rep': '业务员',
  'legend.vehicle': '车辆',
  'legend.visit': '距上次拜访天数',

  'list.and': '，并',
  'list.more': '另有 {count} 项',
  'list.separator': '；',

  'menu.day': '全天操作',
  'menu.of': '{name} 的操作',

  'movers.none': '当前视野内没有人员和车辆。',

  'pick.clear': '清除',
  'pick.expand': '展开全部线路',
  'pick.label': '选择站点',
  'pick.many': '多选',

  'risk.late': '按目前进度将晚 {time}',
  'risk.tight': '按目前进度时间紧张',

  'timetable.none': '没有线路，请先做计划。',

  'tray.held': '暂不安排：{reason}',
  'tray.place': '安排',
  'tray.title': '待排区',
};
