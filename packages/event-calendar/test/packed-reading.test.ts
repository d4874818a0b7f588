import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {buffersOf, packReading} from '../src/source/packed/packed-reading.js';
import {unpackReading} from '../src/source/packed/unpack-reading.js';
import {readingOf, townReading} from './readings.js';

const sent = ({events, occurrences}: typeof townReading) => {
  const packed = packReading(events, occurrences);
  return unpackReading(structuredClone(packed, {transfer: buffersOf(packed)}));
};
const lines = readingOf(
  {name: 'Fête «\u2028du\n\r\t"pain"» 🎉', start: '2026-06-13T10:00'},
  {name: 'Bal', start: '2026-06-13T21:00', end: '2026-06-14T02:00'},
);

describe('a packed reading', () => {
  for (const [what, reading] of [
    ['a town’s', townReading],
    ['without events', readingOf()],
    ['with lines and signs in names', lines],
  ] as const) {
    it(`is the same after the way from one thread to another: ${what}`, () => {
      const {events, occurrences, lookup} = sent(reading);
      assert.deepEqual(events, reading.events);
      assert.equal(lookup.size, reading.events.length);
      assert.equal(occurrences.length, reading.occurrences.length);
      reading.occurrences.forEach((date, at) => {
        for (const [key, value] of Object.entries(date)) {
          assert.equal(occurrences[at]![key as keyof typeof date], value, `${key} of ${at}`);
        }
      });
    });
  }

  it('finds the event of a date, of its id alone and of a date of another reading', () => {
    const {occurrences, lookup} = sent(lines);
    const [, bal] = lines.events;
    assert.deepEqual(lookup.eventOf(occurrences[1]!), bal);
    assert.deepEqual(lookup.eventOf({eventId: bal!.id}), bal);
    assert.deepEqual(lookup.eventOf(sent(lines).occurrences[1]!), bal);
    assert.equal(lookup.eventOf({eventId: 'nobody'}), undefined);
  });

  it('makes no event that nobody asks for, and each once', t => {
    const reading = sent(lines);
    const {occurrences, lookup} = reading;
    const parse = t.mock.method(JSON, 'parse');
    const bal = lookup.eventOf(occurrences[1]!);
    assert.equal(parse.mock.callCount(), 1);
    assert.equal(lookup.eventOf(occurrences[1]!), bal);
    assert.equal(parse.mock.callCount(), 1);
    assert.equal(reading.events[1], bal);
  });

  it('knows a series with what departs from it, whether or not the series itself is there', () => {
    const {occurrences, lookup} = sent(
      readingOf(
        {id: 'b', name: 'Autre', start: '2026-06-12T10:00'},
        {id: 'a', name: 'Cours', start: '2026-06-13T10:00', also: ['2026-06-20']},
        {id: 'a#1', name: 'Cours au parc', start: '2026-06-27T10:00', superEvent: 'a'},
        {id: 'c#1', name: 'Seul', start: '2026-06-28T10:00', superEvent: 'c'},
      ),
    );
    const series = (eventId: string) => lookup.seriesOf({eventId}).map(({id}) => id);
    assert.deepEqual(series('a#1'), ['a', 'a#1']);
    assert.deepEqual(series('c#1'), ['c#1']);
    assert.deepEqual(series('nobody'), []);
    assert.equal(new Set(occurrences.map(date => lookup.baseOf(date))).size, 3);
    assert.equal(lookup.baseOf({eventId: 'a'}), lookup.baseOf(occurrences[3]!));
  });

  it('tells the dates of one event from those of others', () => {
    const {occurrences, lookup} = sent(lines);
    const keys = occurrences.map(date => lookup.keyOf(date));
    assert.equal(new Set(keys).size, 2);
  });
});
