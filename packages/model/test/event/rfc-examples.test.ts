import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {starts} from './calendar.js';

/**
 * Every example of RFC 5545 §3.8.5.3, in its order. The instances are those that the RFC lists; where it
 * goes on with "…", as many as it lists are compared.
 */
interface Example {
  readonly title: string;
  readonly rules: readonly string[];
  readonly start?: string;
  /** Dates at 9:00, or dates with times; months share their days: `1997-09 2 3 4`. */
  readonly expected: readonly string[];
  /** Whether the RFC ends the list with "…". */
  readonly goesOn?: true;
}

const SEPTEMBER_2 = '19970902T090000';
const range = (from: number, to: number): string =>
  Array.from({length: to - from + 1}, (_, at) => from + at).join(' ');

/** Every hour and twenty minutes from nine to four, of two days. */
const THIRDS = ['1997-09-02', '1997-09-03'].flatMap(day =>
  [9, 10, 11, 12, 13, 14, 15, 16].flatMap(hour =>
    ['00', '20', '40'].map(minute => `${day}T${String(hour).padStart(2, '0')}:${minute}`),
  ),
);

const JANUARIES = [1998, 1999, 2000].map(year => `${year}-01 ${range(1, 31)}`);

const EXAMPLES: readonly Example[] = [
  {
    title: 'daily for 10 occurrences',
    rules: ['FREQ=DAILY;COUNT=10'],
    expected: [`1997-09 ${range(2, 11)}`],
  },
  {
    title: 'daily until December 24, 1997',
    rules: ['FREQ=DAILY;UNTIL=19971224T000000Z'],
    expected: [
      `1997-09 ${range(2, 30)}`,
      `1997-10 ${range(1, 31)}`,
      `1997-11 ${range(1, 30)}`,
      `1997-12 ${range(1, 23)}`,
    ],
  },
  {
    title: 'every other day - forever',
    rules: ['FREQ=DAILY;INTERVAL=2'],
    expected: [
      '1997-09 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30',
      '1997-10 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30',
      '1997-11 1 3 5 7 9 11 13 15 17 19 21 23 25 27 29',
      '1997-12 1 3',
    ],
    goesOn: true,
  },
  {
    title: 'every 10 days, 5 occurrences',
    rules: ['FREQ=DAILY;INTERVAL=10;COUNT=5'],
    expected: ['1997-09 2 12 22', '1997-10 2 12'],
  },
  {
    title: 'every day in January, for 3 years, yearly',
    start: '19980101T090000',
    rules: ['FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA'],
    expected: JANUARIES,
  },
  {
    title: 'every day in January, for 3 years, daily',
    start: '19980101T090000',
    rules: ['FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1'],
    expected: JANUARIES,
  },
  {
    title: 'weekly for 10 occurrences',
    rules: ['FREQ=WEEKLY;COUNT=10'],
    expected: ['1997-09 2 9 16 23 30', '1997-10 7 14 21 28', '1997-11 4'],
  },
  {
    title: 'weekly until December 24, 1997',
    rules: ['FREQ=WEEKLY;UNTIL=19971224T000000Z'],
    expected: [
      '1997-09 2 9 16 23 30',
      '1997-10 7 14 21 28',
      '1997-11 4 11 18 25',
      '1997-12 2 9 16 23',
    ],
  },
  {
    title: 'every other week - forever',
    rules: ['FREQ=WEEKLY;INTERVAL=2;WKST=SU'],
    expected: [
      '1997-09 2 16 30',
      '1997-10 14 28',
      '1997-11 11 25',
      '1997-12 9 23',
      '1998-01 6 20',
      '1998-02 3 17',
    ],
    goesOn: true,
  },
  {
    title: 'weekly on Tuesday and Thursday for five weeks, by UNTIL',
    rules: ['FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH'],
    expected: ['1997-09 2 4 9 11 16 18 23 25 30', '1997-10 2'],
  },
  {
    title: 'weekly on Tuesday and Thursday for five weeks, by COUNT',
    rules: ['FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH'],
    expected: ['1997-09 2 4 9 11 16 18 23 25 30', '1997-10 2'],
  },
  {
    title: 'every other week on Monday, Wednesday, and Friday until December 24, 1997',
    start: '19970901T090000',
    rules: ['FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR'],
    expected: [
      '1997-09 1 3 5 15 17 19 29',
      '1997-10 1 3 13 15 17 27 29 31',
      '1997-11 10 12 14 24 26 28',
      '1997-12 8 10 12 22',
    ],
  },
  {
    title: 'every other week on Tuesday and Thursday, for 8 occurrences',
    rules: ['FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH'],
    expected: ['1997-09 2 4 16 18 30', '1997-10 2 14 16'],
  },
  {
    title: 'monthly on the first Friday for 10 occurrences',
    start: '19970905T090000',
    rules: ['FREQ=MONTHLY;COUNT=10;BYDAY=1FR'],
    expected: [
      '1997-09 5',
      '1997-10 3',
      '1997-11 7',
      '1997-12 5',
      '1998-01 2',
      '1998-02 6',
      '1998-03 6',
      '1998-04 3',
      '1998-05 1',
      '1998-06 5',
    ],
  },
  {
    title: 'monthly on the first Friday until December 24, 1997',
    start: '19970905T090000',
    rules: ['FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR'],
    expected: ['1997-09 5', '1997-10 3', '1997-11 7', '1997-12 5'],
  },
  {
    title: 'every other month on the first and last Sunday of the month for 10 occurrences',
    start: '19970907T090000',
    rules: ['FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU'],
    expected: ['1997-09 7 28', '1997-11 2 30', '1998-01 4 25', '1998-03 1 29', '1998-05 3 31'],
  },
  {
    title: 'monthly on the second-to-last Monday of the month for 6 months',
    start: '19970922T090000',
    rules: ['FREQ=MONTHLY;COUNT=6;BYDAY=-2MO'],
    expected: ['1997-09 22', '1997-10 20', '1997-11 17', '1997-12 22', '1998-01 19', '1998-02 16'],
  },
  {
    title: 'monthly on the third-to-the-last day of the month, forever',
    start: '19970928T090000',
    rules: ['FREQ=MONTHLY;BYMONTHDAY=-3'],
    expected: ['1997-09 28', '1997-10 29', '1997-11 28', '1997-12 29', '1998-01 29', '1998-02 26'],
    goesOn: true,
  },
  {
    title: 'monthly on the 2nd and 15th of the month for 10 occurrences',
    rules: ['FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15'],
    expected: ['1997-09 2 15', '1997-10 2 15', '1997-11 2 15', '1997-12 2 15', '1998-01 2 15'],
  },
  {
    title: 'monthly on the first and last day of the month for 10 occurrences',
    start: '19970930T090000',
    rules: ['FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1'],
    expected: [
      '1997-09 30',
      '1997-10 1 31',
      '1997-11 1 30',
      '1997-12 1 31',
      '1998-01 1 31',
      '1998-02 1',
    ],
  },
  {
    title: 'every 18 months on the 10th thru 15th of the month for 10 occurrences',
    start: '19970910T090000',
    rules: ['FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15'],
    expected: ['1997-09 10 11 12 13 14 15', '1999-03 10 11 12 13'],
  },
  {
    title: 'every Tuesday, every other month',
    rules: ['FREQ=MONTHLY;INTERVAL=2;BYDAY=TU'],
    expected: [
      '1997-09 2 9 16 23 30',
      '1997-11 4 11 18 25',
      '1998-01 6 13 20 27',
      '1998-03 3 10 17 24 31',
    ],
    goesOn: true,
  },
  {
    title: 'yearly in June and July for 10 occurrences',
    start: '19970610T090000',
    rules: ['FREQ=YEARLY;COUNT=10;BYMONTH=6,7'],
    expected: [1997, 1998, 1999, 2000, 2001].flatMap(year => [`${year}-06 10`, `${year}-07 10`]),
  },
  {
    title: 'every other year on January, February, and March for 10 occurrences',
    start: '19970310T090000',
    rules: ['FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3'],
    expected: [
      '1997-03 10',
      ...[1999, 2001, 2003].flatMap(year => ['01', '02', '03'].map(month => `${year}-${month} 10`)),
    ],
  },
  {
    title: 'every third year on the 1st, 100th, and 200th day for 10 occurrences',
    start: '19970101T090000',
    rules: ['FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200'],
    expected: [
      '1997-01 1',
      '1997-04 10',
      '1997-07 19',
      '2000-01 1',
      '2000-04 9',
      '2000-07 18',
      '2003-01 1',
      '2003-04 10',
      '2003-07 19',
      '2006-01 1',
    ],
  },
  {
    title: 'every 20th Monday of the year, forever',
    start: '19970519T090000',
    rules: ['FREQ=YEARLY;BYDAY=20MO'],
    expected: ['1997-05 19', '1998-05 18', '1999-05 17'],
    goesOn: true,
  },
  {
    title: 'Monday of week number 20, forever',
    start: '19970512T090000',
    rules: ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO'],
    expected: ['1997-05 12', '1998-05 11', '1999-05 17'],
    goesOn: true,
  },
  {
    title: 'every Thursday in March, forever',
    start: '19970313T090000',
    rules: ['FREQ=YEARLY;BYMONTH=3;BYDAY=TH'],
    expected: ['1997-03 13 20 27', '1998-03 5 12 19 26', '1999-03 4 11 18 25'],
    goesOn: true,
  },
  {
    title: 'every Thursday, but only during June, July, and August, forever',
    start: '19970605T090000',
    rules: ['FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8'],
    expected: [
      '1997-06 5 12 19 26',
      '1997-07 3 10 17 24 31',
      '1997-08 7 14 21 28',
      '1998-06 4 11 18 25',
      '1998-07 2 9 16 23 30',
      '1998-08 6 13 20 27',
      '1999-06 3 10 17 24',
      '1999-07 1 8 15 22 29',
      '1999-08 5 12 19 26',
    ],
    goesOn: true,
  },
  {
    title: 'every Friday the 13th, forever, with the start taken out',
    rules: ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', 'EXDATE;TZID=America/New_York:19970902T090000'],
    expected: ['1998-02 13', '1998-03 13', '1998-11 13', '1999-08 13', '2000-10 13'],
    goesOn: true,
  },
  {
    title: 'the first Saturday that follows the first Sunday of the month, forever',
    start: '19970913T090000',
    rules: ['FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13'],
    expected: [
      '1997-09 13',
      '1997-10 11',
      '1997-11 8',
      '1997-12 13',
      '1998-01 10',
      '1998-02 7',
      '1998-03 7',
      '1998-04 11',
      '1998-05 9',
      '1998-06 13',
    ],
    goesOn: true,
  },
  {
    title: 'every 4 years, the first Tuesday after a Monday in November, forever',
    start: '19961105T090000',
    rules: ['FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8'],
    expected: ['1996-11 5', '2000-11 7', '2004-11 2'],
    goesOn: true,
  },
  {
    title: 'the third instance into the month of one of Tuesday, Wednesday, or Thursday, 3 months',
    start: '19970904T090000',
    rules: ['FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3'],
    expected: ['1997-09 4', '1997-10 7', '1997-11 6'],
  },
  {
    title: 'the second-to-last weekday of the month',
    start: '19970929T090000',
    rules: ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2'],
    expected: [
      '1997-09 29',
      '1997-10 30',
      '1997-11 27',
      '1997-12 30',
      '1998-01 29',
      '1998-02 26',
      '1998-03 30',
    ],
    goesOn: true,
  },
  {
    // the RFC writes UNTIL=19970902T170000Z, which is 1:00 PM there, and lists what ends at 5:00 PM
    title: 'every 3 hours from 9:00 AM to 5:00 PM on a specific day',
    rules: ['FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z'],
    expected: ['1997-09-02T09:00', '1997-09-02T12:00', '1997-09-02T15:00'],
  },
  {
    title: 'every 15 minutes for 6 occurrences',
    rules: ['FREQ=MINUTELY;INTERVAL=15;COUNT=6'],
    expected: ['09:00', '09:15', '09:30', '09:45', '10:00', '10:15'].map(at => `1997-09-02T${at}`),
  },
  {
    title: 'every hour and a half for 4 occurrences',
    rules: ['FREQ=MINUTELY;INTERVAL=90;COUNT=4'],
    expected: ['09:00', '10:30', '12:00', '13:30'].map(at => `1997-09-02T${at}`),
  },
  {
    title: 'every 20 minutes from 9:00 AM to 4:40 PM every day, daily',
    rules: ['FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40'],
    expected: THIRDS,
    goesOn: true,
  },
  {
    title: 'every 20 minutes from 9:00 AM to 4:40 PM every day, minutely',
    rules: ['FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16'],
    expected: THIRDS,
    goesOn: true,
  },
  {
    title: 'where the days generated makes a difference because of WKST=MO',
    start: '19970805T090000',
    rules: ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO'],
    expected: ['1997-08 5 10 19 24'],
  },
  {
    title: 'and changing only WKST to SU',
    start: '19970805T090000',
    rules: ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU'],
    expected: ['1997-08 5 17 19 31'],
  },
  {
    title: 'an invalid date (February 30) is ignored',
    start: '20070115T090000',
    rules: ['FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5'],
    expected: ['2007-01 15 30', '2007-02 15', '2007-03 15 30'],
  },
];

