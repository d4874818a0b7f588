import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {RoomLog} from '../../src/chat/room-log.js';
import type {ChatEvent, ChatMessage} from '../../src/schemas/chat.js';

const at = '2026-05-04T09:00:00Z';
const MARIE = {id: 'marie', role: 'visitor', name: 'Marie'} as const;
const saying = (text: string): ChatMessage => ({id: text, author: MARIE, text, via: 'page'});
const said = (seq: number, text: string): ChatEvent => ({
  seq,
  at,
  kind: 'message',
  message: saying(text),
});
const held = (seq: number, text: string): ChatEvent => ({
  seq,
  at,
  kind: 'held',
  message: saying(text),
});
const approved = (seq: number, text: string): ChatEvent => ({
  seq,
  at,
  kind: 'approved',
  message: saying(text),
});
const deleted = (seq: number, message: string, reason?: string): ChatEvent => ({
  seq,
  at,
  kind: 'deleted',
  message,
  by: 'moderator',
  ...(reason !== undefined && {reason}),
});
const state = (seq: number, now: 'open' | 'ended'): ChatEvent => ({
  seq,
  at,
  kind: 'state',
  state: now,
  by: 'shop',
});
const named = (seq: number, name: string): ChatEvent => ({
  seq,
  at,
  kind: 'author',
  author: {...MARIE, name},
});

const textsOf = (log: RoomLog): (string | undefined)[] =>
  log.messages.map(({message}) => message.text);

