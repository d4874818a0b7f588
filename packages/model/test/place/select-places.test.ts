import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {openingStatus} from '../../src/hours/index.js';
import {categoryById, type CategoryId} from '../../src/place/categories.js';
import {nameOrderOf} from '../../src/place/order.js';
import type {Place} from '../../src/place/place.js';
import {searchTextOf} from '../../src/place/search-text.js';
import {PlaceIndex, type PlaceSearch} from '../../src/place/select-places.js';
import {createTextMatcher} from '../../src/text/match.js';

const center = {longitude: 0.52, latitude: 48.4};
const search: PlaceSearch = {
  searchTextOf: place => searchTextOf(place, id => categoryById(id).label),
  createTextMatcher,
};
const readHours = (hours: string, at: Date): ReturnType<typeof openingStatus> =>
  openingStatus(hours, at);

/** `kilometers` north of the centre. */
function place(id: string, kilometers: number, more: Partial<Place> = {}): Place {
  const geo = {longitude: 0.52, latitude: 48.4 + kilometers / 111.195};
  return {id, name: id, geo, categories: ['bakery'], ...more};
}

const places = [
  place('far', 12, {categories: ['honey'], products: ['Miel de châtaignier']}),
  place('near', 1, {openingHours: 'Tu-Sa 07:00-13:00'}),
  place('middle', 5, {categories: ['butcher'], openingHours: 'Mo-Su 08:00-19:00'}),
];
const names = (index: PlaceIndex, indices: readonly number[]): string[] =>
  indices.map(i => index.places[i]!.id);

