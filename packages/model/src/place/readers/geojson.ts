import type {FeedWords} from '../feed-words-type.js';
import {FieldCollector, type FieldValues} from '../fields.js';
import type {Problem, SourceRow} from '../source-row.js';
import {isObject, type Json} from '../json.js';
import {quote} from '../position.js';
import type {PlaceReader} from './reader.js';

/**
 * GeoJSON (RFC 7946): a FeatureCollection, one Feature, or a bare array of Features. Points are
 * taken as they are; any other geometry is represented by the middle of its bounding box. A Feature
 * without geometry may have its position in the properties.
 */
export const geojsonReader: PlaceReader<'geojson'> = {
  format: 'geojson',
  input: 'json',
  read: (input, words) => {
    const features = featuresOf(input);
    return features && readFeatures(features, new FieldCollector(words.targetOfKey), words);
  },
};

function featuresOf(input: unknown): readonly unknown[] | undefined {
  if (Array.isArray(input)) {
    return !input.length || input.some(isFeature) ? (input as readonly unknown[]) : undefined;
  }
  if (isFeature(input)) return [input];
  return isObject(input) && Array.isArray(input['features']) ? input['features'] : undefined;
}

function isFeature(value: unknown): value is Json {
  return isObject(value) && value['type'] === 'Feature';
}

function* readFeatures(
  features: readonly unknown[],
  collector: FieldCollector,
  words: FeedWords,
): Generator<SourceRow> {
  for (let at = 0; at < features.length; at++) {
    yield {at, unit: 'item', read: () => readFeature(features[at], collector, words)};
  }
}

/** What one feature tells. */
export function readFeature(
  feature: unknown,
  collector: FieldCollector,
  {middleOf}: FeedWords,
): FieldValues | Problem {
  if (!isFeature(feature)) {
    return {reason: 'not-a-place', detail: `not a Feature: ${quote(feature)}`};
  }
  const {id, properties, geometry} = feature;
  const values = isObject(properties) ? collector.collect(properties) : {};
  values.id = id ?? values.id;
  const position = isObject(geometry) && positionOf(geometry, middleOf);
  if (position) [values.longitude, values.latitude] = position;
  return values;
}

function positionOf(
  geometry: Json,
  middleOf: FeedWords['middleOf'],
): readonly unknown[] | undefined {
  const {type, coordinates} = geometry;
  if (type !== 'Point') return middleOf(geometry);
  return Array.isArray(coordinates) ? (coordinates as unknown[]) : [coordinates, coordinates];
}
