import {cleanList, cleanText} from '../text/clean-text.js';
import type {FieldValues} from './fields.js';
import {toBoolean} from './to-place.js';

/**
 * Makes our own fields of what others tell in another shape: one text with both coordinates, OSM's
 * `addr:street` and `organic`, several columns for the source. Fields that are there already stay.
 *
 * @param values Are changed: a copy of each row would cost more than all the rest of this.
 */
export function adaptValues(values: FieldValues): FieldValues {
  readCoordinates(values);
  values.description = descriptionOf(values);
  values.streetAddress ??= streetOf(values);
  values.collect = toBoolean(values.collect) || (values.takeaway ?? values.collect);
  values.labels = labelsOf(values);
  values.paymentAccepted ??= values.payments;
  values.source = sourceOf(values);
  return values;
}

/** Separate values first, then one text with both, latitude first as portals and maps write it. */
function readCoordinates(values: FieldValues): void {
  const {longitude, latitude, coordinates} = values;
  if (longitude !== undefined || latitude !== undefined || typeof coordinates !== 'string') return;
  const text = coordinates.slice(0, 80);
  // Decimal commas are possible: the separator is the one that makes two parts.
  const pair = [';', ', ', ',', ' ']
    .map(mark => text.split(mark))
    .find(parts => parts.length === 2);
  values.longitude = pair?.[1] ?? text;
  values.latitude = pair?.[0] ?? text;
}

function descriptionOf({description, wheelchairDescription}: FieldValues): unknown {
  return wheelchairDescription && description
    ? [description, wheelchairDescription]
    : (description ?? wheelchairDescription);
}

function streetOf({houseNumber, street}: FieldValues): string | undefined {
  if (!street) return undefined;
  const [number, name] = [cleanText(houseNumber, 80), cleanText(street, 200)];
  return number && name ? `${number} ${name}` : (number ?? name ?? '');
}

/** OSM's `organic` says in a tag what a label says in words. */
function labelsOf({labels, organic}: FieldValues): unknown {
  if (!toBoolean(organic)) return labels;
  return [...((labels === undefined ? undefined : cleanList(labels, 30, 80)) ?? []), 'Bio'];
}

/** An object is schema.org's; OSM's `source` tells how a thing was surveyed, not who publishes. */
function sourceOf({source, sourceName, sourceUrl}: FieldValues): unknown {
  if (sourceName === undefined && sourceUrl === undefined) return source;
  const said = typeof source === 'object' ? (source as Record<string, unknown>) : {};
  return {name: sourceName, url: sourceUrl, ...said};
}
