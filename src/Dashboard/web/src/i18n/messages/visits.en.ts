import type { Message } from '../message';

export const visits = {
  'outcome.other': 'Other reason',
  'outcome.outlet-closed': 'Outlet closed',
  'outcome.owner-absent': 'Owner absent',
  'outcome.price': 'Price',
  'outcome.rival': 'Bought from a rival',
  'outcome.stock-sufficient': 'Stock is sufficient',

  'purpose.Cadence': 'Frequency',
  'purpose.ZeroUnvisited': 'Would stay unvisited',

  'unvisited.count': { one: '{value} outlet', other: '{value} outlets' },
  'unvisited.intro': 'Active outlets whose frequency asked for a visit that has not been. A visit counts with check-in and check-out. The aim is zero.',
  'unvisited.none': 'No outlet is left unvisited.',

  'visits.calls': { one: '{count} call', other: '{count} calls' },
  'visits.driving': '{time} on the road',
  'visits.noReps': 'No rep is in your scope.',
  'visits.notPlanned': 'No list for this day yet.',
  'visits.planAll': { one: 'Plan {count} rep', other: 'Plan {count} reps' },
  'visits.postponed': { one: '{count} outlet put off', other: '{count} outlets put off' },
  'visits.publishAll': { one: 'Publish {count} proposal', other: 'Publish {count} proposals' },

  'weekdays.All': 'Daily',
  'weekdays.Friday': 'Fri',
  'weekdays.Monday': 'Mon',
  'weekdays.MondayToFriday': 'Mon–Fri',
  'weekdays.MondayToSaturday': 'Mon–Sat',
  'weekdays.None': '–',
  'weekdays.Saturday': 'Sat',
  'weekdays.Sunday': 'Sun',
  'weekdays.Thursday': 'Thu',
  'weekdays.Tuesday': 'Tue',
  'weekdays.Wednesday': 'Wed',
} as const satisfies Record<string, Message>;
