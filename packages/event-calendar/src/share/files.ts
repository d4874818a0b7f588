import {download, fileWords} from '@local-widgets/core';
import {
  eventsToICalendar,
  occurrenceToICalendar,
  type Event,
  type ICalendarOptions,
  type Occurrence,
} from '@local-widgets/model';

const ICALENDAR = 'text/calendar';

const fileOf = (name: string): string => `${fileWords(name) ?? 'agenda'}.ics`;

/** Downloads one date of an event. @returns The name of the file. */
export function saveDate(event: Event, occurrence: Occurrence, options: ICalendarOptions): string {
  const file = fileOf(event.name);
  download(occurrenceToICalendar(event, occurrence, options), ICALENDAR, file);
  return file;
}

/** Downloads events with all their dates. @returns The name of the file. */
export function saveSeries(
  what: {readonly events: readonly Event[]; readonly occurrences: readonly Occurrence[]},
  name: string,
  options: ICalendarOptions,
): string {
  const file = fileOf(name);
  download(eventsToICalendar(what, options), ICALENDAR, file);
  return file;
}
