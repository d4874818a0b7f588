import type {HostileReader} from '../reader.js';
import {catalogueReaders} from './catalogues.js';
import {eventReaders} from './events.js';
import {placeReaders} from './places.js';
import {settingsReaders} from './settings.js';
import {textReaders} from './texts.js';

/** Everything that takes what others wrote. A new reader is a file beside this, and is asked for by a test. */
export const hostileReaders: readonly HostileReader[] = [
  ...placeReaders,
  ...eventReaders,
  ...catalogueReaders,
  ...textReaders,
  ...settingsReaders,
];
