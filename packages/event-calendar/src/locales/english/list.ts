import type {ListMessages} from '../fr.js';

/** The sentences of agenda and month, in English. */
export const listEn: ListMessages = {
  label: 'What’s on',
  loading: 'Loading events…',
  offline: 'You seem to be offline. Try again once the network is back.',
  failed: 'The events could not be loaded. Try again in a few minutes.',
  retry: 'Try again',
  sourceFailed: name => `The events of “${name}” could not be loaded.`,
  stale: when => `The update failed; these are the events received on ${when}.`,
  partial: count =>
    count < 2
      ? 'One event that cannot be read is not shown.'
      : `${count} events that cannot be read are not shown.`,
  empty: 'No event is published here at the moment.',

  view: 'View',
  views: {agenda: 'Agenda', month: 'Month', week: 'Week', day: 'Day', cards: 'Cards'},
  viewLoading: 'Loading…',
  partFailed: 'This part could not be loaded. Check the connection, then try again.',
  when: 'When',
  anyDay: 'Upcoming',
  today: 'Today',
  tomorrow: 'Tomorrow',
  'this-weekend': 'This weekend',
  'this-week': 'This week',
  previous: {month: 'Previous month', week: 'Previous week', day: 'Previous day'},
  next: {month: 'Next month', week: 'Next week', day: 'Next day'},
  weekOf: date => `week of ${date}`,

  search: 'Search',
  searchHint: 'Concert, market, place…',
  filters: 'Filters',
  filtersOn: count => `Filters (${count})`,
  share: 'Share',

  upcoming: (count, formatted) =>
    count === 1 ? 'one upcoming event' : `${formatted} upcoming events`,
  events: (count, formatted) =>
    count === 0 ? 'no events' : count === 1 ? '1 event' : `${formatted} events`,
  ongoing: 'On now',
  until: date => `until ${date}`,
  allDay: 'all day',
  onNow: 'on now',
  free: 'Free',
  online: 'Online',
  statuses: {
    tentative: 'To be confirmed',
    cancelled: 'Cancelled',
    postponed: 'Postponed',
    rescheduled: 'New date',
    'moved-online': 'Online',
    full: 'Full',
  },
  unnamed: 'Untitled event',
  showMore: count => `Show more events (${count})`,
  showOngoing: count => `Show everything that is on now (${count})`,
  more: count => `+${count} more`,
  nothing: 'No event matches these filters.',
  nothingToCome: 'No upcoming events at the moment.',
  nothingAt: place => `No upcoming events at ${place}.`,
  nothingThen: 'No events on these days.',
  nothingThatDay: 'No events on this day.',
  latestPast: 'Latest past events',
  showAll: 'See all events',
  atPlace: place => `Events: ${place}`,
  closePanel: 'Close',
};