/** Of §3.3.10, beside its table. */
const RULES: readonly Example[] = [
  {
    title: 'the last work day of the month',
    start: '19970930T090000',
    rules: ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
    expected: ['1997-09 30', '1997-10 31', '1997-11 28', '1997-12 31', '1998-01 30'],
    goesOn: true,
  },
  {
    title: 'every Sunday in January at 8:30 AM and 9:30 AM, every other year',
    start: '19970105T083000',
    rules: ['FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYDAY=SU;BYHOUR=8,9;BYMINUTE=30'],
    expected: [
      ...[5, 12, 19, 26].flatMap(day => [8, 9].map(hour => at(1997, day, hour))),
      ...[3, 10, 17, 24, 31].flatMap(day => [8, 9].map(hour => at(1999, day, hour))),
    ],
    goesOn: true,
  },
];

function at(year: number, day: number, hour: number): string {
  return `${year}-01-${String(day).padStart(2, '0')}T0${hour}:30`;
}

function expand(expected: readonly string[]): string[] {
  return expected.flatMap(text => {
    const [month, ...days] = text.split(' ');
    return days.length ? days.map(day => `${month!}-${day.padStart(2, '0')}T09:00`) : [text];
  });
}

const OPTIONS = {timeZone: 'America/New_York', from: '1996-01-01', to: '2010-01-01'};

function check({title, rules, start = SEPTEMBER_2, expected, goesOn}: Example): void {
  it(title, () => {
    const [rule, ...others] = rules;
    const found = starts(
      [`DTSTART;TZID=America/New_York:${start}`, `RRULE:${rule!}`, ...others],
      OPTIONS,
    );
    const instances = expand(expected);
    assert.deepEqual(goesOn ? found.slice(0, instances.length) : found, instances);
    if (goesOn) assert.ok(found.length > instances.length);
  });
}

describe('the examples of RFC 5545 §3.8.5.3', () => EXAMPLES.forEach(check));

describe('the examples of RFC 5545 §3.3.10', () => RULES.forEach(check));
