import {FieldCollector} from '../fields.js';
import {isObject, listOf, type Json} from '../json.js';
import {quote} from '../position.js';
import {itemRows, type Unfolded} from './item-rows.js';
import type {PlaceReader} from './reader.js';

const ELEMENT = /^(?:node|way|relation)$/;
/** Corners of one outline that are looked at. */
const MAX_CORNERS = 5000;
const ISO_DATE = /^\d{4}-\d\d-\d\d/;

/**
 * OpenStreetMap as Overpass writes it (https://wiki.openstreetmap.org/wiki/Overpass_API, JSON): ways
 * and relations stand at their `center`, or in the middle of their bounds, outline or nodes, whatever
 * the query asked for. Elements without tags are geometry, not places.
 */
export const osmReader: PlaceReader<'osm'> = {
  format: 'osm',
  input: 'json',
  read: (input, {targetOfKey}) => {
    const elements = isObject(input) ? input['elements'] : undefined;
    if (!Array.isArray(elements) || (elements.length && !elements.some(isElement)))
      return undefined;
    const collector = new FieldCollector(targetOfKey);
    const nodes = new NodeIndex(elements);
    return itemRows(elements, element => unfold(element, collector, nodes));
  },
};

function isElement(value: unknown): value is Json {
  if (!isObject(value)) return false;
  const {type} = value;
  return typeof type === 'string' && ELEMENT.test(type);
}

function unfold(element: unknown, collector: FieldCollector, nodes: NodeIndex): Unfolded {
  if (!isElement(element)) {
    return [{reason: 'not-a-place', detail: `not an element of OSM: ${quote(element)}`}];
  }
  const {type, id, tags, timestamp} = element;
  if (!isObject(tags) || !Object.keys(tags).length) return [];
  const values = collector.collect(tags);
  const [longitude, latitude] = positionOf(element, nodes);
  const key = `${String(type)}/${String(id)}`;
  const date = [tags['check_date'], tags['survey:date'], timestamp].find(
    one => typeof one === 'string' && ISO_DATE.test(one),
  );
  return [
    {
      ...values,
      id: key,
      longitude,
      latitude,
      coordinates: undefined,
      dateModified: date,
      sourceName: 'OpenStreetMap',
      sourceUrl: `https://www.openstreetmap.org/${key}`,
    },
  ];
}

type Position = readonly [longitude: unknown, latitude: unknown];

function positionOf(element: Json, nodes: NodeIndex): Position {
  const {center, bounds} = element;
  const point = isObject(center) ? center : element;
  if (point['lon'] !== undefined || point['lat'] !== undefined) return [point['lon'], point['lat']];
  if (isObject(bounds)) {
    const {minlon, minlat, maxlon, maxlat} = bounds;
    return [half(minlon, maxlon), half(minlat, maxlat)];
  }
  const outline = listOf(element['geometry'] ?? nodes.of(element)).slice(0, MAX_CORNERS);
  const corners = outline.filter(isObject);
  return [middle(corners.map(({lon}) => lon)), middle(corners.map(({lat}) => lat))];
}

function half(low: unknown, high: unknown): number {
  return (Number(low) + Number(high)) / 2;
}

function middle(values: readonly unknown[]): number | undefined {
  const numbers = values.filter((value): value is number => typeof value === 'number');
  return numbers.length ? half(Math.min(...numbers), Math.max(...numbers)) : undefined;
}

/** Nodes by id, for queries that give the nodes of a way apart; built when one is missed. */
class NodeIndex {
  private byId: Map<unknown, unknown> | undefined;

  constructor(private readonly elements: readonly unknown[]) {}

  of({nodes}: Json): unknown[] {
    if (!Array.isArray(nodes)) return [];
    this.byId ??= new Map(
      this.elements.flatMap(element =>
        isElement(element) && element['type'] === 'node' ? [[element['id'], element]] : [],
      ),
    );
    return nodes.slice(0, MAX_CORNERS).map(id => this.byId?.get(id));
  }
}
