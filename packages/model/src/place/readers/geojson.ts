import {FieldCollector, type FieldValues} from '../fields.js';
import type {Problem, SourceRow} from '../source-row.js';
import {quote} from '../position.js';
import type {PlaceReader} from './reader.js';

/** Positions of one geometry that count for its middle; an outline needs no more. */
const MAX_POSITIONS = 20_000;
const MAX_DEPTH = 6;

type Json = Readonly<Record<string, unknown>>;

/**
 * GeoJSON (RFC 7946): a FeatureCollection, one Feature, or a bare array of Features. Points are
 * taken as they are; any other geometry is represented by the middle of its bounding box. A Feature
 * without geometry may have its position in the properties.
 */
export const geojsonReader: PlaceReader<'geojson'> = {
  format: 'geojson',
  input: 'json',
  read: (input, {targetOfKey}) => {
    const features = featuresOf(input);
    return features && readFeatures(features, new FieldCollector(targetOfKey));
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

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function* readFeatures(
  features: readonly unknown[],
  collector: FieldCollector,
): Generator<SourceRow> {
  for (let at = 0; at < features.length; at++) {
    yield {at, unit: 'item', read: () => readFeature(features[at], collector)};
  }
}

function readFeature(feature: unknown, collector: FieldCollector): FieldValues | Problem {
  if (!isFeature(feature)) {
    return {reason: 'not-a-place', detail: `not a Feature: ${quote(feature)}`};
  }
  const {id, properties, geometry} = feature;
  const values = isObject(properties) ? collector.collect(properties) : {};
  values.id = id ?? values.id;
  const position = isObject(geometry) && middleOf(geometry);
  if (position) [values.longitude, values.latitude] = position;
  return values;
}

function middleOf(geometry: Json): readonly unknown[] | undefined {
  const {type, coordinates} = geometry;
  if (type === 'Point') {
    return Array.isArray(coordinates) ? (coordinates as unknown[]) : [coordinates, coordinates];
  }
  const box = new Box();
  box.add(coordinates ?? geometry['geometries'], 0);
  return box.count ? [(box.west + box.east) / 2, (box.south + box.north) / 2] : undefined;
}

/** Bounding box of nested positions; `count` says whether there were any. */
class Box {
  west = Infinity;
  south = Infinity;
  east = -Infinity;
  north = -Infinity;
  count = 0;

  add(value: unknown, depth: number): void {
    if (isObject(value)) value = value['coordinates'] ?? value['geometries'];
    if (!Array.isArray(value) || depth > MAX_DEPTH) return;
    const [longitude, latitude] = value as unknown[];
    if (typeof longitude === 'number' && typeof latitude === 'number') {
      this.west = Math.min(this.west, longitude);
      this.east = Math.max(this.east, longitude);
      this.south = Math.min(this.south, latitude);
      this.north = Math.max(this.north, latitude);
      this.count++;
      return;
    }
    for (const part of value as unknown[]) {
      if (this.count >= MAX_POSITIONS) return;
      this.add(part, depth + 1);
    }
  }
}
