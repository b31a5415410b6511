import type { Message } from '../message';

export const board = {
  'bar.label': 'Exceptions and version',

  'board.deliveries': 'Deliveries',
  'board.detail': 'Details',
  'board.inspector': 'Inspector',
  'board.unserved': 'Not served',
  'board.unservedCount': { one: 'Not served ({value})', other: 'Not served ({value})' },

  'detail.lowest': 'Lowest cover',
  'detail.nothing': 'Choose an outlet, a route or a vehicle on the map or in a list.',

  'drag.nowhere': 'Drop on a route, a vehicle or the tray',

  'drawer.close': 'Close the drawer',
  'drawer.label': 'Timetable and movers',
  'drawer.movers': 'On the road',
  'drawer.open': 'Open the drawer',
  'drawer.tally': '{travelling} travelling · {atStop} at a stop · {offDuty} off duty',
  'drawer.timetable': 'Timetable',

  'exception.capacity': 'Over capacity',
  'exception.habit': 'Far from habit',
  'exception.label': 'Exceptions',
  'exception.late': 'Late risk',
  'exception.rules': 'Other rules',
  'exception.unserved': 'Unserved',

  'fact.activity': 'Activity',
  'fact.address': 'Address',
  'fact.balance': 'Balance',
  'fact.cover': 'Days of cover',
  'fact.distributor': 'Distributor',
  'fact.driver': 'Driver',
  'fact.lastVisit': 'Last visit',
  'fact.nextVisit': 'Next visit',
  'fact.ofListed': '{value} of {listed} listed',
  'fact.openOrders': 'Open orders',
  'fact.outOfStock': 'Out of stock',
  'fact.owner': 'Owner',
  'fact.phone': 'Phone',
  'fact.position': 'Position',
  'fact.rep': 'Rep',
  'fact.sinceVisit': 'Since last visit',
  'fact.vehicleType': 'Type',

  'gantt.earlier': 'Earlier',
  'gantt.later': 'Later',
  'gantt.row': { one: '{vehicle}, {count} stop', other: '{vehicle}, {count} stops' },
  'gantt.stop': '{name}, {from} to {to}',
  'gantt.wholeDay': 'Whole day',

  'habit.earlier': '{time} earlier than usual',
  'habit.lastWeek': 'Against the same weekday last week',
  'habit.later': '{time} later than usual',
  'habit.threshold': '{minutes} min or more',
  'habit.versionBefore': 'Against the version before',

  'idle.brokeDown': 'Broke down',
  'idle.title': 'Vehicles without a route',

  'lasso.hint': 'Drag around stops, or click corner points and then the first one again or Enter. Ctrl adds, Esc leaves.',
  'lasso.inView': 'Choose the stops in view',
  'lasso.start': 'Choose with a lasso (Shift and drag)',

  'legend.atStop': 'At a stop',
  'legend.cover': 'Days of stock cover',
  'legend.never': 'Never visited',
  'legend.noSales': 'No sales yet',
  'legend.outOfStock': 'Products out of stock',
  'legend.rep': 'Rep',
  'legend.vehicle': 'Vehicle',
  'legend.visit': 'Days since last visit',

  'list.and': ' and ',
  'list.more': '{count} more',
  'list.separator': '; ',

  'menu.day': 'What can be done to the day',
  'menu.of': 'What can be done with {name}',

  'movers.none': 'No one is in this view.',

  'pick.clear': 'Clear',
  'pick.expand': 'Open all routes',
  'pick.label': 'Choosing stops',
  'pick.many': 'Choose several',

  'risk.late': '{time} late as things stand',
  'risk.tight': 'Tight as things stand',

  'timetable.none': 'No routes to show. Plan a day first.',

  'tray.held': 'Held back: {reason}',
  'tray.place': 'Place',
  'tray.title': 'Tray',
} as const satisfies Record<string, Message>;
