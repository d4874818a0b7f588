import {describe, it} from 'node:test';
import assert from 'node:assert/strict';
import type {EventDocument} from '@local-widgets/model/schemas.js';
import {DraftBox} from '../src/agenda/draft/draft-box.js';
import {draftProblems} from '../src/agenda/draft/draft-problems.js';
import {emptyDraft, NO_CHANGE, type EventDraft} from '../src/agenda/draft/event-draft.js';
import {draftOf} from '../src/agenda/draft/read-document.js';
import {readRule, ruleOf} from '../src/agenda/draft/rule.js';
import {nextDates, withoutLostDates} from '../src/agenda/draft/series-dates.js';
import {documentOf, spanOf} from '../src/agenda/draft/write-document.js';
import {fieldOfPointer} from '../src/agenda/editor/field-of-pointer.js';

const context = {language: 'fr', profile: undefined};
const ground = {base: undefined, profile: undefined, timeZone: 'Europe/Paris'};

/** An evening, on Tuesday 24 November 2026 unless told. */
const evening = (more: Partial<EventDraft> = {}): EventDraft => ({
  ...emptyDraft('2026-11-24'),
  name: 'Yoga',
  startTime: '18:30',
  endTime: '20:00',
  where: 'none',
  ...more,
});

describe('the rule of a draft', () => {
  const rules: readonly (readonly [Partial<EventDraft>, string | undefined])[] = [
    [{repeat: 'none'}, undefined],
    [{repeat: 'dates'}, undefined],
    [{repeat: 'daily', ends: 'count', count: '5'}, 'FREQ=DAILY;COUNT=5'],
    [{repeat: 'weekly'}, 'FREQ=WEEKLY;BYDAY=TU'],
    [{repeat: 'weekly', weekdays: ['Th', 'Tu']}, 'FREQ=WEEKLY;BYDAY=TU,TH'],
    [
      {repeat: 'fortnightly', weekdays: ['Tu'], ends: 'until', until: '2027-06-29'},
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270629T235959',
    ],
    [{repeat: 'month-day'}, 'FREQ=MONTHLY;BYMONTHDAY=24'],
    [{repeat: 'month-weekday'}, 'FREQ=MONTHLY;BYDAY=4TU'],
    [{repeat: 'month-last'}, 'FREQ=MONTHLY;BYDAY=-1TU'],
    [{repeat: 'yearly'}, 'FREQ=YEARLY'],
    [{repeat: 'own', ownRule: 'FREQ=DAILY;INTERVAL=3'}, 'FREQ=DAILY;INTERVAL=3'],
  ];
  for (const [more, rule] of rules) {
    it(`is ${rule ?? 'none'} for ${more.repeat}`, () => {
      assert.equal(ruleOf(evening(more), '2026-11-24'), rule);
    });
    if (rule !== undefined) {
      it(`is read back from ${rule}`, () => {
        const read = readRule(rule, '2026-11-24', false);
        assert.equal(ruleOf({...evening(), ...read}, '2026-11-24'), rule);
        assert.equal(read.repeat, more.repeat);
      });
    }
  }

  it('is left as it is where the form has no words for it', () => {
    for (const rule of [
      'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1',
      'FREQ=WEEKLY;INTERVAL=3;BYDAY=TU',
      'FREQ=MONTHLY;BYMONTHDAY=1',
    ]) {
      assert.equal(readRule(rule, '2026-11-24', false).repeat, 'own', rule);
    }
  });

  it('understands rules that are written another way', () => {
    const read = readRule('INTERVAL=1;BYDAY=TH,TU;FREQ=WEEKLY;WKST=MO', '2026-11-24', false);
    assert.equal(read.repeat, 'weekly');
    assert.deepEqual(read.weekdays, ['Th', 'Tu']);
  });
});

describe('when a draft is', () => {
  it('ends the next day when it ends before it begins and no day is told', () => {
    const {startDate, endDate} = spanOf(evening({startTime: '22:00', endTime: '02:00'}));
    assert.equal(startDate, '2026-11-24T22:00:00');
    assert.equal(endDate, '2026-11-25T02:00:00');
  });

  it('has no length when nobody knows its end', () => {
    const {startDate, endDate} = spanOf(evening({endTime: ''}));
    assert.equal(startDate, endDate);
  });

  it('begins on the first of its weekdays: a first date always counts', () => {
    const draft = evening({repeat: 'weekly', weekdays: ['Th', 'Fr'], endDay: '2026-11-25'});
    assert.deepEqual(spanOf(draft), {
      startDate: '2026-11-26T18:30:00',
      endDate: '2026-11-27T20:00:00',
    });
  });

  it('is days alone where it is all day', () => {
    const draft = evening({isAllDay: true, endDay: '2026-11-26'});
    assert.deepEqual(spanOf(draft), {startDate: '2026-11-24', endDate: '2026-11-26'});
  });
});

