import type { Catalogue } from '../message';
import type { shell as en } from './shell.en';

export const shell: Catalogue<keyof typeof en> = {
  'app.name': 'Territory',

  'clock.branch': '分支',
  'clock.label': '时钟',
  'clock.live': '实时',
  'clock.pause': '暂停模拟市场',
  'clock.paused': '已暂停',
  'clock.play': '运行模拟市场',
  'clock.simulated': '模拟',
  'clock.slower': '实际 {value} 倍，低于设定',
  'clock.speed': '速度',
  'clock.times': '{value} 倍',
  'clock.trueSpeed': '实际 {value} 倍',
  'clock.trueSpeedHint': '时钟实际达到的速度',

  'connection.age': '数据为 {seconds} 秒前',
  'connection.connecting': '连接中',
  'connection.live': '已连接',
  'connection.reconnecting': '重新连接中',

  'keys.clear': '取消选择，关闭窗口',
  'keys.extend': '配合 J、K 连选',
  'keys.lock': '锁定或解锁',
  'keys.move': '移动到…',
  'keys.next': '列表下一项',
  'keys.open': '打开所选项',
  'keys.palette': '搜索与页面',
  'keys.play': '运行或暂停时钟',
  'keys.previous': '列表上一项',
  'keys.redo': '重做',
  'keys.reoptimise': '重新优化',
  'keys.search': '搜索',
  'keys.sheet': '本说明',
  'keys.title': '键盘快捷键',
  'keys.tray': '移到待排区',
  'keys.undo': '撤销',
  'keys.versions': '当日方案版本',
  'keys.why': '为什么',

  'language.label': '语言',

  'nav.areas': '功能区',
  'nav.board': '今日调度',
  'nav.dispatchOrders': '派遣单',
  'nav.following': '跟踪',
  'nav.keys': '快捷键',
  'nav.outlets': '终端',
  'nav.people': '人员',
  'nav.schedule': '补货排程',
  'nav.skip': '跳到内容',
  'nav.unvisited': '未访问',
  'nav.visits': '拜访计划',
  'nav.webhooks': '对接',

  'page.missing': '没有这个页面。',

  'region.label': '区域',
  'region.none': '还没有区域，或不在您的范围内。',

  'settings.tenThousands': '大数用万、亿表示',

  'state.loading': '加载中…',
  'state.loadingMap': '正在加载地图…',
  'state.pageMissing': '页面无法加载。',
  'state.stale': '没有网络，数据截至 {time}。',
};
