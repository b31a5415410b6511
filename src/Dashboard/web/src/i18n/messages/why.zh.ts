import type { Catalogue } from '../message';
import type { why as en } from './why.en';

export const why: Catalogue<keyof typeof en> = {
  'why.all.Closed': '该店当天不营业。',
  'why.all.NoRoad': '没有道路可达。',
  'why.all.OutOfService': '没有可用且有空位的车辆。',
  'why.all.Trips': '每辆有空位的车都会超过每班趟次。',
  'why.all.VehicleLimit': '每辆有空位的车都受限行，无法到店。',
  'why.allDepotHours': '每辆有空位的车都会晚于仓库时间至少 {time} 发车。',
  'why.allLate': '每辆有空位的车都会晚至少 {time}。',
  'why.allOverShift': '每辆有空位的车都会超出班次至少 {time}。',
  'why.applied': '已为 {name} 调整',
  'why.apply': '采用此办法',
  'why.cheaperThere': '仅就该站而言，排给 {vehicle} 可省 {price}。',
  'why.dearerThere': '其他最佳位置在 {vehicle}，将多花 {price}。',
  'why.fits': '{vehicle} 可以接下，不违反任何规则。',
  'why.fix': '最省的办法：{what}，需 {price}。',
  'why.full': '{count} 辆车都已满载。',
  'why.here': '现排给 {vehicle}。',
  'why.isHere': '当前位置',
  'why.mixed': '有空位的车都会违反某条规则，详见下表。',
  'why.moveThere': '移到此处',
  'why.noVehicle': '没有可用车辆。',
  'why.onlyVehicle': '没有其他可用车辆。',
  'why.options': '各车辆',
  'why.othersBreak': '其他车辆都会违反规则。',
  'why.title': '原因：{name}',
};
