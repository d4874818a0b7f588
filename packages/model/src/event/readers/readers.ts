import {icalendarReader} from './icalendar.js';
import {moreReaders} from './more-readers.js';

/** In the order of detection: the first that knows the input reads it. */
export const readers = [icalendarReader, ...moreReaders] as const;

/** The formats that have a reader. */
export type EventFormat = (typeof readers)[number]['format'];
