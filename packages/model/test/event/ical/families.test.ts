import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readEvents} from '../../../src/event/read-events.js';
import {calendar, PARIS, startsIn, vevent} from '../calendar.js';

const read = (...events: string[][]) => readEvents(calendar(...events.flat()), PARIS);
const starts = (...events: string[][]): string[] => startsIn(read(...events), 'Europe/Paris');
const at = (name: string, day: string, hour: string): string =>
  `${name};TZID=Europe/Paris:202601${day}T${hour}0000`;
const series = (...more: string[]): string[] =>
  vevent(at('DTSTART', '05', '12'), 'RRULE:FREQ=DAILY;COUNT=3', 'SUMMARY:Cours', ...more);
const exception = (day: string, hour: string, ...more: string[]): string[] =>
  vevent(at('RECURRENCE-ID', day, '12'), at('DTSTART', day, hour), 'SUMMARY:Cours', ...more);
const noon = (day: string): string => `2026-01-${day}T12:00`;

describe('events of one UID', () => {
  it('are exceptions of the one that repeats, by a rule or by dates, wherever it stands', () => {
    const single = vevent(at('DTSTART', '20', '12'), 'SUMMARY:Cours');
    const moved = exception('06', '15');
    const expected = [noon('05'), '2026-01-06T15:00', noon('07'), noon('20')];
    assert.deepEqual(starts(single, series(), moved), expected);
    assert.deepEqual(starts(moved, series(), single), expected);
    const dates = vevent(
      at('DTSTART', '05', '12'),
      'SUMMARY:Cours',
      'RDATE;TZID=Europe/Paris:20260106T120000,20260107T120000',
    );
    assert.deepEqual(starts(single, dates, moved), expected);
  });

  it('are revisions of one date of the series, of which the latest counts', () => {
    const sequence = (number: number, hour: string): string[] =>
      exception('06', hour, `SEQUENCE:${number}`);
    assert.deepEqual(starts(series(), sequence(2, '15'), sequence(1, '17'))[1], '2026-01-06T15:00');
    assert.deepEqual(starts(series(), sequence(1, '15'), sequence(2, '17'))[1], '2026-01-06T17:00');
    assert.deepEqual(starts(series(), exception('06', '15'), exception('07', '16')), [
      noon('05'),
      '2026-01-06T15:00',
      '2026-01-07T16:00',
    ]);
    // what is no number is 0
    const odd = exception('06', '15', 'SEQUENCE:x');
    assert.deepEqual(starts(series(), odd, exception('06', '17'))[1], '2026-01-06T17:00');
    const negative = exception('06', '15', 'SEQUENCE:-1');
    assert.deepEqual(starts(series(), exception('06', '17'), negative)[1], '2026-01-06T15:00');
  });

  it('are hidden each by itself, and told', () => {
    const hidden = (...events: string[][]): unknown => {
      const reading = read(...events);
      return [
        startsIn(reading, 'Europe/Paris'),
        reading.rejected.map(
          ({at: line, uid, reason, detail}) => `${line} ${uid} ${reason}: ${detail}`,
        ),
      ];
    };
    const isPrivate = 'CLASS:PRIVATE';
    const line = (number: number): string[] => [`${number} one@test private: CLASS is not PUBLIC`];
    assert.deepEqual(hidden(series(isPrivate)), [[], line(3)]);
    assert.deepEqual(hidden(series(), exception('06', '15', isPrivate)), [
      [noon('05'), noon('07')],
      line(9),
    ]);
    assert.deepEqual(hidden(exception('06', '15', isPrivate)), [[], line(3)]);
    assert.deepEqual(hidden(exception('06', '15', 'CLASS: public ')), [['2026-01-06T15:00'], []]);
    // a series that is hidden, with one date that is not
    assert.deepEqual(hidden(series(isPrivate), exception('06', '15')), [[], line(3)]);
  });

  it('stay apart from those of another UID, and of none', () => {
    const other = series('UID:other');
    assert.equal(starts(series(), other).length, 6);
    const none = ['BEGIN:VEVENT', at('DTSTART', '05', '12'), 'SUMMARY:Cours', 'END:VEVENT'];
    assert.deepEqual(
      read(none, none).events.map(({id}) => id),
      ['cours-20260105T120000', 'cours-20260105T120000-2'],
    );
  });
});

