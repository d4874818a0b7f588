import assert from 'node:assert/strict';
import {it} from 'node:test';
import {errorFacts} from '../../src/outbox/error-facts.js';

it('tells the kind and place of an error, and nothing that a person sent', () => {
  const error = Object.assign(new TypeError('anne@example.org'), {code: '23505'});
  const facts = errorFacts(error);
  assert.deepEqual([facts.name, facts.code], ['TypeError', '23505']);
  assert.match(facts.places[0]!, /error-facts\.test/);
  assert.ok(!JSON.stringify(facts).includes('anne'));
  assert.deepEqual(errorFacts('anne'), {name: 'string', places: []});
});
