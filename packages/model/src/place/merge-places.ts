import {createEntryReader, DuplicateFinder} from './duplicate-finder.js';
import {mergeFields} from './merge-fields.js';
import type {Place} from './place.js';

/** The places of several sources, each place once. */
export interface MergedPlaces {
  /** In the order of the first list, then what only later lists know, in their order. */
  readonly places: Place[];
  /** How many entries went into another. */
  readonly duplicates: number;
}

/**
 * Merges several sources, the most trusted first. Two entries are one place when they have the same
 * SIRET; or when they are at most 100 m apart and have alike names; or when they share telephone,
 * e-mail or site, are at most 250 m apart, and their names do not contradict. Never with different
 * SIRET, and never two entries of one list: its publisher knows better.
 *
 * Earlier lists win field by field (see `mergeFields`), also the id; an id that is taken already is
 * made unique in the same way at every reading (`farm`, `farm-2`). Every entry is in exactly one
 * of the places.
 */
export function mergePlaces(lists: readonly (readonly Place[])[]): MergedPlaces {
  const [first = [], ...others] = lists;
  const places = [...first];
  const readEntry = createEntryReader();
  let entries = places.length;
  for (const list of others) {
    entries += list.length;
    // the first list that has places at all has nothing to be found in
    const matches = places.length ? new DuplicateFinder(places, readEntry).matches(list) : [];
    const partners = new Map<number, number>();
    const taken = new Set<number>();
    for (const {known, found} of matches) {
      if (taken.has(known) || partners.has(found)) continue;
      taken.add(known);
      partners.set(found, known);
    }
    list.forEach((place, at) => {
      const known = partners.get(at);
      if (known === undefined) places.push(place);
      else places[known] = mergeFields(places[known]!, place);
    });
  }
  return {places: withUniqueIds(places), duplicates: entries - places.length};
}

/** The first keeps its id; a number is added to the others until nobody has it. */
function withUniqueIds(places: readonly Place[]): Place[] {
  const given = new Set(places.map(({id}) => id));
  const used = new Set<string>();
  const numbers = new Map<string, number>();
  return places.map(place => {
    let {id} = place;
    if (used.has(id)) {
      let number = numbers.get(id) ?? 2;
      while (given.has(`${id}-${number}`)) number++;
      numbers.set(id, number + 1);
      id = `${id}-${number}`;
      given.add(id);
    }
    used.add(id);
    return id === place.id ? place : {...place, id};
  });
}
