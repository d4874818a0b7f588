import {findOddZone} from '../ical/odd-zones.js';
import {readICalendar} from '../ical/read-icalendar.js';
import {isICalendar} from './is-icalendar.js';
import type {EventReader} from './reader.js';

export const icalendarReader: EventReader<'icalendar'> = {
  format: 'icalendar',
  input: 'text',
  read: (text, collector) =>
    typeof text === 'string' && isICalendar(text)
      ? readICalendar(text, collector, findOddZone)
      : undefined,
};
