import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {EventStreamReader} from '../src/live/server-sent-events.js';

/** A stream read in one piece, and again letter by letter: both must say the same. */
function read(text: string): {events: string[]; id: string} {
  const whole = new EventStreamReader('0');
  const events = whole.push(text).map(({type, data}) => `${type}: ${data}`);
  const pieces = new EventStreamReader('0');
  const slowly = text.split(/(?:)/u).flatMap(letter => pieces.push(letter));
  assert.deepEqual(
    slowly.map(({type, data}) => `${type}: ${data}`),
    events,
  );
  assert.equal(pieces.lastEventId, whole.lastEventId);
  return {events, id: whole.lastEventId};
}

describe('reading server-sent events', () => {
  it('gives events with their type, and keeps the last id', () => {
    const {events, id} = read('id: 7\nevent: order\ndata: {"a":1}\n\nid: 8\ndata: b\n\n');
    assert.deepEqual(events, ['order: {"a":1}', 'message: b']);
    assert.equal(id, '8');
  });

  it('joins the lines of one event, and takes only one space away', () => {
    assert.deepEqual(read('data: a\ndata:  b\ndata:\n\n').events, ['message: a\n b\n']);
  });

  it('skips comments, unknown fields and events without data', () => {
    const {events, id} = read(': hello\n\nretry: 2000\n\nevent: order\nid: 3\n\n');
    assert.deepEqual(events, []);
    assert.equal(id, '3');
  });

  it('reads the ends of lines of every system', () => {
    assert.deepEqual(read('data: a\r\n\r\ndata: b\r\rdata: c\n\n').events, [
      'message: a',
      'message: b',
      'message: c',
    ]);
  });

  it('waits for the empty line', () => {
    assert.deepEqual(read('data: a\n').events, []);
  });

  it('ignores an id with a null character', () => {
    assert.equal(read('id: 4\0\ndata: a\n\n').id, '0');
  });
});
