import {cleanList, cleanText} from '../text/clean-text.js';
import {normalizeText} from '../text/normalize.js';
import {categoriesOf} from './category-of.js';
import {categoryById} from './categories.js';
import type {Kind, KindReader} from './feed-words-type.js';

const MAX_HINTS = 20;
const MAX_LENGTH = 80;
/** What some exports of OSM have under `type`. */
const ELEMENT = /^(?:node|way|relation|multipolygon)$/;
/** A feed has few kinds and many rows; one that has more than this is not worth remembering. */
const MAX_KNOWN = 2000;

/** What a row says about its kind, as categories and a label; remembers the answers of one feed. */
export function createKindReader(): KindReader {
  const known = new Map<string, Kind>();
  return values => {
    const {category, activity, categoryLabel, osm, naf, shop, craft, amenity, tourism} = values;
    const key = keyOf(category, activity, categoryLabel, osm, naf, shop, craft, amenity, tourism);
    let kind = known.get(key);
    if (!kind) {
      const words = [...hints(category), ...hints(activity)].filter(word => !ELEMENT.test(word));
      const tags = Object.entries({shop, craft, amenity, tourism}).flatMap(([tag, value]) =>
        value ? `${tag}=${cleanText(value, MAX_LENGTH)}` : [],
      );
      const categories = categoriesOf([...words, ...hints(osm), ...tags, ...hints(naf)]);
      const said = cleanText(categoryLabel, MAX_LENGTH) ?? words.find(word => saysMore(word));
      kind = said ? {categories, categoryLabel: said} : {categories};
      if (key.length < 500 && known.size < MAX_KNOWN) known.set(key, kind);
    }
    return kind;
  };
}

/** Texts are put together several times faster than an array is joined, and most rows have few. */
function keyOf(...values: readonly unknown[]): string {
  let key = '';
  for (const value of values) key += `${(value ?? '') as string}|`;
  return key;
}

/** Whether a text is more than an OSM tag, one of our ids or our French label. */
function saysMore(text: string): boolean {
  if (text.includes('=') || categoryById(text)) return false;
  const [first = 'other'] = categoriesOf([text]);
  return normalizeText(categoryById(first).label) !== normalizeText(text);
}

function hints(value: unknown): string[] {
  return cleanList(value, MAX_HINTS, MAX_LENGTH) ?? [];
}
