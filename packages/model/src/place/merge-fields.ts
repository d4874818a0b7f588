import {normalizeText} from '../text/normalize.js';
import {categoryById} from './categories.js';
import type {Place, PlaceSource} from './place.js';

/**
 * One place out of two entries of it. The first one wins; what it does not tell comes from the other,
 * an address or an image always whole. Services are taken one by one, lists joined, and the
 * categories are those of the entry that knows them precisely. Whose the rest is, `otherSources` tells.
 */
export function mergeFields(first: Place, other: Place): Place {
  const services = {...other.services, ...first.services};
  const sources = otherSourcesOf(first, other);
  const merged: {-readonly [K in keyof Place]: Place[K]} = {
    ...other,
    ...first,
    categories: precision(other) > precision(first) ? other.categories : first.categories,
    ...(first.services && other.services && {services}),
    ...union('labels', first, other),
    ...union('paymentAccepted', first, other),
    ...union('products', first, other),
    otherSources: sources,
  };
  // what the first says is not of the other's source
  if (!first.source) delete merged.source;
  if (!sources.length) delete merged.otherSources;
  return merged;
}

/** 0 nothing known, 1 a group, 2 a category. */
function precision({categories: [best = 'other']}: Place): number {
  return best === 'other' ? 0 : categoryById(best).parent ? 2 : 1;
}

type List = 'labels' | 'paymentAccepted' | 'products';

/** The items of both, those that differ only in case and accents once. */
function union(list: List, first: Place, other: Place): Pick<Place, List> {
  const mine = first[list];
  const theirs = other[list];
  if (!mine || !theirs) return {};
  const key = (item: string) => normalizeText(item) || item;
  const known = new Set(mine.map(key));
  return {[list]: [...mine, ...theirs.filter(item => !known.has(key(item)))]};
}

function otherSourcesOf(first: Place, other: Place): PlaceSource[] {
  const key = (source: PlaceSource) => JSON.stringify([source.name, source.url]);
  const sources = [...(first.otherSources ?? [])];
  const known = new Set([...(first.source ? [first.source] : []), ...sources].map(key));
  for (const source of [other.source, ...(other.otherSources ?? [])]) {
    if (!source || known.has(key(source))) continue;
    known.add(key(source));
    sources.push(source);
  }
  return sources;
}
