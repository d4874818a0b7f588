export type * from './event.js';
export * from './view/index.js';
export * from './documents/index.js';
export {readEvents} from './read-events.js';
export {readEventsLazily, type ReadEventsLazilyOptions} from './read-events-lazily.js';
export type {Moment, ReadEventsOptions, ReadEventsResult} from './open-events.js';
export type {EventFormat} from './readers/readers.js';
export {mergeEvents, type MergedEvents} from './merge-events.js';
export {EventIndex} from './index/event-index.js';
export type * from './index/criteria.js';
export {AGE_GROUPS, ageGroupsOf, type AgeGroup} from './index/age-groups.js';
export {eventSearch} from './index/search-text.js';
export {dayOfIso, isoOfDay} from './index/days.js';
export * from './index/shortcuts.js';
export {weekOfLocale} from './index/week-of-locale.js';
export {recurrenceInWords, type RecurrenceInWordsOptions} from './words/recurrence-in-words.js';
export {frenchRecurrence} from './words/french.js';
export {englishRecurrence} from './words/english.js';
export type {RecurrenceWords, SaidDate} from './words/recurrence-words.js';
export type {NthWeekday, Sense} from './words/sense.js';
export {
  readSchoolHolidays,
  type SchoolHoliday,
  type SchoolHolidays,
  type SchoolZone,
} from './school-holidays.js';
export {
  eventsToICalendar,
  occurrenceToICalendar,
  type ICalendarOptions,
} from './writers/icalendar.js';
export {eventsToJsonLd, type EventsJsonLdOptions} from './writers/json-ld.js';
export {eventsToAtom, type AtomOptions} from './writers/atom.js';
export {googleCalendarUrl, outlookCalendarUrl, webcalUrl} from './writers/calendar-links.js';
