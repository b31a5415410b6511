import type { Catalogue } from '../message';
import type { map as en } from './map.en';

export const map: Catalogue<keyof typeof en> = {
  'map.areas': '责任区',
  'map.colourBy': '终端着色',
  'map.cover': '库存天数',
  'map.home': '显示整个区域',
  'map.label': '地图',
  'map.noGraphics': '此浏览器无法绘制地图（缺少 WebGL 2）。终端列表显示同样的内容。',
  'map.routes': '线路',
  'map.visit': '上次拜访',
  'map.zoomIn': '放大',
  'map.zoomOut': '缩小',

  'ramp.cover.1': '不足 1 天',
  'ramp.cover.14': '7 至 14 天',
  'ramp.cover.3': '1 至 3 天',
  'ramp.cover.7': '3 至 7 天',
  'ramp.cover.more': '14 天及以上',
  'ramp.visit.14': '8 至 14 天',
  'ramp.visit.21': '15 至 21 天',
  'ramp.visit.28': '22 至 28 天',
  'ramp.visit.7': '7 天以内',
  'ramp.visit.more': '超过 28 天',

  'tip.cover': '库存 {days} 天',
  'tip.never': '从未',
  'tip.neverVisited': '从未拜访',
  'tip.noSales': '尚无销量',
  'tip.outOfStock': '{listed} 个品项中 {count} 个断货',
  'tip.sinceVisit': '{value} 天前拜访',
};
