import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type {EventRecurrence} from '../../src/event/event.js';
import {englishRecurrence} from '../../src/event/words/english.js';
import {frenchRecurrence} from '../../src/event/words/french.js';
import {recurrenceInWords} from '../../src/event/words/recurrence-in-words.js';
import {anyRule} from './any-rules.js';

/** Tuesday 5 May 2026. */
const event = (recurrence: EventRecurrence) => ({
  startDate: '2026-05-05T18:30:00+02:00',
  timeZone: 'Europe/Paris',
  recurrence,
});

const SENTENCES: readonly (readonly [EventRecurrence, string, string])[] = [
  [
    {rule: 'FREQ=WEEKLY;UNTIL=20260630', exceptDates: ['2026-05-12T18:30:00']},
    'tous les mardis jusqu’au 30 juin, sauf le 12 mai',
    'every Tuesday until 30 June, except on 12 May',
  ],
  [{rule: 'FREQ=DAILY'}, 'tous les jours', 'every day'],
  [{rule: 'FREQ=DAILY;INTERVAL=2'}, 'un jour sur deux', 'every other day'],
  [
    {rule: 'FREQ=DAILY;INTERVAL=3;BYMONTH=7,8'},
    'tous les trois jours, en juillet et août',
    'every three days, in July and August',
  ],
  [{rule: 'FREQ=WEEKLY;INTERVAL=2'}, 'un mardi sur deux', 'every other Tuesday'],
  [
    {rule: 'FREQ=WEEKLY;INTERVAL=3'},
    'toutes les trois semaines, le mardi',
    'every three weeks, on Tuesday',
  ],
  [
    {rule: 'FREQ=WEEKLY;BYDAY=TH,TU;COUNT=10'},
    'tous les mardis et jeudis, 10 fois',
    'every Tuesday and Thursday, 10 times',
  ],
  [
    {rule: 'FREQ=WEEKLY;BYDAY=SA,SU;INTERVAL=2'},
    'les samedis et dimanches, une semaine sur deux',
    'every other week, on Saturday and Sunday',
  ],
  [{rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'}, 'du lundi au vendredi', 'Monday to Friday'],
  [{rule: 'FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR'}, 'du lundi au vendredi', 'Monday to Friday'],
  [
    {rule: 'FREQ=WEEKLY;BYMONTH=9,10,11,12,1,2,3,4,5,6'},
    'tous les mardis, de septembre à juin',
    'every Tuesday, from September to June',
  ],
  [
    {rule: 'FREQ=MONTHLY;BYDAY=1TU'},
    'le premier mardi de chaque mois',
    'on the first Tuesday of every month',
  ],
  [
    {rule: 'FREQ=MONTHLY;BYDAY=3TU,1TU'},
    'les premier et troisième mardis de chaque mois',
    'on the first and third Tuesday of every month',
  ],
  [
    {rule: 'FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1'},
    'le dernier mardi de chaque mois',
    'on the last Tuesday of every month',
  ],
  [
    {rule: 'FREQ=MONTHLY;BYDAY=-2FR'},
    'l’avant-dernier vendredi de chaque mois',
    'on the second to last Friday of every month',
  ],
  [
    {rule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'},
    'le dernier jour ouvré de chaque mois',
    'on the last working day of every month',
  ],
  [
    {rule: 'FREQ=MONTHLY;BYMONTHDAY=1,-1'},
    'le 1er et le dernier jour de chaque mois',
    'on the 1st and last day of every month',
  ],
  [
    {rule: 'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15'},
    'le 15, tous les deux mois',
    'on the 15th of every other month',
  ],
  [{rule: 'FREQ=MONTHLY'}, 'le 5 de chaque mois', 'on the 5th of every month'],
  [{rule: 'FREQ=YEARLY'}, 'tous les ans, le 5 mai', 'every year on 5 May'],
  [
    {rule: 'FREQ=YEARLY;BYMONTH=6;BYDAY=1SU'},
    'tous les ans, le premier dimanche de juin',
    'every year on the first Sunday of June',
  ],
  [
    {rule: 'FREQ=YEARLY;BYMONTH=4;BYDAY=-1SU'},
    'tous les ans, le dernier dimanche d’avril',
    'every year on the last Sunday of April',
  ],
  [
    {rule: 'FREQ=YEARLY;INTERVAL=2;BYMONTH=4;BYMONTHDAY=1'},
    'tous les deux ans, le 1er avril',
    'every other year on 1 April',
  ],
  [
    {
      rule: 'FREQ=WEEKLY',
      exceptDates: ['2026-06-02', '2026-05-12', '2026-05-19'],
      dates: ['2027-01-01'],
    },
    'tous les mardis, sauf les 12 et 19 mai et le 2 juin, et aussi le 1er janvier 2027',
    'every Tuesday, except on 12 and 19 May and 2 June, and also on 1 January 2027',
  ],
  [
    {dates: ['2026-06-14', '2026-05-13']},
    'les 5 et 13 mai et le 14 juin',
    'on 5 and 13 May and 14 June',
  ],
  [
    {dates: Array.from({length: 9}, (_, at) => `2026-06-1${at}`)},
    '10 dates du 5 mai au 18 juin',
    '10 dates from 5 May to 18 June',
  ],
  [
    {rule: 'FREQ=WEEKLY', exceptDates: Array.from({length: 8}, (_, at) => `2026-06-1${at}`)},
    'tous les mardis, sauf 8 dates',
    'every Tuesday, except on 8 dates',
  ],
  [{rule: 'FREQ=DAILY;INTERVAL=13'}, 'tous les 13 jours', 'every 13 days'],
  [{rule: 'FREQ=DAILY;COUNT=1'}, 'tous les jours, 1 fois', 'every day, 1 time'],
  [{rule: 'FREQ=DAILY;BYDAY=TU'}, 'tous les mardis', 'every Tuesday'],
  [{rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU'}, 'tous les jours', 'every day'],
  [
    {rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR'},
    'du lundi au vendredi, une semaine sur deux',
    'every other week, Monday to Friday',
  ],
  [
    {rule: 'FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,WE,FR'},
    'les lundis, mercredis et vendredis, toutes les trois semaines',
    'every three weeks, on Monday, Wednesday and Friday',
  ],
  [{rule: 'FREQ=WEEKLY;BYDAY=SA,SU,MO'}, 'du samedi au lundi', 'Saturday to Monday'],
  [
    {rule: 'FREQ=WEEKLY;BYMONTH=11,12,1'},
    'tous les mardis, de novembre à janvier',
    'every Tuesday, from November to January',
  ],
  [
    {rule: 'FREQ=WEEKLY;BYMONTH=4,5,6'},
    'tous les mardis, d’avril à juin',
    'every Tuesday, from April to June',
  ],
  [{rule: 'FREQ=WEEKLY;BYMONTH=7'}, 'tous les mardis, en juillet', 'every Tuesday, in July'],
  [{rule: 'FREQ=MONTHLY;BYDAY=TU'}, 'tous les mardis', 'every Tuesday'],
  [
    {rule: 'FREQ=MONTHLY;BYDAY=2TU,1MO'},
    'le premier lundi et le deuxième mardi de chaque mois',
    'on the first Monday and second Tuesday of every month',
  ],
  [
    {rule: 'FREQ=MONTHLY;BYDAY=-1TU,1TU'},
    'le premier mardi et le dernier mardi de chaque mois',
    'on the first and last Tuesday of every month',
  ],
  [
    {rule: 'FREQ=MONTHLY;INTERVAL=3;BYDAY=4SA,5SA'},
    'les quatrième et cinquième samedis, tous les trois mois',
    'on the fourth and fifth Saturday of every three months',
  ],
  [
    {rule: 'FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,11,12,13,21,22,23,31'},
    'les 1er, 2, 3, 4, 11, 12, 13, 21, 22, 23 et 31 de chaque mois',
    'on the 1st, 2nd, 3rd, 4th, 11th, 12th, 13th, 21st, 22nd, 23rd and 31st of every month',
  ],
  [
    {rule: 'FREQ=MONTHLY;BYMONTHDAY=-1,-2'},
    'l’avant-dernier jour et le dernier jour de chaque mois',
    'on the second to last day and last day of every month',
  ],
  [
    {rule: 'FREQ=MONTHLY;BYMONTHDAY=10;BYMONTH=1,2'},
    'le 10 de chaque mois, en janvier et février',
    'on the 10th of every month, in January and February',
  ],
  [
    {rule: 'FREQ=YEARLY;INTERVAL=3;BYMONTH=5;BYMONTHDAY=1,2'},
    'tous les trois ans, les 1er et 2 mai',
    'every three years on 1 and 2 May',
  ],
  [
    {rule: 'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1'},
    'tous les ans, le dernier jour de mai',
    'every year on the last day of May',
  ],
  [
    {rule: 'FREQ=YEARLY;BYMONTH=8,10;BYDAY=1SU'},
    'tous les ans, le premier dimanche d’août et d’octobre',
    'every year on the first Sunday of August and October',
  ],
  [
    {rule: 'FREQ=DAILY', exceptDates: Array.from({length: 6}, (_, at) => `2026-06-1${at}`)},
    'tous les jours, sauf les 10, 11, 12, 13, 14 et 15 juin',
    'every day, except on 10, 11, 12, 13, 14 and 15 June',
  ],
  [
    {rule: 'FREQ=DAILY', dates: Array.from({length: 6}, (_, at) => `2026-06-1${at}`)},
    'tous les jours, et aussi les 10, 11, 12, 13, 14 et 15 juin',
    'every day, and also on 10, 11, 12, 13, 14 and 15 June',
  ],
  [
    {rule: 'FREQ=DAILY', dates: Array.from({length: 7}, (_, at) => `2026-06-1${at}`)},
    'tous les jours, et à 7 autres dates',
    'every day, and on 7 more dates',
  ],
  [
    {dates: Array.from({length: 5}, (_, at) => `2026-06-1${at}`)},
    'le 5 mai et les 10, 11, 12, 13 et 14 juin',
    'on 5 May and 10, 11, 12, 13 and 14 June',
  ],
  [
    {dates: Array.from({length: 6}, (_, at) => `2026-06-1${at}`)},
    '7 dates du 5 mai au 15 juin',
    '7 dates from 5 May to 15 June',
  ],
  [
    {dates: ['2026-05-13', '2027-05-13', 'never'], exceptDates: ['2026-05-05']},
    'le 13 mai et le 13 mai 2027',
    'on 13 May and 13 May 2027',
  ],
];

describe('recurrenceInWords', () => {
  for (const [recurrence, french, english] of SENTENCES) {
    it(`${recurrence.rule ?? 'dates'}: ${french}`, () => {
      assert.equal(recurrenceInWords(event(recurrence), frenchRecurrence), french);
      assert.equal(recurrenceInWords(event(recurrence), englishRecurrence), english);
    });
  }

  it('ends with the last day on which it can begin', () => {
    const until = (text: string) =>
      recurrenceInWords(event({rule: `FREQ=WEEKLY;UNTIL=${text}`}), frenchRecurrence);
    // midnight of 1 July in Paris
    assert.equal(until('20260630T220000Z'), 'tous les mardis jusqu’au 30 juin');
    assert.equal(until('20260630T163000Z'), 'tous les mardis jusqu’au 30 juin');
    assert.equal(until('20260630T162959Z'), 'tous les mardis jusqu’au 29 juin');
    assert.equal(until('20270630'), 'tous les mardis jusqu’au 30 juin 2027');
  });

  it('says years but that which goes without saying', () => {
    const recurrence = {rule: 'FREQ=WEEKLY;UNTIL=20260630'};
    assert.equal(
      recurrenceInWords(event(recurrence), frenchRecurrence, {year: 2025}),
      'tous les mardis jusqu’au 30 juin 2026',
    );
  });

  it('says nothing rather than something wrong', () => {
    for (const rule of [
      'FREQ=YEARLY;BYWEEKNO=20',
      'FREQ=YEARLY;BYYEARDAY=100',
      'FREQ=YEARLY;BYDAY=20MO',
      'FREQ=HOURLY',
      'FREQ=DAILY;BYHOUR=9,17',
      'FREQ=DAILY;INTERVAL=2;BYDAY=MO',
      'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
      'FREQ=MONTHLY;BYDAY=-3FR',
      'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1',
      'FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1',
      'FREQ=NEVER',
      'FREQ=DAILY;BYMINUTE=0,30',
      'FREQ=DAILY;BYSECOND=0,30',
      'FREQ=DAILY;BYMONTHDAY=1',
      'FREQ=DAILY;BYSETPOS=1;BYDAY=MO',
      'FREQ=DAILY;BYDAY=1MO',
      'FREQ=WEEKLY;BYMONTHDAY=1',
      'FREQ=MONTHLY;INTERVAL=2;BYDAY=MO',
      'FREQ=MONTHLY;BYDAY=1MO,TU',
      'FREQ=MONTHLY;BYDAY=1MO;BYSETPOS=1',
      'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-3',
      'FREQ=MONTHLY;BYMONTHDAY=-3',
      'FREQ=MONTHLY;BYMONTHDAY=1,2;BYSETPOS=1',
      'FREQ=YEARLY;BYMONTHDAY=3',
      'FREQ=YEARLY;BYMONTH=6;BYDAY=MO',
    ]) {
      assert.equal(recurrenceInWords(event({rule}), frenchRecurrence), undefined, rule);
    }
    assert.equal(recurrenceInWords({startDate: '2026-05-05'}, frenchRecurrence), undefined);
    assert.equal(recurrenceInWords(event({dates: []}), frenchRecurrence), undefined);
    const one = {dates: ['2026-05-13'], exceptDates: ['2026-05-05']};
    assert.equal(recurrenceInWords(event(one), frenchRecurrence), undefined);
    const never = {startDate: 'never', recurrence: {rule: 'FREQ=DAILY'}};
    assert.equal(recurrenceInWords(never, frenchRecurrence), undefined);
  });

  it('leaves no hole in a sentence, whatever the rule', () => {
    fc.assert(
      fc.property(anyRule(), rule => {
        for (const words of [frenchRecurrence, englishRecurrence]) {
          const sentence = recurrenceInWords(event({rule}), words) ?? 'none';
          assert.doesNotMatch(
            sentence,
            /undefined|NaN|null| {2}|, ,|,$| $/,
            `${rule}: ${sentence}`,
          );
        }
      }),
      {numRuns: 1000},
    );
  });
});