describe('an exception', () => {
  it('is of the series as long as it only moves', () => {
    const moved = exception('06', '15', 'DTSTAMP:20260101T000000Z', 'SEQUENCE:1');
    assert.equal(read(series('DTSTAMP:20260102T000000Z'), moved).events.length, 1);
    const [first, own] = read(series(), exception('06', '15', 'LOCATION:Salle')).events;
    assert.deepEqual(
      [own?.id, own?.superEvent, own?.name, own?.location?.name, own?.recurrence, own?.uid],
      ['one@test#20260106T120000', first?.id, 'Cours', 'Salle', undefined, 'one@test'],
    );
    assert.deepEqual(first?.recurrence, {rule: 'FREQ=DAILY;COUNT=3'});
  });

  it('takes what it does not say from the series, where it has no name of its own', () => {
    const from = series('LOCATION:Salle', 'DESCRIPTION:Tapis', 'DURATION:PT1H');
    const own = (...lines: string[]): unknown[] => {
      const {events, occurrences} = read(from, vevent(at('RECURRENCE-ID', '06', '12'), ...lines));
      const {name, location, description, eventStatus} = events[1]!;
      const [, date] = occurrences;
      return [
        name,
        location?.name,
        description,
        eventStatus,
        (date!.end - date!.start) / 60_000,
        date!.startMinute,
      ];
    };
    assert.deepEqual(own('STATUS:CANCELLED'), ['Cours', 'Salle', 'Tapis', 'cancelled', 60, 720]);
    assert.deepEqual(own('LOCATION:Parc'), ['Cours', 'Parc', 'Tapis', undefined, 60, 720]);
    assert.deepEqual(own('SUMMARY:Yoga'), ['Yoga', undefined, undefined, undefined, 60, 720]);
    // it says when it is, and so how long
    assert.deepEqual(own('LOCATION:Parc', at('DTSTART', '06', '15')), [
      'Cours',
      'Parc',
      'Tapis',
      undefined,
      0,
      900,
    ]);
    assert.deepEqual(own('LOCATION:Parc', 'DURATION:PT2H')[4], 120);
    assert.deepEqual(own('LOCATION:Parc', at('DTEND', '06', '15'))[4], 180);
  });

  it('is told where the date that it is for cannot be read', () => {
    const {events, rejected} = read(
      series(),
      vevent('RECURRENCE-ID:never', at('DTSTART', '06', '15'), 'SUMMARY:Yoga'),
    );
    assert.equal(events.length, 1);
    assert.deepEqual(
      rejected.map(({at: line, reason, detail}) => `${line} ${reason}: ${detail}`),
      ['11 bad-date: RECURRENCE-ID is "never"'],
    );
    const noStart = read(series(), vevent(at('RECURRENCE-ID', '06', '12'), 'DTSTART:never'));
    assert.deepEqual(
      noStart.rejected.map(({reason}) => reason),
      ['bad-start'],
    );
    assert.equal(noStart.occurrences.length, 3);
  });

  it('is for a day, where only that is named', () => {
    const day = vevent(
      'RECURRENCE-ID;VALUE=DATE:20260106',
      at('DTSTART', '06', '15'),
      'SUMMARY:Cours',
    );
    assert.deepEqual(starts(series(), day), [noon('05'), '2026-01-06T15:00', noon('07')]);
  });

  it('is for all that follow, in quotes or not', () => {
    for (const range of ['RANGE=THISANDFUTURE', 'RANGE="THISANDFUTURE"', 'range=thisandfuture']) {
      const later = vevent(
        `RECURRENCE-ID;${range};TZID=Europe/Paris:20260106T120000`,
        at('DTSTART', '06', '15'),
        'SUMMARY:Cours',
      );
      assert.deepEqual(starts(series(), later).at(-1), '2026-01-07T15:00', range);
    }
    const prior = vevent(
      'RECURRENCE-ID;RANGE=THISANDPRIOR;TZID=Europe/Paris:20260106T120000',
      at('DTSTART', '06', '15'),
      'SUMMARY:Cours',
    );
    assert.deepEqual(starts(series(), prior), [noon('05'), '2026-01-06T15:00', noon('07')]);
  });

  it('is one by itself where its series is not there, or cannot be read', () => {
    const moved = exception('06', '15');
    const lost = read(vevent('DTSTART:never', 'RRULE:FREQ=DAILY'), moved);
    assert.deepEqual(startsIn(lost, 'Europe/Paris'), ['2026-01-06T15:00']);
    assert.equal(lost.events[0]?.id, 'one@test#20260106T120000');
    assert.deepEqual(
      lost.rejected.map(({reason}) => reason),
      ['bad-start'],
    );
    const bad = read(vevent(at('RECURRENCE-ID', '06', '12'), 'DTSTART:never'), moved);
    assert.deepEqual(startsIn(bad, 'Europe/Paris'), ['2026-01-06T15:00']);
  });
});
