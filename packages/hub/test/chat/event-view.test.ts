import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {EventRow, Viewer} from '../../src/chat/log/event-view.js';
import {toEvent} from '../../src/chat/log/event-view.js';
import {newsFor, renderEvent} from '../../src/chat/stream/rendered-event.js';

const ID = '0197a5b2-7c11-7000-8000-0242ac130003';
const AUTHOR: Viewer = {authorId: 'anne', isModerator: false};
const NEIGHBOUR: Viewer = {authorId: 'yann', isModerator: false};
const READER: Viewer = {isModerator: false};
const MODERATOR: Viewer = {authorId: 'town', isModerator: true};

const row = (changes: Partial<EventRow>): EventRow => ({
  seq: 7,
  at: Date.UTC(2026, 4, 4, 9),
  kind: 'message',
  message_id: ID,
  data: null,
  author_id: 'anne',
  role: 'visitor',
  name: 'Anne',
  via: 'page',
  text: 'Bonjour',
  image: null,
  ...changes,
});
const head = {seq: 7, at: '2026-05-04T09:00:00.000Z'};
const author = {id: 'anne', role: 'visitor', name: 'Anne'};
const message = {id: ID, author, text: 'Bonjour', via: 'page'};

/** What a viewer is told of a line, in the log and by the stream alike. */
function toldTo(viewer: Viewer, line: EventRow): unknown {
  const event = toEvent(line, viewer);
  const news: unknown = JSON.parse(newsFor(renderEvent('halles', line), viewer));
  assert.deepEqual(news, {room: 'halles', event});
  return event;
}

describe('a line of a log', () => {
  it('is a message for all', () => {
    for (const viewer of [AUTHOR, NEIGHBOUR, READER, MODERATOR]) {
      assert.deepEqual(toldTo(viewer, row({})), {...head, kind: 'message', message});
    }
  });

  it('has a picture, a name and words where there are some', () => {
    const image = {id: ID, width: 640, height: 480};
    const bare = row({text: null, name: null, image: JSON.stringify(image)});
    assert.deepEqual(toldTo(READER, bare), {
      ...head,
      kind: 'message',
      message: {id: ID, author: {id: 'anne', role: 'visitor'}, image, via: 'page'},
    });
  });

  it('is by the hub where nobody is known', () => {
    const erased = row({author_id: null, role: null, name: null, via: null, text: null});
    const event = toldTo(READER, erased) as {message: object};
    assert.deepEqual(event.message, {id: ID, author: {id: '', role: 'hub'}, via: 'hub'});
  });

  it('tells what is held to its author and to moderators alone', () => {
    const held = row({kind: 'held'});
    for (const viewer of [AUTHOR, MODERATOR]) {
      assert.deepEqual(toldTo(viewer, held), {...head, kind: 'held', message});
    }
    for (const viewer of [NEIGHBOUR, READER]) {
      assert.deepEqual(toldTo(viewer, held), {...head, kind: 'held'});
    }
    assert.deepEqual(toldTo(READER, row({kind: 'held', author_id: null})), {...head, kind: 'held'});
    assert.deepEqual(toldTo(READER, row({kind: 'approved'})), {...head, kind: 'approved', message});
  });

  it('tells why something was deleted to its author and to moderators alone', () => {
    const deleted = row({kind: 'deleted', data: '{"by":"moderator","reason":"Insulte"}'});
    const seen = {...head, kind: 'deleted', message: ID, by: 'moderator'};
    for (const viewer of [AUTHOR, MODERATOR]) {
      assert.deepEqual(toldTo(viewer, deleted), {...seen, reason: 'Insulte'});
    }
    for (const viewer of [NEIGHBOUR, READER]) assert.deepEqual(toldTo(viewer, deleted), seen);
    const own = row({kind: 'deleted', data: '{"by":"author"}'});
    assert.deepEqual(toldTo(AUTHOR, own), {...seen, by: 'author'});
  });

  it('tells all else as it was written', () => {
    const ended = row({kind: 'state', message_id: null, data: '{"state":"ended","by":"shop"}'});
    assert.deepEqual(toldTo(READER, ended), {...head, kind: 'state', state: 'ended', by: 'shop'});
  });
});
