export {ArrivingPlaces, type ArrivedPlaces} from './arriving/arriving-places.js';
export {joinBytes} from './arriving/join-bytes.js';
export * from './categories.js';
export {ENGLISH_CATEGORIES} from './category-names-en.js';
export * from './category-of.js';
export * from './place.js';
export type {CollectedPlaces, CollectOptions} from './collect-places.js';
export type {FeedInput} from './open-feed.js';
export {readPlacesLazily, type ReadPlacesLazilyOptions} from './read-places-lazily.js';
export * from './read-places.js';
export type {PlaceFormat} from './readers/readers.js';
export * from './search-text.js';
export {UnreadableFeedError, type UnreadableFeedCode} from './unreadable-feed-error.js';
export {BasicPlaceIndex} from './basic-place-index.js';
export * from './select-places.js';
export {type Feature, type FeatureCount} from './facets.js';
export {distanceOrderOf, nameOrderOf} from './order.js';
export {mergePlaces, type MergedPlaces} from './merge-places.js';
export {findTowns, townsOf, type Town} from './towns.js';
export {placesToCsv, type CsvOptions} from './writers/csv.js';
export {
  placesToGeoJson,
  type PlaceFeature,
  type PlaceFeatureCollection,
} from './writers/geojson.js';
export {placesToJsonLd, type JsonLd, type JsonLdOptions} from './writers/json-ld.js';
export {placesToText, type TextListWords} from './writers/text-list.js';
export {placesToVCard, type VCardOptions} from './writers/vcard.js';
