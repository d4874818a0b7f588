import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {splitText} from '../../src/bridges/inbound/split-text.js';
import {uuid5} from '../../src/bridges/uuid5.js';

describe('a text that came over a bridge', () => {
  it('stays whole as long as it may', () => {
    assert.deepEqual(splitText(' Bonjour\r\n '), ['Bonjour']);
    assert.deepEqual(splitText(' \u200b\n'), []);
    assert.deepEqual(splitText('a'.repeat(2000)), ['a'.repeat(2000)]);
  });

  it('is split where something ends', () => {
    const [first, second] = splitText(`${'Un mot. '.repeat(230)}\n\n${'Un autre. '.repeat(50)}`)!;
    assert.match(first!, /Un mot\.$/);
    assert.match(second!, /^Un autre\./);
    const words = splitText('mot '.repeat(900))!;
    assert.ok(words.every(part => /^mot( mot)*$/.test(part)));
  });

  it('loses no letter, and makes no message that is too long or half an emoji', () => {
    const letters = fc.constantFrom('a', ' ', '\n', '. ', 'mot ', '🥖', 'é', '\n\n');
    fc.assert(
      fc.property(fc.array(letters, {maxLength: 4000, size: 'max'}), parts => {
        const text = parts.join('').replace(/\n{3,}/g, '\n\n');
        const split = splitText(text) ?? [];
        for (const part of split) {
          assert.ok(part.length <= 2000 && part === part.trim() && !/\p{Cs}/u.test(part));
        }
        const bare = (from: string) => from.replace(/\s+/g, '');
        assert.equal(bare(split.join('')), bare(text));
      }),
      {numRuns: 30},
    );
  });

  it('is refused when it would become too many messages', () => {
    assert.equal(splitText('a'.repeat(20_001)), undefined);
    assert.equal(splitText('a'.repeat(20_000))?.length, 10);
  });
});

describe('the ids of what came over a bridge', () => {
  it('are the same for the same name, and UUIDs of version 5', () => {
    assert.equal(uuid5('xmpp a'), uuid5('xmpp a'));
    assert.notEqual(uuid5('xmpp a'), uuid5('xmpp b'));
    assert.match(
      uuid5('x'),
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});
