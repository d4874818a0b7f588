import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {addressEn} from '../../src/address/messages-en.js';
import {addressFr} from '../../src/address/messages.js';

describe('the sentences of the address search', () => {
  it('count in both languages', () => {
    assert.equal(addressFr.addressFound(1), 'Un lieu proposé');
    assert.equal(addressFr.addressFound(4), '4 lieux proposés');
    assert.equal(addressEn.addressFound(1), 'One suggestion');
    assert.equal(addressEn.addressCount(2), '2 results');
    assert.equal(addressFr.addressCount(2), '2 résultats');
  });

  it('have the same problems to tell', () => {
    const {addressProblems: fr} = addressFr;
    assert.deepEqual(Object.keys(addressEn.addressProblems), Object.keys(fr));
    assert.deepEqual(Object.keys(addressEn), Object.keys(addressFr));
  });
});