describe('PlaceIndex', () => {
  it('puts the nearest first, with distances in metres', () => {
    const index = new PlaceIndex(places, center);
    assert.deepEqual(names(index, index.select({}).indices), ['near', 'middle', 'far']);
    assert.ok(Math.abs(index.distances[1]! - 1000) < 1);
  });

  it('puts places in the order of their names when there is no centre', () => {
    const unsorted = [place('Œufs', 0), place('Épicerie', 0), place('Abeille', 0)];
    const index = new PlaceIndex(unsorted);
    assert.deepEqual(names(index, index.select({}).indices), ['Abeille', 'Épicerie', 'Œufs']);
  });

  it('keeps what lies within the radius, its edge included', () => {
    const index = new PlaceIndex(places, center);
    const edge = index.distances[2]!;
    assert.deepEqual(names(index, index.select({radius: edge}).indices), ['near', 'middle']);
    assert.deepEqual(names(index, index.select({radius: edge - 1}).indices), ['near']);
  });

  it('finds by category and by the group above it', () => {
    const index = new PlaceIndex(places, center);
    assert.deepEqual(names(index, index.select({categories: ['honey']}).indices), ['far']);
    assert.deepEqual(names(index, index.select({categories: ['food']}).indices), [
      'near',
      'middle',
    ]);
  });

  it('counts what each category would leave, whatever category is chosen', () => {
    const index = new PlaceIndex(places, center);
    const {counts} = index.select({categories: ['honey'], radius: 6000});
    assert.equal(counts.get('food'), 2);
    assert.equal(counts.get('bakery'), 1);
    assert.equal(counts.get('honey'), undefined);
  });

  it('finds by words, with accents and slips forgiven, the best match first', () => {
    const index = new PlaceIndex(places, center);
    const find = (query: string): string[] =>
      names(index, index.select({text: {query, search}}).indices);
    assert.deepEqual(find('chataignier'), ['far']);
    assert.deepEqual(find('chataigner'), ['far']);
    assert.deepEqual(find('boulangerie'), ['near']);
    assert.deepEqual(find('nothing like it'), []);
    assert.deepEqual(find('  '), ['near', 'middle', 'far']);
  });

  it('with "open now" leaves out what is closed, and keeps the unknown, after the open', () => {
    const index = new PlaceIndex(places, center);
    const monday = {at: new Date('2026-11-23T09:00:00Z'), readHours};
    const tuesday = {at: new Date('2026-11-24T09:00:00Z'), readHours};
    const onMonday = index.select({open: monday});
    assert.deepEqual(names(index, onMonday.indices), ['middle', 'far']);
    assert.equal(onMonday.unknownHours, 1);
    assert.deepEqual(names(index, index.select({open: tuesday}).indices), [
      'near',
      'middle',
      'far',
    ]);
  });

  it('knows whether any place tells its hours', () => {
    assert.equal(new PlaceIndex(places).knowsHours, true);
    assert.equal(new PlaceIndex([place('a', 1)]).knowsHours, false);
  });

  it('works out equal hours once a moment', () => {
    let asked = 0;
    const counting = (hours: string, at: Date): ReturnType<typeof openingStatus> => {
      asked++;
      return openingStatus(hours, at);
    };
    const many = [...Array(50).keys()].map(i => place(`p${i}`, i, {openingHours: '24/7'}));
    const index = new PlaceIndex(many, center);
    index.select({open: {at: new Date('2026-11-23T09:00:00Z'), readHours: counting}});
    assert.equal(asked, 1);
  });

  it('keeps what it worked out for the present moment while another one is asked', () => {
    const asked: string[] = [];
    const counting = (hours: string, at: Date): ReturnType<typeof openingStatus> => {
      asked.push(at.toISOString().slice(8, 10));
      return openingStatus(hours, at);
    };
    const index = new PlaceIndex([place('a', 1, {openingHours: '24/7'})], center);
    for (let turn = 0; turn < 3; turn++) {
      index.statusOf(0, new Date('2026-11-23T09:00:00Z'), counting);
      index.select({open: {at: new Date('2026-11-28T09:00:00Z'), readHours: counting}});
    }
    assert.deepEqual(asked, ['23', '28']);
  });

  it('works out hours in slices, and not again before they change', () => {
    let asked = 0;
    const counting = (hours: string, at: Date): ReturnType<typeof openingStatus> => {
      asked++;
      return openingStatus(hours, at);
    };
    const index = new PlaceIndex(places, center);
    const moment = (time: string) => ({at: new Date(`2026-11-24T${time}Z`), readHours: counting});
    assert.equal(index.prepareHours(moment('09:00:00'), 2), false);
    assert.equal(index.prepareHours(moment('09:00:00'), 1), true);
    assert.equal(asked, 2);
    const find = (time: string) => names(index, index.select({open: moment(time)}).indices);
    assert.deepEqual(find('11:59:00'), ['near', 'middle', 'far']);
    assert.equal(asked, 2);
    assert.deepEqual(find('12:00:00'), ['middle', 'far']);
    assert.equal(asked, 3);
    assert.deepEqual(find('09:00:00'), ['near', 'middle', 'far']);
  });

  describe('in another order', () => {
    const index = new PlaceIndex(
      [
        place('Miel du nord', 3, {categories: ['honey']}),
        place('Épicerie', 2, {openingHours: 'Mo-Su 08:00-19:00', products: ['miel']}),
        place('Boulangerie', 1, {openingHours: 'Tu-Sa 07:00-13:00'}),
        place('Abeille et miel', 4, {openingHours: 'Mo-Su 08:00-19:00'}),
      ],
      center,
    );
    const onMonday = {at: new Date('2026-11-23T09:00:00Z'), readHours};
    const find = (criteria: Parameters<PlaceIndex['select']>[0]): string[] =>
      names(index, index.select(criteria).indices);

    it('sorts by name, and strictly so while searching', () => {
      assert.deepEqual(find({sort: 'name'}), [
        'Abeille et miel',
        'Boulangerie',
        'Épicerie',
        'Miel du nord',
      ]);
      assert.deepEqual(find({sort: 'name', text: {query: 'miel', search}}), [
        'Abeille et miel',
        'Épicerie',
        'Miel du nord',
      ]);
    });

    it('sorts strictly by distance while searching, and with "open now"', () => {
      const text = {query: 'miel', search};
      assert.deepEqual(find({text})[2], 'Épicerie');
      assert.deepEqual(find({text, sort: 'distance'})[0], 'Épicerie');
      assert.deepEqual(find({open: onMonday, sort: 'distance'}), [
        'Épicerie',
        'Miel du nord',
        'Abeille et miel',
      ]);
    });

    it('puts the open first, then the unknown, then the closed, each nearest first', () => {
      const all = ['Épicerie', 'Abeille et miel', 'Miel du nord', 'Boulangerie'];
      assert.deepEqual(find({sort: 'open', hours: onMonday}), all);
      assert.deepEqual(find({sort: 'open', open: onMonday}), all.slice(0, 3));
      assert.equal(index.select({sort: 'open', hours: onMonday}).unknownHours, 0);
    });

    it('takes the chosen moment of "open" before the present one', () => {
      const open = {at: new Date('2026-11-24T09:00:00Z'), readHours};
      assert.deepEqual(find({sort: 'open', open, hours: onMonday}), [
        'Boulangerie',
        'Épicerie',
        'Abeille et miel',
        'Miel du nord',
      ]);
    });

    it('stays nearest first when nobody can tell the hours', () => {
      assert.deepEqual(find({sort: 'open'}), find({sort: 'distance'}));
    });
  });

  it('takes an order by name that was made elsewhere', () => {
    const unsorted = [place('b', 0), place('a', 0)];
    const index = new PlaceIndex(unsorted, undefined, {nameOrder: nameOrderOf(unsorted)});
    assert.deepEqual(names(index, index.select({}).indices), ['a', 'b']);
  });

  it('folds texts in slices, and what is left when somebody searches', () => {
    let folded = 0;
    const counting: PlaceSearch = {
      createTextMatcher,
      searchTextOf: place => {
        folded++;
        return search.searchTextOf(place);
      },
    };
    const index = new PlaceIndex(places, center);
    assert.equal(index.prepareTexts(counting, 2), false);
    assert.equal(folded, 2);
    const find = (query: string): readonly number[] =>
      index.select({text: {query, search: counting}}).indices;
    assert.deepEqual(find('boulangerie'), [1]);
    assert.deepEqual(find('miel'), [0]);
    assert.equal(folded, 3);
    assert.equal(index.prepareTexts(counting, 2), true);
    assert.equal(index.prepareTexts(search, 3), true);
  });

  it('agrees with the plain definition of each criterion', () => {
    const ids: CategoryId[] = ['bakery', 'butcher', 'honey', 'other'];
    const arbitrary = fc.array(
      fc.record({kilometers: fc.double({min: 0, max: 50, noNaN: true}), at: fc.nat(3)}),
      {maxLength: 60},
    );
    fc.assert(
      fc.property(arbitrary, fc.nat(50), fc.subarray(ids), (rows, km, categories) => {
        const given = rows.map(({kilometers, at}, i) =>
          place(`p${i}`, kilometers, {categories: [ids[at]!]}),
        );
        const index = new PlaceIndex(given, center);
        const {indices} = index.select({radius: km * 1000, categories});
        const expected = given
          .map((_, i) => i)
          .filter(i => index.distances[i]! <= km * 1000)
          .filter(i => !categories.length || categories.includes(given[i]!.categories[0]!))
          .sort((a, b) => index.distances[a]! - index.distances[b]!);
        assert.deepEqual([...indices], expected);
      }),
      {seed: 11, numRuns: 200},
    );
  });
});
