import {LazyPart} from '@local-widgets/core';
import type {LocalEventCalendar} from '../local-event-calendar.js';
import type {CalendarOwner} from './calendar-owner.js';
import type {PanelPart} from './panel-part.js';
import type {ViewPart} from './view-part.js';

export type CalendarParts = ReturnType<typeof partsOf>;

/** What comes in files of its own, once it is asked for; the second word is what the console calls it. */
export function partsOf(host: LocalEventCalendar, owner: CalendarOwner) {
  const part = <T>(load: () => Promise<T>, name: string): LazyPart<T> =>
    new LazyPart(host, load, name);
  return {
    details: part(
      async () => new (await import('../details.js')).EventDialog(host, owner),
      'the details of events',
    ),
    finder: part(
      async () => new (await import('../finder.js')).Finder(host, owner),
      'search and filters',
    ),
    sharing: part<PanelPart>(
      async () => new (await import('../share.js')).Sharing(host, owner),
      'sharing and export',
    ),
    hours: part<ViewPart>(
      async () => new (await import('../hours.js')).Hours(host, owner),
      'week and day',
    ),
    cards: part<ViewPart>(
      async () => new (await import('../cards.js')).Cards(host, owner),
      'the cards',
    ),
    school: part(async () => new (await import('../school.js')).School(host), 'school holidays'),
    publicHolidays: part(
      async () => (await import('../public-holidays.js')).holidayName,
      'names of public holidays',
    ),
    link: part(
      async () => new (await import('../url-state.js')).UrlState(host, owner),
      'url-state',
    ),
    publisher: part(
      async () => new (await import('../publish.js')).Publisher(host, owner),
      'json-ld',
    ),
  };
}
