import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readEvents} from '../../src/event/read-events.js';
import {calendar, PARIS, vevent} from './calendar.js';

/** The names that are left of the revisions of one event. */
const namesOf = (...revisions: readonly (readonly string[])[]): string[] =>
  readEvents(calendar(...revisions.flat()), PARIS).events.map(({name}) => name);
const revision = (name: string, ...more: string[]) =>
  vevent('UID:a@test', 'DTSTART:20260105T110000Z', `SUMMARY:${name}`, ...more);

describe('of several revisions of an event (RFC 5545 §3.8.7.4)', () => {
  it('the one with the highest SEQUENCE counts, wherever it stands', () => {
    const [first, third] = [revision('one'), revision('three', 'SEQUENCE:3')];
    const second = revision('two', 'SEQUENCE:2', 'LAST-MODIFIED:20270101T000000Z');
    for (const all of [
      [first, second, third],
      [third, second, first],
    ]) {
      assert.deepEqual(namesOf(...all), ['three']);
    }
  });

  it('the one that was changed last counts where SEQUENCE is the same', () => {
    const old = revision('old', 'LAST-MODIFIED:20251201T000000Z', 'DTSTAMP:20260301T000000Z');
    const young = revision('young', 'LAST-MODIFIED:20260201T000000Z', 'DTSTAMP:20260301T000000Z');
    assert.deepEqual(namesOf(old, young), ['young']);
    assert.deepEqual(namesOf(young, old), ['young']);
  });

  it('the one that was written last counts where nothing else is told', () => {
    const old = revision('old', 'DTSTAMP:20251201T000000Z');
    const young = revision('young', 'DTSTAMP:20260201T000000Z');
    assert.deepEqual(namesOf(old, young), ['young']);
    assert.deepEqual(namesOf(young, old), ['young']);
    assert.deepEqual(namesOf(revision('one'), revision('other')), ['other']);
    assert.deepEqual(namesOf(young, revision('without')), ['young']);
  });

  it('none counts that is not public', () => {
    assert.deepEqual(namesOf(revision('public', 'CLASS:PUBLIC')), ['public']);
    for (const hidden of ['PRIVATE', 'CONFIDENTIAL', 'X-TEAM', 'NOT-PUBLIC']) {
      assert.deepEqual(namesOf(revision('hidden', `CLASS:${hidden}`)), [], hidden);
    }
  });
});

describe('METHOD:CANCEL', () => {
  const statusIn = (...lines: string[]) =>
    readEvents(calendar(...lines, ...revision('Bal')), PARIS).events[0]?.eventStatus;

  it('cancels what is in the calendar, and no other method does', () => {
    assert.equal(statusIn('METHOD:CANCEL'), 'cancelled');
    assert.equal(statusIn('METHOD: cancel '), 'cancelled');
    for (const method of ['PUBLISH', 'CANCELLED', 'X-CANCEL']) {
      assert.notEqual(statusIn(`METHOD:${method}`), 'cancelled', method);
    }
    assert.notEqual(statusIn(), 'cancelled');
  });
});
