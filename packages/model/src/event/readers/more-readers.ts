import {datatourismeReader} from './datatourisme.js';
import {jsonLdReader} from './json-ld.js';
import {mobilizonReader} from './mobilizon.js';
import {openagendaReader} from './openagenda.js';
import {ownJsonReader} from './own-json.js';
import {tribeEventsReader} from './tribe-events.js';

/** What a page loads when its source is no iCalendar; in the order of detection. */
export const moreReaders = [
  openagendaReader,
  mobilizonReader,
  tribeEventsReader,
  datatourismeReader,
  jsonLdReader,
  ownJsonReader,
] as const;
