import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {collectorFor, openEvents} from '../../src/event/open-events.js';
import type {ReadEventsOptions} from '../../src/event/open-events.js';
import {readEvents} from '../../src/event/read-events.js';
import {UnreadableFeedError} from '../../src/place/unreadable-feed-error.js';
import {calendar, PARIS, vevent} from './calendar.js';

const DAY = 86_400_000;
const EVENT = {name: 'Bal', startDate: '2026-05-12'};
const formats = 'icalendar, openagenda, mobilizon, tribe-events, datatourisme, json-ld, json';

describe('the window of a reading', () => {
  const windowOf = (options: Partial<ReadEventsOptions>): unknown =>
    collectorFor({...PARIS, ...options}).context.window;

  it('is told as an instant, or as a day of the zone', () => {
    const [from, to] = [Date.UTC(2026, 4, 12), Date.UTC(2026, 5, 1)];
    for (const [one, other] of [
      [from, to],
      [new Date(from), new Date(to)],
      ['2026-05-12T00:00Z', '2026-06-01T02:00+02:00'],
    ]) {
      assert.deepEqual(windowOf({from: one!, to: other!}), {from, to});
    }
    assert.deepEqual(windowOf({from: '2026-05-12', to: '20260601'}), {
      from: from - 7_200_000,
      to: to - 7_200_000,
    });
  });

  it('goes forward, a century at most', () => {
    const from = Date.UTC(2026, 0, 1);
    const isNone = new RangeError(
      'the window of time must be from earlier to later, within 100 years',
    );
    assert.deepEqual(windowOf({from, to: from}), {from, to: from});
    const to = from + 36_525 * DAY;
    assert.deepEqual(windowOf({from, to}), {from, to});
    assert.throws(() => windowOf({from, to: to + 1}), isNone);
    assert.throws(() => windowOf({from, to: from - 1}), isNone);
    assert.throws(() => windowOf({from: 'soon'}), isNone);
    assert.throws(() => windowOf({to: NaN}), isNone);
  });

  it('is in a zone that we know', () => {
    assert.throws(
      () => windowOf({timeZone: 'Mars'}),
      new RangeError('no time zone is called "Mars"'),
    );
  });
});

describe('the limits of a reading', () => {
  it('are those that are asked for, or what a town may need', () => {
    const {limits, budget} = collectorFor(PARIS).context;
    assert.deepEqual(limits, {events: 50_000, occurrences: 200_000, perEvent: 5000});
    assert.deepEqual(
      [budget.forSeries().spend(50_000), budget.forSeries().spend(50_001)],
      [true, false],
    );
    const own = collectorFor({
      ...PARIS,
      maxEvents: 1,
      maxOccurrences: 2,
      maxOccurrencesPerEvent: 3,
      maxSteps: 41,
    }).context;
    assert.deepEqual(own.limits, {events: 1, occurrences: 2, perEvent: 3});
    assert.deepEqual(
      [own.budget.forSeries().spend(3), own.budget.forSeries().spend(4)],
      [true, false],
    );
  });
});

describe('what is given to read', () => {
  const ics = calendar(...vevent('DTSTART:20260512T183000Z'));
  const isUnreadable = (message: string) => (error: unknown) =>
    error instanceof UnreadableFeedError && error.message === message;

  it('is a text, bytes, a part of a buffer, or a value', () => {
    const bytes = new TextEncoder().encode(`xx${ics}xx`);
    const part = bytes.subarray(2, -2);
    const json = JSON.stringify([EVENT]);
    for (const input of [
      ics,
      part,
      part.slice().buffer,
      json,
      new TextEncoder().encode(json),
      [EVENT],
    ]) {
      assert.equal(readEvents(input, PARIS).events.length, 1);
    }
    assert.deepEqual(openEvents([EVENT], undefined), {kind: 'json', json: [EVENT]});
    assert.deepEqual(openEvents(ics, undefined), {kind: 'text', text: ics});
  });

  it('is read in the format that is named, whatever it looks like', () => {
    const read = (input: string | object, format: ReadEventsOptions['format']): unknown =>
      readEvents(input, {...PARIS, format}).format;
    assert.equal(read(ics, 'icalendar'), 'icalendar');
    assert.equal(read([EVENT], 'json'), 'json');
    assert.deepEqual(openEvents('[1]', 'icalendar'), {kind: 'text', text: '[1]'});
    assert.deepEqual(openEvents('1', 'json'), {kind: 'json', json: 1});
    const page = '<script type="application/ld+json">[]</script>';
    assert.equal(read(page, 'json-ld'), 'json-ld');
    for (const format of [undefined, 'json', 'icalendar'] as const) {
      assert.throws(() => read(page, format), isUnreadable('html: a web page, not data'));
    }
    assert.throws(
      () => read([EVENT], 'icalendar'),
      isUnreadable('unknown-format: not in the format icalendar: 0'),
    );
    assert.throws(() => read(ics, 'json'), UnreadableFeedError);
    assert.throws(
      () => read([EVENT], 'rss' as never),
      isUnreadable('unknown-format: no format is called "rss"'),
    );
  });

  it('is refused when nobody knows it, with what it begins with', () => {
    assert.throws(
      () => readEvents('hello', PARIS),
      isUnreadable(`unknown-format: not in the format ${formats}: "hello"`),
    );
    assert.throws(
      () => readEvents({a: 1, b: 2}, PARIS),
      isUnreadable(`unknown-format: not in the format ${formats}: a, b`),
    );
    assert.throws(
      () => readEvents('[]', PARIS),
      isUnreadable(`unknown-format: not in the format ${formats}: object`),
    );
  });
});
