import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {fromBase32, toBase32} from '../../../src/bridges/mail/base32.js';
import {readReplyAddress, writeReplyAddress} from '../../../src/bridges/mail/reply-address.js';
import type {ReplyAddress} from '../../../src/bridges/mail/reply-address.js';

const BASE = 'chat@hub.example';
const KEY = 'a secret of the hub';
const NOW = new Date('2026-11-23T07:00:00Z');
const TOLD: ReplyAddress = {
  room: '0197b2d0-6f1e-7c3a-9d2b-8a4f5c6d7e8f',
  side: 'shop',
  until: new Date('2026-12-31T00:00:00Z'),
};
const WRITTEN = writeReplyAddress(BASE, KEY, TOLD)!;

describe('base32', () => {
  it('is that of RFC 4648 in lower case', () => {
    // section 10, without its padding
    assert.equal(toBase32(Buffer.from('foobar')), 'mzxw6ytboi');
    assert.equal(toBase32(Buffer.from('foob')), 'mzxw6yq');
    assert.deepEqual(fromBase32('MZXW6YTB'), Uint8Array.from(Buffer.from('fooba')));
  });

  it('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 40}), bytes => {
        assert.deepEqual(fromBase32(toBase32(bytes)), bytes);
      }),
    );
  });

  it('refuses other letters, and bits that no byte filled', () => {
    assert.equal(fromBase32('mzxw6yt1'), undefined);
    assert.equal(fromBase32('mzxw6yr'), undefined);
    assert.equal(fromBase32('a'), undefined);
  });
});

describe('an address to answer to', () => {
  it('tells the conversation and the side', () => {
    assert.deepEqual(readReplyAddress(BASE, KEY, WRITTEN, NOW), TOLD);
  });

  it('fits into a mail envelope, and does not depend on capitals', () => {
    assert.match(WRITTEN, /^chat\+[a-z2-7]{31}\.[a-z2-7]{21}@hub\.example$/);
    assert.ok(writeReplyAddress('abcdefghij@x.fr', KEY, TOLD)!.indexOf('@') <= 64);
    assert.deepEqual(readReplyAddress(BASE, KEY, WRITTEN.toUpperCase(), NOW), TOLD);
  });

  it('is good until the end of its last day', () => {
    const last = new Date('2026-12-31T23:59:59Z');
    assert.deepEqual(readReplyAddress(BASE, KEY, WRITTEN, last), TOLD);
    const later = new Date('2027-01-01T00:00:00Z');
    assert.equal(readReplyAddress(BASE, KEY, WRITTEN, later), 'expired');
  });

  it('is nothing with any letter changed, another key, or another domain', () => {
    for (let at = 5; at < WRITTEN.indexOf('@'); at++) {
      const letter = WRITTEN[at] === 'b' ? 'c' : 'b';
      const forged = WRITTEN.slice(0, at) + letter + WRITTEN.slice(at + 1);
      assert.equal(readReplyAddress(BASE, KEY, forged, NOW), undefined, forged);
    }
    assert.equal(readReplyAddress(BASE, 'another key', WRITTEN, NOW), undefined);
    assert.equal(readReplyAddress('chat@else.example', KEY, WRITTEN, NOW), undefined);
    assert.equal(readReplyAddress(BASE, KEY, 'chat@hub.example', NOW), undefined);
    assert.equal(readReplyAddress(BASE, KEY, `x ${WRITTEN}`, NOW), undefined);
  });

  it('is not made for a room of neighbours', () => {
    assert.equal(writeReplyAddress(BASE, KEY, {...TOLD, room: 'halles'}), undefined);
  });
});