describe('RoomLog', () => {
  it('is empty and open before the first event', () => {
    const log = new RoomLog();
    assert.deepEqual([log.firstSeq, log.lastSeq, log.state], [1, 0, 'open']);
    assert.deepEqual(log.messages, []);
  });

  it('shows each message with its number, its time and its words', () => {
    const log = new RoomLog();
    log.take([said(1, 'Bonjour')]);
    assert.deepEqual(log.messages, [{message: saying('Bonjour'), seq: 1, at, isHeld: false}]);
    assert.equal(log.has('Bonjour'), true);
    assert.equal(log.has('Bonsoir'), false);
  });

  it('lets events wait for their turn, and tells after which number some are missing', () => {
    const log = new RoomLog();
    assert.deepEqual(log.take([said(1, 'un')]), {applied: [said(1, 'un')]});
    assert.deepEqual(log.take([said(3, 'trois')]), {applied: [], missingAfter: 1});
    assert.deepEqual(textsOf(log), ['un']);
    assert.deepEqual(log.take([said(2, 'deux')]), {applied: [said(2, 'deux'), said(3, 'trois')]});
    assert.deepEqual(textsOf(log), ['un', 'deux', 'trois']);
    assert.equal(log.lastSeq, 3);
  });

  it('drops what it knows already', () => {
    const log = new RoomLog();
    log.take([said(1, 'un'), said(2, 'deux')]);
    assert.deepEqual(log.take([said(1, 'un'), said(2, 'deux')]), {applied: []});
    assert.deepEqual(textsOf(log), ['un', 'deux']);
  });

  it('ends the same whatever the order that events come in, and however often', () => {
    const events = [said(1, 'a'), held(2, 'b'), named(3, 'M.'), approved(4, 'b'), deleted(5, 'a')];
    const inOrder = new RoomLog();
    inOrder.take(events);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...events, ...events], {minLength: 10, maxLength: 10}),
        many => {
          const log = new RoomLog();
          for (const event of many) log.take([event]);
          assert.deepEqual(log.messages, inOrder.messages);
          assert.equal(log.nameOf(MARIE), 'M.');
        },
      ),
      {seed: 1},
    );
  });

  describe('that begins with a page of the latest events', () => {
    it('puts older events before them, and leaves a gap alone', () => {
      const log = new RoomLog(3);
      assert.equal(log.firstSeq, 4);
      log.take([said(4, 'quatre')]);
      log.prepend([said(1, 'un')]);
      assert.deepEqual(textsOf(log), ['quatre']);
      log.prepend([said(2, 'deux'), said(3, 'trois')]);
      assert.deepEqual(textsOf(log), ['deux', 'trois', 'quatre']);
      assert.deepEqual([log.firstSeq, log.lastSeq], [2, 4]);
    });

    it('keeps what is so now: an older page is not the state of today, nor the name', () => {
      const log = new RoomLog(3);
      log.take([state(4, 'open'), named(5, 'Marie B.')]);
      log.prepend([said(1, 'un'), state(2, 'ended'), named(3, 'Maria')]);
      assert.equal(log.state, 'open');
      assert.equal(log.nameOf(MARIE), 'Marie B.');
    });

    it('learns names that only an older page tells', () => {
      const log = new RoomLog(2);
      log.prepend([named(1, 'Maria'), named(2, 'Marie B.')]);
      assert.equal(log.nameOf(MARIE), 'Marie B.');
    });

    it('knows that a message was approved when the page that holds it comes later', () => {
      const log = new RoomLog(1);
      log.take([approved(2, 'a')]);
      log.prepend([held(1, 'a')]);
      assert.deepEqual(
        log.messages.map(({seq, isHeld}) => ({seq, isHeld})),
        [{seq: 2, isHeld: false}],
      );
    });

    it('shows no word of a message that was deleted later', () => {
      const log = new RoomLog(1);
      log.take([deleted(2, 'a')]);
      log.prepend([said(1, 'a')]);
      assert.deepEqual(textsOf(log), [undefined]);
    });
  });

  it('holds a message until it is approved, and then puts it where it was approved', () => {
    const log = new RoomLog();
    log.take([held(1, 'a'), said(2, 'b')]);
    assert.deepEqual(
      log.messages.map(({isHeld}) => isHeld),
      [true, false],
    );
    log.take([approved(3, 'a')]);
    assert.deepEqual(textsOf(log), ['b', 'a']);
    assert.equal(log.messages[1]!.isHeld, false);
  });

  it('counts the line of a message that waits, without a message, for everybody else', () => {
    const log = new RoomLog();
    log.take([{seq: 1, at, kind: 'held'}]);
    assert.equal(log.lastSeq, 1);
    assert.deepEqual(log.messages, []);
  });

  it('keeps the place of a deleted message, who deleted it and why, and none of its words', () => {
    const log = new RoomLog();
    log.take([said(1, 'a'), said(2, 'b')]);
    assert.equal(log.messages.length, 2);
    log.take([deleted(3, 'a', 'Insulte'), deleted(4, 'b')]);
    const base = {at, isHeld: false, deletedBy: 'moderator'};
    assert.deepEqual(log.messages, [
      {...base, seq: 1, message: {id: 'a', author: MARIE, via: 'page'}, reason: 'Insulte'},
      {...base, seq: 2, message: {id: 'b', author: MARIE, via: 'page'}},
    ]);
  });

  it('takes a deletion of a message that it never had', () => {
    const log = new RoomLog(7);
    assert.deepEqual(log.take([deleted(8, 'a')]).applied.length, 1);
    assert.deepEqual(log.messages, []);
  });

  it('tells up to where each side has received and read, never going back', () => {
    const mark = (seq: number, kind: 'delivered' | 'read', upTo: number): ChatEvent => ({
      seq,
      at,
      kind,
      role: 'shop',
      upTo,
    });
    const log = new RoomLog();
    assert.deepEqual([log.delivered('shop'), log.read('shop')], [0, 0]);
    log.take([mark(1, 'delivered', 1)]);
    assert.deepEqual([log.delivered('shop'), log.read('shop')], [1, 0]);
    log.take([mark(2, 'read', 2)]);
    // who has read it has it
    assert.deepEqual([log.delivered('shop'), log.read('shop')], [2, 2]);
    log.take([mark(3, 'delivered', 3), mark(4, 'read', 1), mark(5, 'delivered', 2)]);
    assert.deepEqual([log.delivered('shop'), log.read('shop')], [3, 2]);
    assert.deepEqual([log.delivered('visitor'), log.read('visitor')], [0, 0]);
  });

  it('ends and opens again', () => {
    const log = new RoomLog();
    log.take([state(1, 'ended')]);
    assert.equal(log.state, 'ended');
    log.take([state(2, 'open')]);
    assert.equal(log.state, 'open');
  });

  it('names people as they are called by now', () => {
    const log = new RoomLog();
    assert.equal(log.nameOf(MARIE), 'Marie');
    log.take([named(1, 'Marie B.')]);
    assert.equal(log.nameOf(MARIE), 'Marie B.');
    log.take([named(2, 'M. B.')]);
    assert.equal(log.nameOf(MARIE), 'M. B.');
  });
});
