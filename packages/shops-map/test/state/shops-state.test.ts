import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  categories,
  groupOf,
  PlaceIndex,
  type CategoryId,
  type HoursReader,
  type Place,
} from '@local-widgets/model';
import fc from 'fast-check';
import {PAGE_SIZE, pageCount} from '../../src/state/pages.js';
import {ShopsState, type ShopsSettings} from '../../src/state/shops-state.js';

const center = {longitude: 0.5, latitude: 48.4};
const now = new Date('2026-11-24T10:30:00+01:00');
const readHours: HoursReader = hours => ({state: hours === 'open' ? 'open' : 'closed'});

const ids = categories.map(({id}) => id);
const USED: CategoryId[] = ['bakery', 'butcher', 'farm', 'honey', 'books', 'food', 'other'];

const place = (i: number): Place => ({
  id: `p${i}`,
  name: `Place ${String(i).padStart(3, '0')}`,
  geo: {longitude: 0.5 + (i % 30) / 100, latitude: 48.4},
  categories: [USED[i % USED.length]!, ...(i % 5 === 0 ? (['museum'] as const) : [])],
  ...(i % 3 !== 0 && {openingHours: i % 3 === 1 ? 'open' : 'closed'}),
});
const placesOf = (count: number): Place[] => Array.from({length: count}, (_, i) => place(i));

function stateOf(count: number, settings: ShopsSettings = {}, onChange = (): void => undefined) {
  const state = new ShopsState(onChange);
  state.useIndex(PlaceIndex);
  state.readHours = readHours;
  state.setPlaces(placesOf(count), settings);
  state.refresh(now);
  return state;
}

