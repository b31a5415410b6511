import type { Message } from '../message';

export const shell = {
  'app.name': 'Territory',

  'clock.branch': 'BRANCH',
  'clock.label': 'Clock',
  'clock.live': 'LIVE',
  'clock.pause': 'Pause the simulated market',
  'clock.paused': 'Paused',
  'clock.play': 'Run the simulated market',
  'clock.simulated': 'Simulated',
  'clock.slower': 'Running at {value}×, slower than asked',
  'clock.speed': 'Speed',
  'clock.times': '{value}×',
  'clock.trueSpeed': 'Running at {value}×',
  'clock.trueSpeedHint': 'The speed the clock truly reaches',

  'connection.age': 'as of {seconds} s ago',
  'connection.connecting': 'Connecting',
  'connection.live': 'Connected',
  'connection.reconnecting': 'Reconnecting',

  'keys.clear': 'Clear the choice, close a sheet',
  'keys.extend': 'Choose a range with J or K',
  'keys.lock': 'Lock or unlock',
  'keys.move': 'Move to…',
  'keys.next': 'Next in the list',
  'keys.open': 'Open the chosen item',
  'keys.palette': 'Search and pages',
  'keys.play': 'Run or pause the clock',
  'keys.previous': 'Previous in the list',
  'keys.redo': 'Redo',
  'keys.reoptimise': 'Re-optimise',
  'keys.search': 'Search',
  'keys.sheet': 'This sheet',
  'keys.title': 'Keyboard',
  'keys.tray': 'To the tray',
  'keys.undo': 'Undo',
  'keys.versions': 'Versions of the day',
  'keys.why': 'Why',

  'language.label': 'Language',

  'nav.areas': 'Areas',
  'nav.board': 'Today',
  'nav.dispatchOrders': 'Dispatch orders',
  'nav.following': 'Live',
  'nav.keys': 'Keys',
  'nav.outlets': 'Outlets',
  'nav.people': 'People',
  'nav.schedule': 'Schedule',
  'nav.skip': 'Skip to content',
  'nav.unvisited': 'Unvisited',
  'nav.visits': 'Visit plans',
  'nav.webhooks': 'Webhooks',

  'page.missing': 'There is no such page.',

  'region.label': 'Region',
  'region.none': 'There is no region yet, or none in your scope.',

  'settings.tenThousands': 'Large numbers in 万 and 亿',

  'state.loading': 'Loading…',
  'state.loadingMap': 'Loading the map…',
  'state.pageMissing': 'The page could not be loaded.',
  'state.stale': 'No network. As of {time}.',
} as const satisfies Record<string, Message>;
