import {FieldCollector, type FieldValues} from '../fields.js';
import {isObject, listOf, type Json} from '../json.js';
import {quote} from '../position.js';
import {itemRows, type Unfolded} from './item-rows.js';
import type {PlaceReader} from './reader.js';
import {addSpans, WeekHours} from './week-hours.js';

/**
 * GoGoCarto (`/api/elements.json` and `.jsonld`), and plain lists of objects that hold their own
 * position as GoGoCartoJs takes them. In the compact form an element is an array whose `mapping`
 * stands beside the data.
 */
export const gogocartoReader: PlaceReader<'gogocarto'> = {
  format: 'gogocarto',
  input: 'json',
  read: (input, {targetOfKey}) => {
    const elements = elementsOf(input);
    const collector = new FieldCollector(targetOfKey);
    const mapping = isObject(input) ? listOf(input['mapping']) : [];
    return elements && itemRows(elements, element => unfold(element, mapping, collector));
  },
};

function elementsOf(input: unknown): readonly unknown[] | undefined {
  if (Array.isArray(input)) return input.some(isElement) ? (input as unknown[]) : undefined;
  if (!isObject(input)) return undefined;
  const {data, ontology, '@graph': graph, '@context': context} = input;
  const isNamed =
    (typeof ontology === 'string' && ontology.startsWith('gogo')) ||
    (typeof context === 'string' && context.includes('context-gogo'));
  const elements = data ?? graph;
  // a single element is asked for by its id
  if (isNamed && isObject(elements)) return [elements];
  return Array.isArray(elements) && (isNamed || elements.some(isElement))
    ? (elements as unknown[])
    : undefined;
}

/** Something with a position of its own that is no JSON-LD and no GeoJSON. */
function isElement(value: unknown): value is Json {
  if (!isObject(value) || '@type' in value || 'geometry' in value) return false;
  const {latitude, lat, longitude, lng, lon, long} = isObject(value['geo']) ? value['geo'] : value;
  return (latitude ?? lat) !== undefined && (longitude ?? lng ?? lon ?? long) !== undefined;
}

function unfold(given: unknown, mapping: readonly unknown[], collector: FieldCollector): Unfolded {
  const element = Array.isArray(given) ? expand(given, mapping) : given;
  if (!isObject(element)) {
    return [{reason: 'not-a-place', detail: `not an element: ${quote(element)}`}];
  }
  const values = collector.collect(element);
  const {sourceKey, updatedAt, createdAt, categories, taxonomy, openHours} = element;
  const openingHours = hoursOf(openHours) ?? values.openingHours;
  const dateModified = values.dateModified ?? updatedAt ?? createdAt;
  const read: FieldValues = {...values, openingHours, dateModified};
  if (typeof sourceKey === 'string' && sourceKey) read.sourceName = sourceKey;
  const kinds = namesOf(categories ?? taxonomy);
  if (kinds.length) read.category = kinds;
  return [read];
}

/** `['a1', ['Ferme'], 47, -2]` by `['id', ['name'], 'latitude', 'longitude']`. */
function expand(cells: readonly unknown[], mapping: readonly unknown[]): Json {
  const entries = mapping.flatMap((key, at) => {
    const cell = cells[at];
    return Array.isArray(key)
      ? key.map((inner, index) => [inner, listOf(cell)[index]] as const)
      : [[key, cell] as const];
  });
  return Object.fromEntries(entries.map(([key, value]) => [String(key), value]));
}

/** Names, the most special first: the tree is written from its root. */
function namesOf(categories: unknown): unknown[] {
  return listOf(categories)
    .map(one => (isObject(one) ? one['name'] : one))
    .filter(name => typeof name === 'string')
    .reverse();
}

/** `{Mo: '09:00-12:00,14:00-18:00'}`, or the same with a list of slots. */
function hoursOf(openHours: unknown): string | undefined {
  if (!isObject(openHours)) return undefined;
  const week = new WeekHours();
  const isRead = Object.entries(openHours).every(
    ([day, slots]) =>
      !listOf(slots).filter(Boolean).length || addSpans(week, day, listOf(slots).join()),
  );
  return isRead ? week.toText() : undefined;
}
