import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {bodyHash, requestKey} from '../../src/idempotency/request-key.js';
import {answerPrefix, openAnswer, sealAnswer} from '../../src/idempotency/sealed-answer.js';
import {testChance} from '../support/fixtures.js';

const PARTS = {orderId: 'o-1', key: 'key-of-a-page', scope: 'POST /x', chance: testChance()};

describe('a kept answer', () => {
  it('is read with the key, and with nothing else', () => {
    const answer = JSON.stringify({token: 'secret', name: 'Zoé'});
    const sealed = sealAnswer(answer, PARTS);
    assert.doesNotMatch(sealed, /secret|Zoé|key-of-a-page/);
    assert.ok(sealed.startsWith(answerPrefix('o-1')));
    assert.equal(openAnswer(sealed, PARTS.key, PARTS.scope), answer);
    assert.throws(() => openAnswer(sealed, 'key-of-another', PARTS.scope));
    assert.throws(() => openAnswer(sealed, PARTS.key, 'POST /y'));
  });
});

describe('the hash of a body', () => {
  it('does not mind the order of fields, but that of lists, and every value', () => {
    assert.equal(
      bodyHash({a: 1, b: {c: [1, 2], d: null}}),
      bodyHash({b: {d: null, c: [1, 2]}, a: 1}),
    );
    assert.notEqual(bodyHash({a: [1, 2]}), bodyHash({a: [2, 1]}));
    assert.notEqual(bodyHash({a: 1}), bodyHash({a: '1'}));
  });
});

describe('a key', () => {
  it('may have the quotes of the draft', () => {
    assert.equal(requestKey('"12345678"'), '12345678');
    assert.equal(requestKey(' 12345678 '), '12345678');
    assert.throws(() => requestKey(undefined));
    assert.throws(() => requestKey('1234567'));
  });
});