describe('a document and its draft', () => {
  const full: EventDocument = {
    name: 'Atelier pain',
    description: 'Pétrir, attendre, cuire.',
    isAllDay: false,
    startDate: '2026-11-24T18:30:00',
    endDate: '2026-11-24T20:00:00',
    timeZone: 'Europe/Paris',
    recurrence: {
      rule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270629T235959',
      dates: ['2026-11-26T18:30:00', '2026-11-27T10:00:00'],
      exceptDates: ['2026-12-22T18:30:00'],
    },
    overrides: [
      {recurrenceId: '20261201T183000', isCancelled: true, reason: 'Four en panne'},
      {
        recurrenceId: '20261208T183000',
        startDate: '2026-12-09T19:00:00',
        endDate: '2026-12-09T20:30:00',
        location: {name: 'Salle B'},
        capacity: 5,
      },
    ],
    location: {
      name: 'Fournil',
      address: {streetAddress: '3 place du Marché', postalCode: '28160', addressLocality: 'Brou'},
      geo: {longitude: 1.16, latitude: 48.21},
      placeId: 'fournil',
    },
    image: {url: 'https://images.example/pain.jpg', caption: 'Un pain', creditText: 'Léa'},
    organizer: {name: 'Le Fournil', telephone: '02 37 47 00 00', url: 'https://fournil.example/'},
    categories: ['Atelier', 'Cuisine'],
    keywords: ['pain'],
    audience: ['Familles'],
    typicalAgeRange: {min: 6},
    isAccessibleForFree: false,
    offers: [{name: 'Enfant', price: 350, url: 'https://fournil.example/billets'}, {price: 800}],
    accessibility: ['mobility'],
    setting: 'indoor',
    inLanguage: ['fr'],
    signUp: {
      capacity: 8,
      hasWaitingList: true,
      maxPlaces: 3,
      closesMinutesBefore: 90,
      reminderHours: 24,
      opensAt: '2026-11-01',
    },
  };

  it('are the same there and back, what the form has no fields for included', () => {
    const draft = draftOf(full, context);
    assert.equal(draft.repeat, 'weekly');
    assert.equal(draft.closesHours, '1.5');
    assert.deepEqual(documentOf(draft, {...ground, base: full}), full);
  });

  it('keep their exceptions when the time of day is another', () => {
    const draft = {...draftOf(full, context), startTime: '17:00', endTime: '18:30'};
    const {recurrence, overrides} = documentOf(draft, {...ground, base: full});
    assert.deepEqual(recurrence?.exceptDates, ['2026-12-22T17:00:00']);
    assert.deepEqual(recurrence.dates, ['2026-11-26T17:00:00', '2026-11-27T10:00:00']);
    assert.equal(overrides?.[0]?.recurrenceId, '20261201T170000');
  });

  it('say nothing of what is empty', () => {
    assert.deepEqual(documentOf(evening(), ground), {
      name: 'Yoga',
      isAllDay: false,
      startDate: '2026-11-24T18:30:00',
      endDate: '2026-11-24T20:00:00',
      timeZone: 'Europe/Paris',
    });
  });

  it('take nothing along to another place', () => {
    const draft = {...draftOf(full, context), placeName: 'Salle des fêtes', streetAddress: ''};
    const {location} = documentOf(draft, {...ground, base: full});
    assert.deepEqual(location, {
      name: 'Salle des fêtes',
      address: {postalCode: '28160', addressLocality: 'Brou'},
    });
  });

  it('have the address of the shop where that is where it is', () => {
    const address = {streetAddress: '3 place du Marché', addressLocality: 'Brou'};
    const profile = {name: 'Le Fournil', address} as never;
    const document = documentOf(evening({where: 'shop'}), {...ground, profile});
    assert.deepEqual(document.location, {name: 'Le Fournil', address});
    assert.equal(draftOf(document, {language: 'fr', profile}).where, 'shop');
  });

  it('do not hold changes of dates that are taken out', () => {
    const change = {...NO_CHANGE, isCancelled: true};
    const draft = evening({
      repeat: 'weekly',
      changes: {'2026-12-15': change, '2026-12-01': change, '2026-12-08': change},
      removed: ['2026-12-01'],
    });
    const {overrides} = documentOf(draft, ground);
    assert.deepEqual(overrides, [
      {recurrenceId: '20261208T183000', isCancelled: true},
      {recurrenceId: '20261215T183000', isCancelled: true},
    ]);
  });

  it('lose what differs on dates that another rule does not have', () => {
    const draft = evening({
      repeat: 'month-day',
      changes: {
        '2026-12-08': {...NO_CHANGE, isCancelled: true},
        '2026-12-24': {...NO_CHANGE, day: '2026-12-23'},
      },
    });
    const {overrides} = withoutLostDates(documentOf(draft, ground));
    assert.deepEqual(
      overrides?.map(({recurrenceId}) => recurrenceId),
      ['20261224T183000'],
    );
  });
});

