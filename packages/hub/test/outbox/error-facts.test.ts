import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {errorFacts} from '../../src/outbox/error-facts.js';

describe('what a log is told of an error', () => {
  it('is its kind and place, and nothing that a person sent', () => {
    const error = Object.assign(new TypeError('anne@example.org'), {code: '23505'});
    const facts = errorFacts(error);
    assert.deepEqual([facts.name, facts.code], ['TypeError', '23505']);
    assert.match(facts.places[0]!, /error-facts\.test/);
    assert.ok(!JSON.stringify(facts).includes('anne'));
  });

  it('is eight lines of its stack, those that name a place', () => {
    const error = new Error('anne');
    const places = Array.from({length: 9}, (_, at) => `    at place${at} (file.js:${at}:1)`);
    error.stack = ['Error: anne', '    attached by anne', 'at anne', ...places].join('\n');
    assert.deepEqual(errorFacts(error), {name: 'Error', places: places.slice(0, 8)});
    delete error.stack;
    assert.deepEqual(errorFacts(error), {name: 'Error', places: []});
  });

  it('is its type where it is no error', () => {
    assert.deepEqual(errorFacts('anne'), {name: 'string', places: []});
    assert.deepEqual(errorFacts(undefined), {name: 'undefined', places: []});
  });
});
