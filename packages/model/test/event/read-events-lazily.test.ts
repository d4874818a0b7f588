import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {UnreadableFeedError} from '../../src/place/unreadable-feed-error.js';
import {readEventsLazily} from '../../src/event/read-events-lazily.js';
import {readEvents} from '../../src/event/read-events.js';
import {calendar, PARIS, vevent} from './calendar.js';

describe('readEventsLazily', () => {
  const feeds: Readonly<Record<string, string | object>> = {
    'a calendar': calendar(
      ...vevent('DTSTART;TZID=Europe/Paris:20260105T120000', 'RRULE:FREQ=WEEKLY;COUNT=3'),
    ),
    'a calendar with an odd zone': calendar(
      ...vevent('DTSTART;TZID=Romance Standard Time:20260105T120000', 'RRULE:FREQ=WEEKLY'),
    ),
    'JSON without rules': {events: [{name: 'x', startDate: '2026-01-05'}]},
    'JSON with a rule': {events: [{name: 'x', startDate: '2026-01-05', recurrence: 'FREQ=DAILY'}]},
    'JSON-LD with a schedule': {
      '@type': 'Event',
      name: 'x',
      eventSchedule: {startDate: '2026-01-05', repeatFrequency: 'P1W', byDay: 'Monday'},
    },
  };

  for (const [title, feed] of Object.entries(feeds)) {
    it(`reads ${title} as readEvents does`, async () => {
      assert.deepEqual(await readEventsLazily(feed, PARIS), readEvents(feed, PARIS));
    });
  }

  it('reads by a name as well', async () => {
    const text = feeds['a calendar'] as string;
    const named = await readEventsLazily(text, {...PARIS, format: 'icalendar'});
    assert.equal(named.occurrences.length, 3);
    await assert.rejects(readEventsLazily(text, {...PARIS, format: 'json'}), UnreadableFeedError);
  });

  it('reads every other format by its name, and pages', async () => {
    const {events} = feeds['JSON without rules'] as {events: object[]};
    const named = await readEventsLazily({events}, {...PARIS, format: 'json'});
    assert.equal(named.format, 'json');
    const thing = JSON.stringify(feeds['JSON-LD with a schedule']);
    const page = `<html><script type="application/ld+json">${thing}</script></html>`;
    const read = await readEventsLazily(page, {...PARIS, format: 'json-ld'});
    assert.equal(read.events.length, 1);
    await assert.rejects(readEventsLazily({events}, {...PARIS, format: 'rss' as never}), {
      message: 'unknown-format: no format is called "rss"',
    });
    await assert.rejects(readEventsLazily('hello', {...PARIS, format: 'icalendar'}), {
      message: 'unknown-format: not in the format icalendar: "hello"',
    });
  });

  it('ends what is broken with an unreadable feed', async () => {
    const broken = {
      get events(): unknown {
        throw new Error('out of order');
      },
    };
    await assert.rejects(readEventsLazily(broken, PARIS), {
      name: 'UnreadableFeedError',
      message: 'unknown-format: out of order',
    });
    assert.throws(() => readEvents(broken, PARIS), {
      name: 'UnreadableFeedError',
      message: 'unknown-format: out of order',
    });
    const late = new Proxy([{name: 'x', startDate: '2026-01-05'}, {}], {
      get: (target, key) => {
        if (key === '1') throw new Error('out of order');
        return Reflect.get(target, key) as unknown;
      },
    });
    await assert.rejects(readEventsLazily({events: late}, PARIS), {
      name: 'UnreadableFeedError',
      message: 'unknown-format: out of order',
    });
  });

  it('rejects what is no feed, and options that make no sense', async () => {
    await assert.rejects(readEventsLazily('hello', PARIS), UnreadableFeedError);
    await assert.rejects(readEventsLazily({}, {...PARIS, timeZone: 'Mars'}), RangeError);
  });

  it('ends with the reason of a signal that was aborted', async () => {
    const controller = new AbortController();
    const events = Array.from({length: 5000}, (_, at) => ({
      name: String(at),
      startDate: '2026-01-05',
    }));
    const reading = readEventsLazily({events}, {...PARIS, signal: controller.signal});
    const reason = new Error('left the page');
    controller.abort(reason);
    await assert.rejects(reading, reason);
  });
});
