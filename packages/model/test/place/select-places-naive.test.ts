import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {distanceInMeters} from '../../src/geo/distance.js';
import {openingStatus} from '../../src/hours/index.js';
import {ancestorsOf, categoryById, type CategoryId} from '../../src/place/categories.js';
import {featuresOf, type Feature} from '../../src/place/facets.js';
import type {Place} from '../../src/place/place.js';
import {searchTextOf} from '../../src/place/search-text.js';
import {PlaceIndex, type HoursReader, type PlaceCriteria} from '../../src/place/select-places.js';
import {createTextMatcher} from '../../src/text/match.js';
import {normalizeText} from '../../src/text/normalize.js';

const center = {longitude: 0.52, latitude: 48.4};
const at = new Date('2026-11-24T09:00:00Z');
const readHours: HoursReader = (hours, moment) => openingStatus(hours, moment);
const search = {
  searchTextOf: (place: Place): string => searchTextOf(place, id => categoryById(id).label),
  createTextMatcher,
};
const CATEGORIES: CategoryId[] = ['bakery', 'butcher', 'honey', 'other', 'food'];
const FEATURES: Feature[] = [
  'service:collect',
  'service:delivery',
  'label:Bio',
  'label:Label Rouge',
  'payment:cb',
  'payment:chèque',
];

const place = fc
  .record({
    name: fc.constantFrom('Ferme du Bois', 'La Boulangerie', 'Au pain doré', 'Les Ruches', 'bois'),
    kilometers: fc.integer({min: 0, max: 9}),
    categories: fc.subarray(CATEGORIES, {minLength: 1, maxLength: 2}),
    openingHours: fc.constantFrom(undefined, '24/7', 'Mo off', 'Tu-Sa 09:00-19:00', 'nonsense'),
    offers: fc.subarray(FEATURES),
  })
  .map(({name, kilometers, categories, openingHours, offers}): Place => {
    const of = (kind: string): string[] =>
      offers.filter(it => it.startsWith(kind)).map(it => it.slice(kind.length + 1));
    return {
      id: '',
      name,
      categories,
      geo: {longitude: 0.52, latitude: 48.4 + kilometers / 111.195},
      services: Object.fromEntries(of('service').map(service => [service, true])),
      labels: of('label'),
      paymentAccepted: of('payment'),
      ...(openingHours && {openingHours}),
    };
  });

const moment = {at, readHours};
const criteria = fc
  .record({
    query: fc.constantFrom('', 'bois', 'boulangerie', 'boulangrie', 'pain', 'ferme bois'),
    categories: fc.subarray(CATEGORIES, {maxLength: 2}),
    features: fc.subarray(FEATURES, {maxLength: 3}),
    radius: fc.constantFrom(undefined, 0, 5000),
    open: fc.boolean(),
    sort: fc.constantFrom(undefined, 'distance' as const, 'name' as const, 'open' as const),
  })
  .map(({query, categories, features, radius, open, sort}): PlaceCriteria => ({
    text: {query, search},
    categories,
    features,
    ...(radius !== undefined && {radius}),
    ...(open && {open: moment}),
    ...(sort && {sort}),
    hours: moment,
  }));

/** Straight from the words that describe the criteria. */
function naive(places: readonly Place[], hasCenter: boolean, asked: PlaceCriteria) {
  const score = createTextMatcher(asked.text!.query);
  const infos = places.map((it, index) => ({
    index,
    it,
    name: normalizeText(it.name),
    away: hasCenter ? distanceInMeters(center, it.geo) : 0,
    score: asked.text!.query ? score(search.searchTextOf(it)) : 1,
    state: it.openingHours ? openingStatus(it.openingHours, at).state : 'unknown',
    lineage: new Set(it.categories.flatMap(id => [id, ...ancestorsOf(id)])),
  }));
  type Info = (typeof infos)[number];
  const inCategories = ({lineage}: Info): boolean =>
    !asked.categories?.length || asked.categories.some(id => lineage.has(id));
  const offers = ({it}: Info, chosen: readonly Feature[] = []): boolean => {
    const has = (feature: Feature): boolean => featuresOf(it).includes(feature);
    const of = (kind: string): Feature[] => chosen.filter(feature => feature.startsWith(kind));
    const any = (features: Feature[]): boolean => !features.length || features.some(has);
    return of('service').every(has) && any(of('label')) && any(of('payment'));
  };
  const others = infos.filter(
    info =>
      info.score > 0 &&
      (!hasCenter || info.away <= (asked.radius ?? Infinity)) &&
      (!asked.open || info.state !== 'closed'),
  );
  const states = ['closed', 'unknown', 'open'];
  const byState = (a: Info, b: Info): number => states.indexOf(b.state) - states.indexOf(a.state);
  const byName = (a: Info, b: Info): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  const nearest = hasCenter ? (a: Info, b: Info): number => a.away - b.away : byName;
  const order: Record<string, (a: Info, b: Info) => number> = {
    name: byName,
    distance: nearest,
    open: (a, b) => byState(a, b) || nearest(a, b),
    best: (a, b) => (asked.open ? byState(a, b) : 0) || b.score - a.score || nearest(a, b),
  };
  const found = others
    .filter(info => inCategories(info) && offers(info, asked.features))
    .sort((a, b) => order[asked.sort ?? 'best']!(a, b) || a.index - b.index);
  const counts: Record<string, number> = {};
  for (const info of others.filter(info => offers(info, asked.features))) {
    for (const id of info.lineage) counts[id] = (counts[id] ?? 0) + 1;
  }
  const features: Record<string, number> = {};
  for (const feature of FEATURES) {
    const [kind = ''] = feature.split(':');
    const rest = asked.features!.filter(it => kind === 'service' || !it.startsWith(kind));
    const count = others.filter(
      info => inCategories(info) && offers(info, [...rest, feature]),
    ).length;
    if (count || asked.features!.includes(feature)) features[feature] = count;
  }
  return {
    indices: found.map(({index}) => index),
    counts,
    unknownHours: asked.open ? found.filter(({state}) => state === 'unknown').length : 0,
    features,
  };
}

describe('PlaceIndex beside a plain implementation', () => {
  it('finds, orders and counts the same', () => {
    fc.assert(
      fc.property(
        fc.array(place, {maxLength: 40}),
        fc.boolean(),
        fc.array(criteria, {minLength: 1, maxLength: 4}),
        (places, hasCenter, questions) => {
          const index = new PlaceIndex(places, hasCenter ? center : undefined);
          for (const asked of questions) {
            const {indices, counts, unknownHours} = index.select(asked);
            const features = Object.fromEntries(
              index.featureCounts(asked).map(({feature, count}) => [feature, count]),
            );
            assert.deepEqual(
              {indices, counts: Object.fromEntries(counts), unknownHours, features},
              naive(places, hasCenter, asked),
            );
          }
        },
      ),
      {seed: 15, numRuns: 500},
    );
  });
});
