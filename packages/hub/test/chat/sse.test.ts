import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {HEARTBEAT, HELLO, sseBlock, STREAM_HEADERS} from '../../src/chat/stream/sse.js';

describe('server-sent events', () => {
  it('begin with a comment of a page of text, which proxies let through', () => {
    assert.equal(Buffer.byteLength(HELLO), 2048);
    assert.match(HELLO, /^: +\n\n$/);
  });

  it('are blocks of lines, with an id where there is something to go on from', () => {
    assert.equal(
      sseBlock('room', '{"a":1}', 'halles:7'),
      'id: halles:7\nevent: room\ndata: {"a":1}\n\n',
    );
    assert.equal(sseBlock('typing', '{}'), 'event: typing\ndata: {}\n\n');
    assert.equal(sseBlock('reset', '{}', ''), 'id: \nevent: reset\ndata: {}\n\n');
  });

  it('keep a line warm with an empty comment', () => {
    assert.equal(HEARTBEAT, ':\n\n');
  });

  it('are kept, changed and collected by nobody on the way', () => {
    assert.deepEqual(STREAM_HEADERS, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
  });
});
