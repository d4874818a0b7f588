import {normalizeText} from '../text/normalize.js';
import {categories, categoryById, type CategoryId} from './categories.js';
import {ENGLISH_CATEGORIES} from './category-names-en.js';
import {WORDS} from './category-words.js';

/** A place in more categories than this is in none. */
const MAX_CATEGORIES = 6;
const MAX_WORDS_OF_NAME = 3;

/**
 * The categories that a source names, best first: each hint is one of our ids, an OSM tag
 * (`shop=bakery;pastry`), a NAF rév. 2 code with or without its dot, or words ("Boucherie,
 * charcuterie"). A group counts only when no leaf is named, and `['other']` is the answer when
 * nothing is: never empty.
 */
export function categoriesOf(hints: Iterable<string>): CategoryId[] {
  const leaves = new Set<CategoryId>();
  const groups = new Set<CategoryId>();
  for (const hint of hints) {
    for (const id of namedBy(hint)) (categoryById(id).parent ? leaves : groups).add(id);
  }
  const found = [...(leaves.size ? leaves : groups)].slice(0, MAX_CATEGORIES);
  return found.length ? found : ['other'];
}

function namedBy(hint: string): CategoryId[] {
  const exact = categoryById(hint) ?? index().get(hint.toUpperCase().replace('.', ''));
  if (exact) return [typeof exact === 'string' ? exact : exact.id];
  const [, key, values = ''] = /^(\w+)=(.*)/.exec(hint) ?? [];
  return key ? ofOsmTag(key, values.split(';')) : ofWords(hint.slice(0, 200));
}

/** A shop or a craft that we do not know is still one. */
function ofOsmTag(key: string, values: readonly string[]): CategoryId[] {
  const fallback = key === 'shop' ? 'shops' : key === 'craft' ? 'crafts' : undefined;
  return values.flatMap(value => index().get(`${key}=${value.trim()}`) ?? fallback ?? []);
}

/** Every known name in the text, at each word the longest: "vente à la ferme" is one. */
function ofWords(text: string): CategoryId[] {
  const found: CategoryId[] = [];
  const words = fold(text).split(' ');
  for (let at = 0; at < words.length;) {
    let length = Math.min(MAX_WORDS_OF_NAME, words.length - at);
    let id: CategoryId | undefined;
    while (length && !(id = index().get(words.slice(at, at + length).join(' ')))) length--;
    if (id) found.push(id);
    at += length || 1;
  }
  return found;
}

let built: Map<string, CategoryId> | undefined;

/** Categories by OSM tag, NAF code without dot, and folded name; built at the first use. */
function index(): Map<string, CategoryId> {
  if (built) return built;
  // an id is never taken by another's label: "drinks" is not half of "Eat and drink"
  built = new Map(categories.map(({id}) => [fold(id), id]));
  for (const {id, label} of categories) {
    const labels = [label, ENGLISH_CATEGORIES[id]].flatMap(text => [
      text,
      ...text.split(/ (?:et|and) /),
    ]);
    const {osm, naf, synonyms} = categoryWords(id);
    for (const key of [...osm, ...naf.map(code => code.replace('.', ''))]) built.set(key, id);
    for (const name of [...labels, ...synonyms]) {
      const key = fold(name);
      if (!built.has(key)) built.set(key, id);
    }
  }
  return built;
}

/** What feeds call a category. */
export interface CategoryWords {
  /** OpenStreetMap tags, `shop=bakery`. */
  readonly osm: readonly string[];
  /** Codes of the French activity nomenclature (NAF rév. 2), `10.71C`. */
  readonly naf: readonly string[];
  /** Further French and English words, as `normalizeText` gives them. */
  readonly synonyms: readonly string[];
}

export function categoryWords(id: CategoryId): CategoryWords {
  const [osm = [], naf = [], synonyms = []] = WORDS[id]
    .split('|')
    .map((cell, column) => (cell ? cell.split(column === 2 ? ',' : ' ') : []));
  return {
    osm: osm.map(tag => (tag.includes('=') ? tag : `shop=${tag}`)),
    naf: naf.map(code => `${code.slice(0, 2)}.${code.slice(2)}`),
    synonyms,
  };
}

/** Normalised, and without plural endings; the same on both sides, so it need not be right. */
function fold(text: string): string {
  return normalizeText(text).replace(/(\w{3})[sx]\b/g, '$1');
}
