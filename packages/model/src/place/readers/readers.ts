import {csvReader} from './csv.js';
import {geojsonReader} from './geojson.js';
import {moreReaders} from './more-readers.js';

/** In the order of detection: the first that knows the input reads it. */
export const readers = [geojsonReader, ...moreReaders, csvReader] as const;

/** The formats that have a reader. */
export type PlaceFormat = (typeof readers)[number]['format'];
