import {PROTOTYPE_KEYS} from '../corpus/texts.js';

/** Lists of lines: some are too long to be arguments of a call. */
const calendar = (...lines: readonly (string | readonly string[])[]): string =>
  [
    'BEGIN:VCALENDAR',
    lines.map(one => (typeof one === 'string' ? one : one.join('\r\n'))).join('\r\n'),
    'END:VCALENDAR',
  ].join('\r\n');

const event = (...lines: readonly string[]): string[] => [
  'BEGIN:VEVENT',
  ...(lines.some(line => line.startsWith('DTSTART')) ? [] : ['DTSTART:20260105T120000Z']),
  ...lines,
  'END:VEVENT',
];

const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({length: count}, (_, at) => make(at));

const zone = (id: string, observances: readonly string[]): string[] => [
  'BEGIN:VTIMEZONE',
  `TZID:${id}`,
  ...observances,
  'END:VTIMEZONE',
];
const observance = (rule: string): string[] => [
  'BEGIN:STANDARD',
  'DTSTART:19000101T000000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  `RRULE:${rule}`,
  'END:STANDARD',
];
const all = (most: number, from = 0): string => times(most - from + 1, at => at + from).join();

/** Calendars of a few lines, or of many alike, that mean more work than any reader should do. */
export const calendarBombs: Readonly<Record<string, () => string>> = {
  'every second for ever': () => calendar(event('RRULE:FREQ=SECONDLY')),
  'a thousand million seconds': () => calendar(event('RRULE:FREQ=SECONDLY;COUNT=1000000000')),
  'all seconds of all minutes, the last one': () =>
    calendar(
      event(
        `RRULE:FREQ=YEARLY;BYSECOND=${all(59)};BYMINUTE=${all(59)};BYHOUR=${all(23)};BYYEARDAY=${all(366, 1)};BYSETPOS=-1`,
      ),
    ),
  'what never is': () => calendar(event('RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30')),
  'every second of a leap day': () =>
    calendar(event('RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=29')),
  'a rule of a megabyte': () => calendar(event(`RRULE:FREQ=DAILY;BYDAY=${'MO,'.repeat(300_000)}`)),
  'a hundred rules': () => calendar(event(...times(100, () => 'RRULE:FREQ=SECONDLY'))),
  'a hundred rules of exceptions': () =>
    calendar(event('RRULE:FREQ=DAILY', ...times(100, () => 'EXRULE:FREQ=SECONDLY'))),
  'five thousand series': () =>
    calendar(times(5000, at => event(`UID:${at}`, 'RRULE:FREQ=SECONDLY')).flat()),
  'dates of a megabyte': () =>
    calendar(
      event(
        `RDATE:${times(60_000, at => `2026${String((at % 12) + 1).padStart(2, '0')}05T12${String(at % 60).padStart(2, '0')}00Z`).join()}`,
      ),
    ),
  'exceptions of a megabyte': () =>
    calendar(event('RRULE:FREQ=DAILY', `EXDATE:${times(60_000, () => '20260106T120000Z').join()}`)),
  'lines of dates': () => calendar(event(...times(30_000, () => 'RDATE:20260106T120000Z'))),
  'periods without end': () =>
    calendar(event(`RDATE;VALUE=PERIOD:${times(20_000, () => '20260106T120000Z/P99999D').join()}`)),
  'exceptions of one series': () =>
    calendar(
      event('UID:a', 'RRULE:FREQ=DAILY'),
      times(10_000, at =>
        event(
          'UID:a',
          `RECURRENCE-ID:2026${String((at % 12) + 1).padStart(2, '0')}${String((at % 28) + 1).padStart(2, '0')}T120000Z`,
          `SUMMARY:${at}`,
        ),
      ).flat(),
    ),
  'exceptions of this and all that follow': () =>
    calendar(
      event('UID:a', 'RRULE:FREQ=DAILY'),
      times(2000, at =>
        event(
          'UID:a',
          `RECURRENCE-ID;RANGE=THISANDFUTURE:202601${String((at % 28) + 1).padStart(2, '0')}T12${String(at % 60).padStart(2, '0')}00Z`,
        ),
      ).flat(),
    ),
  'one UID for all': () =>
    calendar(
      times(150_000, () => ['BEGIN:VEVENT', 'UID:a', 'DTSTART:20260105', 'END:VEVENT']).flat(),
    ),
  'one UID, each another day': () =>
    calendar(
      times(20_000, at =>
        event(
          'UID:a',
          `DTSTART:2026${String((at % 12) + 1).padStart(2, '0')}${String((at % 28) + 1).padStart(2, '0')}T${String(at % 24).padStart(2, '0')}0000`,
        ),
      ).flat(),
    ),
  'UIDs of prototypes': () =>
    calendar(PROTOTYPE_KEYS.flatMap(key => event(`UID:${key}`, `SUMMARY:${key}`))),
  'a zone that changes each second': () =>
    calendar(
      zone('Z', observance('FREQ=SECONDLY')),
      event('DTSTART;TZID=Z:20260105T120000', 'RRULE:FREQ=DAILY'),
    ),
  'a zone of a thousand rules': () =>
    calendar(
      zone('Z', times(1000, () => observance('FREQ=DAILY')).flat()),
      event('DTSTART;TZID=Z:20260105T120000', 'RRULE:FREQ=DAILY'),
    ),
  'ten thousand zones': () =>
    calendar(
      times(10_000, at => zone(`Z${at}`, observance('FREQ=DAILY'))).flat(),
      times(10_000, at => event(`UID:${at}`, `DTSTART;TZID=Z${at}:20260105T120000`)).flat(),
    ),
  'zones that nobody knows': () =>
    calendar(
      times(10_000, at => event(`UID:${at}`, `DTSTART;TZID=Nowhere/${at}:20260105T120000`)).flat(),
    ),
  'zones named as prototypes': () =>
    calendar(
      PROTOTYPE_KEYS.flatMap(key => event(`UID:${key}`, `DTSTART;TZID=${key}:20260105T120000`)),
    ),
  'a zone that is a path': () =>
    calendar(event(`DTSTART;TZID=/${'a/'.repeat(100_000)}b:20260105T120000`)),
  'offsets beyond all measure': () =>
    calendar(
      zone('Z', [
        'BEGIN:STANDARD',
        'DTSTART:19700101T000000',
        'TZOFFSETFROM:+9999',
        'TZOFFSETTO:-999999',
        'END:STANDARD',
      ]),
      event('DTSTART;TZID=Z:20260105T120000'),
    ),
  'components in components': () =>
    calendar(
      'BEGIN:VEVENT',
      'DTSTART:20260105',
      times(100_000, () => 'BEGIN:VALARM'),
    ),
  'ends without beginnings': () => 'END:VEVENT\r\n'.repeat(100_000) + calendar(event()),
  'calendars in calendars': () => 'BEGIN:VCALENDAR\r\n'.repeat(50_000) + event().join('\r\n'),
  'a parameter of a megabyte': () =>
    calendar(event(`DTSTART;^${'a'.repeat(1_000_000)}:20260105T120000`)),
  'parameters of a megabyte': () =>
    calendar(event(`DTSTART${';X="a"'.repeat(150_000)}:20260105T120000`)),
  'quotes in parameters': () => calendar(event(`DTSTART;X=${'"'.repeat(500_000)}20260105T120000`)),
  'no colon in twenty megabytes': () => calendar(event(`DTSTART;X=${'a'.repeat(20_000_000)}`)),
  'one letter a line': () => calendar(event(`SUMMARY:${'a\r\n '.repeat(300_000)}`)),
  'lines that belong to nothing': () =>
    calendar(
      'BEGIN:VEVENT',
      'DTSTART:20260105',
      'SUMMARY:a',
      times(200_000, () => 'x'),
    ),
  'a contact of a megabyte': () => calendar(event(`CONTACT:${'a'.repeat(1_000_000)}`)),
  'categories of a megabyte': () => calendar(event(`CATEGORIES:${'a,'.repeat(500_000)}`)),
  'categories of one word': () => calendar(event(`CATEGORIES:${'a'.repeat(20_000_000)}`)),
  'an end before the beginning': () =>
    calendar(event('DTSTART:20260105T120000Z', 'DTEND:19700101T000000Z', 'RRULE:FREQ=DAILY')),
  'what lasts for ever': () =>
    calendar(
      event('DTSTART:20260105T120000Z', 'DURATION:P999999999W', 'RRULE:FREQ=DAILY'),
      event('DTSTART:20260105T120000Z', 'DURATION:P36000D', 'RRULE:FREQ=HOURLY'),
    ),
  'from the year 0 on': () =>
    calendar(
      event('DTSTART:00000101T000000Z', 'RRULE:FREQ=HOURLY'),
      event('DTSTART:99991231T235959Z', 'RRULE:FREQ=YEARLY'),
    ),
  'empty lines': () => `${'\r\n'.repeat(500_000)}${calendar(event())}`,
  'spaces before the first line': () => `${' '.repeat(500_000)}\n${calendar(event())}`,
};
