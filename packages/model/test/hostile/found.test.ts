import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  eventsToICalendar,
  parseLonLat,
  readCatalogue,
  readEvents,
  readPlaces,
  readSchoolHolidays,
  cleanMessage,
} from '../../src/index.js';
import {calendar, PARIS, readOne, vevent} from '../event/calendar.js';

const START = 'DTSTART;TZID=Europe/Paris:20260105T120000';
const event = (id: string, more: object = {}) => ({
  id,
  name: id,
  startDate: '2026-05-12T18:00:00+02:00',
  endDate: '2026-05-12T20:00:00+02:00',
  ...more,
});
const reading = (events: readonly object[]) =>
  readEvents(
    {
      events,
      occurrences: [
        {eventId: 'a', recurrenceId: '20260512', start: 1_778_601_600_000, end: 1_778_608_800_000},
      ],
    },
    PARIS,
  );

/** What the corpus found: long runs end there, in a process that is watched. */
describe('what hostile feeds found', () => {
  it('the address of a calendar is a link or nothing', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'https://a@b.example/']) {
      assert.equal(
        readEvents(calendar(`URL:${url}`, ...vevent(START)), PARIS).calendar.url,
        undefined,
      );
      const own = {calendar: {url}, events: [event('a')]};
      assert.equal(readEvents(own, PARIS).calendar.url, undefined);
    }
    const {calendar: described} = readEvents(calendar('URL:/agenda', ...vevent(START)), {
      ...PARIS,
      baseUrl: 'https://town.example/x.ics',
    });
    assert.equal(described.url, 'https://town.example/agenda');
  });

  it('a hundred and fifty thousand events of one UID do not lose the calendar', () => {
    const same = Array.from({length: 150_000}, () => vevent('UID:same', START).join('\n'));
    const {events} = readEvents(calendar(...vevent('UID:good', START), same.join('\n')), PARIS);
    assert.deepEqual(
      events.map(({id}) => id),
      ['good', 'same'],
    );
  });

  it('parameters are read as before, and told from what looks like one', () => {
    const {occurrences} = readOne([
      'DTSTART;X="a;TZID=UTC";=b;c;TZID="Europe/Paris":20260105T120000',
    ]);
    assert.equal(occurrences[0]?.start, Date.parse('2026-01-05T12:00+01:00'));
  });

  it('a rule hands on no letters that a file cannot hold', () => {
    const {events} = readOne([START, 'RRULE:FREQ=DAILY;COUNT=2;X-\u0085=1;Y=\u202e;Z=1']);
    assert.equal(events[0]?.recurrence?.rule, 'FREQ=DAILY;COUNT=2;Z=1');
  });

  it('objects where texts belong do not lose the events of a reading', () => {
    const bad = event('bad', {
      registration: [{value: {toString: 1}}],
      location: {geo: {longitude: 48, latitude: 2}, address: {postalCode: {toString: 1}}},
    });
    const {events} = reading([event('a'), bad]);
    assert.deepEqual(
      events.map(({id}) => id),
      ['a', 'bad'],
    );
  });

  it('events of a reading have ids of their own, and zones and dates that are some', () => {
    const strange = event('a', {
      timeZone: 'Nowhere/Land',
      recurrence: {rule: 'FREQ=DAILY', dates: ['2026-05-13\r\nATTENDEE:x', '2026-05-14']},
    });
    const {events, occurrences, rejected} = reading([strange, event('a')]);
    assert.equal(events.length, 1);
    assert.equal(events[0]?.timeZone, undefined);
    assert.deepEqual(events[0]?.recurrence?.dates, ['2026-05-14']);
    assert.deepEqual(
      rejected.map(({reason}) => reason),
      ['bad-row'],
    );
    assert.doesNotMatch(eventsToICalendar({events, occurrences}, {now: new Date(0)}), /ATTENDEE/);
  });

  it('a series in the year 9999 makes a file of a few lines', () => {
    for (const year of ['0000', '9999']) {
      const series = {
        events: [
          event('a', {
            timeZone: 'Europe/Paris',
            startDate: `${year}-06-01T12:00:00+02:00`,
            endDate: `${year}-06-01T13:00:00+02:00`,
            recurrence: {rule: 'FREQ=DAILY'},
          }),
        ],
        occurrences: [
          {
            eventId: 'a',
            recurrenceId: '20260512',
            start: 1_778_601_600_000,
            end: 1_778_608_800_000,
          },
        ],
      };
      const file = eventsToICalendar(readEvents(series, PARIS), {now: new Date(0)});
      assert.ok(file.split('\r\n').length < 3000, `${file.split('\r\n').length} lines`);
      assert.match(file, /TZID:Europe\/Paris/);
    }
  });

  it('names of school holidays are clean, and there may be many of them', () => {
    const head = 'date,vacances_zone_a,vacances_zone_b,vacances_zone_c,nom_vacances';
    const {holidays} = readSchoolHolidays(`${head}\n2026-02-07,True,,,"\u202eNoël\u0000 "`);
    assert.equal(holidays[0]?.name, 'Noël');
    const days = Array.from({length: 200_000}, (_, at) => `2026-02-07,True,,,n${at}`);
    assert.ok(readSchoolHolidays([head, ...days].join('\n')).holidays.length > 1000);
  });

  it('the photo of a product is a link that says where it leads', () => {
    const photo = (image: string) =>
      readCatalogue({products: [{name: 'Pain', price: 100, vatRate: 550, image: {url: image}}]});
    assert.deepEqual(photo('https://town.example@evil.example/a.jpg').products, []);
    assert.equal(
      photo('https://a.example/a.jpg').products[0]?.image?.url,
      'https://a.example/a.jpg',
    );
    assert.doesNotMatch(
      photo('https://a.example/\u202egpj.exe').products[0]?.image?.url ?? '',
      /\u202e/,
    );
  });

  it('reads JSON-LD of a page in a comment or a section, as before', () => {
    const shop = '{"@type":"Bakery","name":"Le four","geo":{"latitude":48,"longitude":1}}';
    for (const block of [
      shop,
      `<!--${shop}-->`,
      `<![CDATA[${shop}]]>`,
      `//<![CDATA[\n${shop}\n//]]>`,
      `/*<![CDATA[*/${shop}/*]]>*/`,
      `/* <![CDATA[ */ ${shop} /* ]]> */`,
    ]) {
      const page = `<p><script type="application/ld+json">${block}</script>`;
      assert.equal(readPlaces(page, {format: 'json-ld'}).places.length, 1, block);
    }
  });

  it('a pair of numbers is short, and lines of a message end where their words end', () => {
    assert.equal(parseLonLat(`1${' '.repeat(200)},2`), undefined);
    assert.deepEqual(parseLonLat(' -2.76 , 47.66 '), {longitude: -2.76, latitude: 47.66});
    assert.equal(cleanMessage('a \u00a0\n  b\u2003 \r\n\t\nc '), 'a\n  b\n\nc');
  });
});
