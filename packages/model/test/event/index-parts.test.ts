import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Event} from '../../src/event/event.js';
import {ageGroupsOf} from '../../src/event/index/age-groups.js';
import {dayOfIso, isoOfDay} from '../../src/event/index/days.js';
import {eventSearch} from '../../src/event/index/search-text.js';
import {dayAt, shortcutDays, startOfDay} from '../../src/event/index/shortcuts.js';
import {weekOfLocale} from '../../src/event/index/week-of-locale.js';
import {FIELD_END} from '../../src/text/word-table.js';
import {eventOf, WHOLE} from './writers/made.js';

describe('ageGroupsOf', () => {
  const groups = (more: Partial<Event>): readonly string[] => ageGroupsOf(eventOf(more));
  const ages = (min?: number, max?: number): readonly string[] =>
    groups({
      typicalAgeRange: {...(min !== undefined && {min}), ...(max !== undefined && {max})},
      audience: ['Adultes'],
    });

  it('goes by ages, both included', () => {
    assert.deepEqual(ages(0, 2), ['toddlers']);
    assert.deepEqual(ages(2, 3), ['toddlers', 'children']);
    assert.deepEqual(ages(3, 11), ['children']);
    assert.deepEqual(ages(12, 17), ['teenagers']);
    assert.deepEqual(ages(17, 18), ['teenagers', 'adults']);
    assert.deepEqual(ages(18), ['adults']);
    assert.deepEqual(ages(120), ['adults']);
    assert.deepEqual(ages(undefined, 2), ['toddlers']);
  });

  it('goes by words where there are none', () => {
    for (const [word, group] of [
      ['Tout-petits', 'toddlers'],
      ['tout petits', 'toddlers'],
      ['Bébé lecteur', 'toddlers'],
      ['0-3 ans', 'toddlers'],
      ['Toddler', 'toddlers'],
      ['Enfant', 'children'],
      ['Jeune public', 'children'],
      ['Familles', 'children'],
      ['famile', 'children'],
      ['family', 'children'],
      ['families', 'children'],
      ['Kids', 'children'],
      ['Children', 'children'],
      ['Ados', 'teenagers'],
      ['Adolescents', 'teenagers'],
      ['Jeunes', 'teenagers'],
      ['Teens', 'teenagers'],
      ['Adulte', 'adults'],
      ['Senior', 'adults'],
      ['Adults', 'adults'],
    ] as const) {
      assert.deepEqual(groups({audience: [word]}), [group], word);
      assert.deepEqual(groups({categories: [word]}), [group], word);
    }
    assert.deepEqual(groups({audience: ['Enfants', 'Adultes']}), ['children', 'adults']);
    assert.deepEqual(groups({audience: ['Jeunesse', 'Adoption']}), []);
    assert.deepEqual(groups({}), []);
  });
});

describe('what a search looks through', () => {
  it('is the name, the kind, and the rest, folded', () => {
    assert.deepEqual(eventSearch.searchTextOf(eventOf(WHOLE)).split(FIELD_END), [
      'bal',
      'fete danse musique accordeon familles',
      'salle 1 rue 56000 vannes asso a venez nombreux',
    ]);
    assert.deepEqual(eventSearch.searchTextOf(eventOf()).split(FIELD_END), ['bal', '', '']);
  });
});

describe('the week of a language', () => {
  /** What is found where Intl has these members and no other. */
  const found = (locale: string, members: object): unknown => {
    const prototype = Intl.Locale.prototype as object;
    const names = ['getWeekInfo', 'weekInfo'];
    const kept = names.map(name => Object.getOwnPropertyDescriptor(prototype, name));
    for (const name of names) {
      const value: unknown = Reflect.get(members, name);
      Object.defineProperty(prototype, name, {value, configurable: true});
    }
    try {
      return weekOfLocale(locale);
    } finally {
      names.forEach((name, at) => {
        Reflect.deleteProperty(prototype, name);
        if (kept[at]) Object.defineProperty(prototype, name, kept[at]);
      });
    }
  };

  it('is what the engine tells, in either way', () => {
    const week = {firstDay: 3, weekend: [1, 2]};
    const expected = {start: 2, weekend: [0, 1]};
    assert.deepEqual(found('fr', {getWeekInfo: () => week}), expected);
    assert.deepEqual(found('fr', {weekInfo: week}), expected);
    assert.deepEqual(found('fr', {getWeekInfo: () => week, weekInfo: {}}), expected);
  });

  it('is known where the engine does not tell', () => {
    for (const [locale, start, weekend] of [
      ['fr', 0, [5, 6]],
      ['en-GB', 0, [5, 6]],
      ['en', 6, [5, 6]],
      ['pt-BR', 6, [5, 6]],
      ['en-AU', 0, [5, 6]],
      ['ar-AE', 0, [5, 6]],
      ['is', 6, [5, 6]],
      ['ar-EG', 5, [4, 5]],
      ['ar-SA', 6, [4, 5]],
      ['ar-DJ', 5, [5, 6]],
      ['he', 6, [4, 5]],
      ['ps-AF', 5, [3, 4]],
      ['fa-IR', 5, [4]],
      ['hi-IN', 6, [6]],
      ['sw-UG', 0, [6]],
      ['dv-MV', 4, [5, 6]],
    ] as const) {
      assert.deepEqual(found(locale, {}), {start, weekend}, locale);
    }
    assert.deepEqual(found('no language', {}), {start: 0, weekend: [5, 6]});
  });
});

describe('shortcuts on each day of a week', () => {
  const monday = dayOfIso('2026-05-11')!;
  const ranges = (
    shortcut: 'this-week' | 'next-week' | 'this-weekend',
    start: number,
    weekend: number[],
  ) =>
    Array.from({length: 7}, (_, at) => {
      const {firstDay, lastDay} = shortcutDays(shortcut, monday + at, {start, weekend});
      return `${firstDay - monday}…${lastDay - monday}`;
    }).join(' ');

  it('are the rest of the week, the next one, and the rest of the weekend', () => {
    assert.equal(ranges('this-week', 0, [5, 6]), '0…6 1…6 2…6 3…6 4…6 5…6 6…6');
    assert.equal(ranges('this-week', 6, [5, 6]), '0…5 1…5 2…5 3…5 4…5 5…5 6…12');
    assert.equal(ranges('next-week', 0, [5, 6]), '7…13 7…13 7…13 7…13 7…13 7…13 7…13');
    assert.equal(ranges('next-week', 6, [5, 6]), '6…12 6…12 6…12 6…12 6…12 6…12 13…19');
    assert.equal(ranges('this-weekend', 0, [5, 6]), '5…6 5…6 5…6 5…6 5…6 5…6 6…6');
    assert.equal(ranges('this-weekend', 5, [4, 5]), '4…5 4…5 4…5 4…5 4…5 5…5 11…12');
  });

  it('end with the month', () => {
    const week = {start: 0, weekend: [5, 6]};
    const month = (text: string): string => {
      const {firstDay, lastDay} = shortcutDays('this-month', dayOfIso(text)!, week);
      return `${isoOfDay(firstDay)} ${isoOfDay(lastDay)}`;
    };
    assert.equal(month('2026-12-31'), '2026-12-31 2026-12-31');
    assert.equal(month('2028-02-01'), '2028-02-01 2028-02-29');
  });

  it('are refused in a zone that nobody knows', () => {
    const expected = new RangeError('no time zone is called Mars');
    assert.throws(() => dayAt(new Date(), 'Mars'), expected);
    assert.throws(() => startOfDay(0, 'Mars'), expected);
  });
});