describe('ShopsState', () => {
  it('is empty before it has places', () => {
    const state = new ShopsState(() => undefined);
    state.refresh(now);
    assert.deepEqual(state.indices, []);
    assert.equal(state.pages, 1);
    assert.deepEqual(state.rows, []);
    assert.equal(state.indexOf('p1'), undefined);
  });

  it('keeps only allowed categories and what is below allowed groups', () => {
    const state = stateOf(70, {allowed: ['producers', 'books']});
    assert.equal(state.indices.length, 30);
    for (const {categories: own} of state.index!.places) {
      assert.ok(own.some(id => id === 'books' || groupOf(id).id === 'producers'));
    }
  });

  it('stays within the limit around the centre, and a narrower radius within that', () => {
    const state = stateOf(60, {center, limitKm: 10});
    const limited = state.indices.length;
    assert.ok(limited > 0 && limited < 60);
    assert.equal(state.radiusKm, 10);
    state.filter({radiusKm: 2});
    state.refresh(now);
    assert.ok(state.indices.length < limited);
    assert.equal(state.radiusKm, 2);
  });

  it('gives the same array again while it holds the same', () => {
    const state = stateOf(30);
    const before = state.indices;
    state.refresh(now);
    assert.equal(state.indices, before);
    state.filter({categories: new Set(['bakery'])});
    state.refresh(now);
    assert.notEqual(state.indices, before);
  });

  it('tells about each change once, and about none where there is none', () => {
    let changes = 0;
    const state = stateOf(30, {}, () => changes++);
    state.select(3);
    state.select(3);
    state.hover(3);
    state.hover(3);
    assert.equal(changes, 2);
  });

  it('takes the categories of a group along when the group goes', () => {
    const state = stateOf(30);
    for (const id of ['food', 'bakery', 'books'] as const) state.toggleCategory(id);
    state.toggleCategory('food');
    assert.deepEqual([...state.filters.categories], ['books']);
  });

  it('asks for the categories alone where their group only led to them', () => {
    const state = stateOf(70);
    state.toggleCategory('food');
    state.refresh(now);
    const all = state.indices.length;
    state.toggleCategory('bakery');
    state.refresh(now);
    assert.ok(state.indices.length < all);
    assert.ok(state.indices.every(i => state.index!.places[i]!.categories.includes('bakery')));
  });

  it('shows only those of a group that pass the filters, and forgets it with the next filter', () => {
    const state = stateOf(30);
    state.showGroup([4, 1, 8]);
    state.refresh(now);
    assert.deepEqual(
      [...state.indices].sort((a, b) => a - b),
      [1, 4, 8],
    );
    state.filter({open: 'now'});
    state.refresh(now);
    assert.equal(state.group, undefined);
    assert.ok(state.indices.length > 3);
  });

  it('does not restrict to open places before hours can be worked out', () => {
    const state = stateOf(30);
    state.readHours = undefined;
    state.filter({open: 'now'});
    state.refresh(now);
    assert.equal(state.indices.length, 30);
  });

  it('forgets choice, group and page with other places', () => {
    const state = stateOf(60);
    state.turnTo(2);
    state.select(5);
    state.hover(6);
    state.showGroup([5]);
    state.setPlaces(placesOf(3), {});
    state.refresh(now);
    assert.deepEqual(
      [state.selected, state.hovered, state.group, state.page],
      [undefined, undefined, undefined, 0],
    );
  });

  it('finds places by id', () => {
    const state = stateOf(30);
    assert.equal(state.index!.places[state.indexOf('p7')!]?.id, 'p7');
    assert.equal(state.indexOf('nobody'), undefined);
  });

  describe('after any sequence of actions', () => {
    type Action = (state: ShopsState) => void;
    const category = fc.constantFrom(...ids);
    const action: fc.Arbitrary<Action> = fc.oneof(
      category.map(
        (id): Action =>
          state =>
            state.toggleCategory(id),
      ),
      fc.constantFrom(undefined, 1, 5, 30).map(
        (radiusKm): Action =>
          state =>
            state.filter({radiusKm}),
      ),
      fc.constantFrom(undefined, 'now' as const, now).map(
        (open): Action =>
          state =>
            state.filter({open}),
      ),
      fc.nat(9).map((page): Action => state => {
        if (page < state.pages) state.turnTo(page);
      }),
      fc.option(fc.nat(69), {nil: undefined}).map((i): Action => state => {
        const count = state.index?.places.length ?? 0;
        state.select(i === undefined || i >= count ? undefined : i);
      }),
      fc.array(fc.nat(69), {minLength: 1}).map(
        (group): Action =>
          state =>
            state.showGroup(group),
      ),
      fc.constant((state: ShopsState) => state.showGroup(undefined)),
      fc.constant((state: ShopsState) => state.reset()),
      fc.nat(70).map(
        (count): Action =>
          state =>
            state.setPlaces(placesOf(count), state.settings),
      ),
      category.map(
        (id): Action =>
          state =>
            state.setPlaces(placesOf(70), {center, limitKm: 15, allowed: [id]}),
      ),
    );

    const check = (state: ShopsState): void => {
      const {indices, index, rows, page, pages, selected, group} = state;
      const count = index?.places.length ?? 0;
      assert.equal(new Set(indices).size, indices.length, 'no place twice');
      assert.ok(
        indices.every(i => i >= 0 && i < count),
        'only places that there are',
      );
      assert.ok(page >= 0 && page < pages, 'a page that there is');
      assert.equal(pages, pageCount(indices.length));
      assert.ok(rows.length <= PAGE_SIZE);
      assert.equal(rows.length === 0, indices.length === 0, 'no empty page');
      assert.ok(rows.every(i => indices.includes(i)));
      assert.ok(selected === undefined || selected < count, 'a choice that there is');
      if (group) assert.ok(indices.every(i => group.includes(i)));
      const total = Math.max(0, ...state.counts.values());
      assert.ok(total <= count, 'no category counts more than there are');
      assert.ok(state.unknownHours <= count);
    };

    it('shows places that there are, on a page that there is', () => {
      fc.assert(
        fc.property(fc.array(action, {maxLength: 25}), actions => {
          const state = stateOf(70, {center});
          for (const act of actions) {
            act(state);
            state.refresh(now);
            check(state);
          }
        }),
        {seed: 11, numRuns: 300},
      );
    });

    it('shows everything again after a reset', () => {
      fc.assert(
        fc.property(fc.array(action, {maxLength: 15}), actions => {
          const state = stateOf(70, {center});
          for (const act of actions) act(state);
          state.setPlaces(placesOf(70), {});
          state.reset();
          state.refresh(now);
          assert.equal(state.indices.length, 70);
          assert.equal(state.selected, undefined);
          assert.equal(state.page, 0);
        }),
        {seed: 12, numRuns: 100},
      );
    });

    it('counts for each category what choosing it alone would leave', () => {
      fc.assert(
        fc.property(fc.constantFrom(...USED, 'museum' as const), fc.boolean(), (id, isOpen) => {
          const state = stateOf(70, {center});
          state.filter({open: isOpen ? 'now' : undefined});
          state.refresh(now);
          const expected = state.counts.get(id) ?? 0;
          state.toggleCategory(id);
          state.refresh(now);
          assert.equal(state.indices.length, expected);
        }),
        {seed: 13},
      );
    });
  });
});