describe('the dates of a series', () => {
  it('are the next ones, those that are taken out included', () => {
    const document = documentOf(
      evening({repeat: 'weekly', removed: ['2026-12-01'], added: ['2026-11-26']}),
      ground,
    );
    const from = Date.parse('2026-11-22T09:00:00Z');
    const {dates, hasMore} = nextDates(document, {from, most: 3});
    assert.deepEqual(
      dates.map(({recurrenceId}) => recurrenceId),
      ['20261124T183000', '20261126T183000', '20261201T183000'],
    );
    assert.equal(hasMore, true);
  });
});

describe('what is wrong with a draft', () => {
  const cases: readonly (readonly [Partial<EventDraft>, Record<string, string>])[] = [
    [{}, {}],
    [{name: ' '}, {name: 'nameMissing'}],
    [{startTime: ''}, {startTime: 'timeMissing'}],
    [{startTime: '', isAllDay: true}, {}],
    [{startDay: ''}, {startDay: 'dayMissing'}],
    [{endDay: '2026-11-23'}, {endDay: 'endsBefore'}],
    [{endDay: '2026-11-24', endTime: '18:00'}, {endTime: 'endsBefore'}],
    [{repeat: 'weekly', ends: 'until'}, {until: 'untilMissing'}],
    [{repeat: 'weekly', ends: 'count', count: '0'}, {count: 'countWrong'}],
    [{price: 'paid', offers: [{name: '', price: 'dix'}]}, {'offerPrice-0': 'amountWrong'}],
    [{imageUrl: 'https://images.example/a.jpg'}, {imageCaption: 'captionMissing'}],
    [{signUp: 'here', capacity: 'dix'}, {capacity: 'numberWrong'}],
    [{signUp: 'elsewhere'}, {registrationUrl: 'wayMissing'}],
  ];
  for (const [more, problems] of cases) {
    it(`${JSON.stringify(more)}: ${JSON.stringify(problems)}`, () => {
      assert.deepEqual(draftProblems(evening(more)), problems);
    });
  }
});

describe('the field for a pointer of the hub', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ['/event/name', 'name'],
    ['/event/startDate', 'startDay'],
    ['/event/recurrence/rule', 'repeat'],
    ['/event/recurrence/exceptDates/3', 'dates'],
    ['/event/overrides/0/recurrenceId', 'dates'],
    ['/event/location/address/postalCode', 'postalCode'],
    ['/event/offers/1/price', 'offerPrice-1'],
    ['/event/image/caption', 'imageCaption'],
    ['/event/signUp/capacity', 'capacity'],
    ['/event/typicalAgeRange/max', 'ageMax'],
    ['/event/categories/0', 'categories'],
  ];
  for (const [pointer, field] of pairs) {
    it(`${pointer} is ${field}`, () => assert.equal(fieldOfPointer(pointer), field));
  }
});

describe('drafts on the device', () => {
  it('are there again after a reload, and nothing is when there are none', () => {
    const stored = new Map<string, string>();
    const storage = {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
      removeItem: (key: string) => void stored.delete(key),
    };
    const box = new DraftBox('drafts', () => storage);
    box.put({calendar: 'agenda', id: 'e1', base: undefined, draft: evening()});
    const again = new DraftBox('drafts', () => storage);
    assert.equal(again.get('e1')?.draft.name, 'Yoga');
    assert.deepEqual(again.of('another'), []);
    again.remove('e1');
    assert.equal(stored.size, 0);
  });

  it('are none where the storage is full of something else, or forbidden', () => {
    const broken = {getItem: () => '{', setItem: () => assert.fail(), removeItem: () => undefined};
    assert.equal(new DraftBox('drafts', () => broken).size, 0);
    const box = new DraftBox('drafts', () => undefined);
    box.put({calendar: 'agenda', id: 'e1', base: undefined, draft: evening()});
    assert.equal(box.size, 1);
  });
});
