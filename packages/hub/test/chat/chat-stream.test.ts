import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {EventRow, Viewer} from '../../src/chat/log/event-view.js';
import type {ChatFeed} from '../../src/chat/stream/chat-feed.js';
import {ChatStream} from '../../src/chat/stream/chat-stream.js';
import {renderEvent} from '../../src/chat/stream/rendered-event.js';
import {HEARTBEAT, HELLO, sseBlock} from '../../src/chat/stream/sse.js';
import {row} from './support/fake-log.js';
import {addRoom, feedOf, idle, say, settles} from './support/rooms.js';

const READER: Viewer = {isModerator: false};
const noFeed = {} as ChatFeed;
const cursorAt = (seq: number) => `halles:${seq}`;

/** All that a stream has to give now. */
const textOf = (stream: ChatStream) => ((stream.read() as Buffer | null) ?? '').toString();

/** A stream whose first comment was taken. */
function opened(feed = noFeed) {
  const stream = new ChatStream(feed);
  assert.equal(textOf(stream), HELLO);
  return stream;
}

describe('a stream', () => {
  it('tells events one by one, each with its cursor', () => {
    const stream = opened();
    const events = [row(1), row(2)].map(line => renderEvent('halles', line));
    assert.equal(stream.room(events, READER, cursorAt), true);
    assert.equal(
      textOf(stream),
      sseBlock('room', events[0]!.plain, 'halles:1') +
        sseBlock('room', events[1]!.plain, 'halles:2'),
    );
  });

  it('tells as much as its listener may know', () => {
    const held: EventRow = {...row(1, 'held'), message_id: 'm', author_id: 'anne', text: 'Vélo'};
    const event = renderEvent('halles', held);
    for (const [viewer, knows] of [
      [READER, false],
      [{isModerator: false, authorId: 'yann'}, false],
      [{isModerator: false, authorId: 'anne'}, true],
      [{isModerator: true}, true],
    ] as const) {
      const stream = opened();
      stream.room([event], viewer, cursorAt);
      assert.equal(textOf(stream).includes('Vélo'), knows, JSON.stringify(viewer));
    }
  });

  it('tells resets with a cursor, and what is forgotten without one', () => {
    const stream = opened();
    assert.equal(stream.reset('halles', 7, 'halles:7'), true);
    stream.typing('halles', {id: 'anne', role: 'visitor'});
    stream.tell('profile', {isAway: true});
    stream.beat();
    assert.equal(
      textOf(stream),
      sseBlock('reset', '{"room":"halles","lastSeq":7}', 'halles:7') +
        sseBlock('typing', '{"room":"halles","author":{"id":"anne","role":"visitor"}}') +
        sseBlock('profile', '{"isAway":true}') +
        HEARTBEAT,
    );
  });

  it('takes no more than 64 KiB for a slow reader, and goes on once it has read', async () => {
    const {db, feed} = await feedOf();
    await addRoom(db);
    const stream = opened(feed);
    const blocks: string[] = [];
    stream.line.add({id: 'halles', shop: 'fournil', lastSeq: 0, viewer: READER});
    await idle();
    const block = Buffer.byteLength(
      sseBlock('room', renderEvent('halles', row(1)).plain, 'halles:1'),
    );
    const most = Math.ceil(65_536 / block) + 2;
    for (let seq = 1; seq <= most; seq++) {
      await say(db, 'halles');
      feed.offer('halles', {...row(seq), at: 0});
    }
    const first = stream.readableLength;
    assert.ok(first >= 65_536 && first < 65_536 + 2 * block, `${first} bytes wait`);
    const read = () => {
      const text = textOf(stream);
      blocks.push(...text.split('\n\n').filter(Boolean));
    };
    read();
    await settles('the rest comes', () => (read(), blocks.length >= most));
    assert.deepEqual(
      blocks.map(text => /^id: halles:(\d+)/.exec(text)?.[1]),
      Array.from({length: most}, (_, at) => `${at + 1}`),
    );
    stream.destroy();
  });

  it('ends when it is finished, once, and tells nothing more', async () => {
    const {db, feed} = await feedOf();
    await addRoom(db);
    const stream = opened(feed);
    stream.line.add({id: 'halles', shop: 'fournil', lastSeq: 0, viewer: READER});
    stream.tell('last', {});
    stream.finish();
    stream.finish();
    stream.beat();
    assert.deepEqual([stream.line.size, stream.reset('halles', 1, '')], [0, false]);
    const chunks: string[] = [];
    for await (const chunk of stream) chunks.push(String(chunk));
    assert.deepEqual(chunks, [sseBlock('last', '{}')]);
  });

  it('leaves its rooms when its listener is gone', async () => {
    const {db, feed} = await feedOf();
    await addRoom(db);
    const stream = opened(feed);
    stream.line.add({id: 'halles', shop: 'fournil', lastSeq: 0, viewer: READER});
    stream.destroy();
    assert.equal(stream.line.size, 0);
    assert.equal(stream.reset('halles', 1, ''), false);
    stream.beat();
    stream.finish();
    await idle();
    assert.equal(stream.closed, true);
  });

  it('breaks off when what was missed cannot be read: its listener comes back', async () => {
    const {db, feed} = await feedOf();
    await addRoom(db, {lastSeq: 3});
    await db.schema.alterTable('chat_events').renameTo('elsewhere').execute();
    const stream = opened(feed);
    stream.line.add({id: 'halles', shop: 'fournil', lastSeq: 3, after: 1, viewer: READER});
    await settles('it is closed', () => stream.destroyed);
    assert.equal(stream.line.size, 0);
  });
});
