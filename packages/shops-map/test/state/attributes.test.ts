import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {parseCategories, parseCenter, parseRadius} from '../../src/state/attributes.js';

describe('parseCenter', () => {
  it('reads longitude, then latitude', () => {
    assert.deepEqual(parseCenter('0.52,48.41'), {value: {longitude: 0.52, latitude: 48.41}});
    assert.deepEqual(parseCenter(' -2.76 ; 47.66 '), {value: {longitude: -2.76, latitude: 47.66}});
  });

  it('has neither value nor complaint when it is empty', () => {
    assert.deepEqual(parseCenter(''), {});
    assert.deepEqual(parseCenter('  '), {});
  });

  it('takes a swapped position as it is, and says so', () => {
    const {value, problem} = parseCenter('48.41,0.52');
    assert.deepEqual(value, {longitude: 48.41, latitude: 0.52});
    assert.match(problem ?? '', /^center="48\.41,0\.52" looks swapped: longitude, then latitude/);
  });

  it('has no value for nonsense, and says what is needed', () => {
    for (const text of ['Paris', '1', '200,10', '0.5,48,4', 'NaN,NaN']) {
      const {value, problem} = parseCenter(text);
      assert.equal(value, undefined, text);
      assert.match(problem ?? '', /^center=".*" is ignored: longitude, then latitude/, text);
    }
  });
});

describe('parseRadius', () => {
  it('reads kilometres, with point or comma', () => {
    assert.deepEqual(parseRadius('15'), {value: 15});
    assert.deepEqual(parseRadius(' 2.5 '), {value: 2.5});
    assert.deepEqual(parseRadius('2,5'), {value: 2.5});
  });

  it('has neither value nor complaint when it is empty', () => {
    assert.deepEqual(parseRadius(' '), {});
  });

  it('refuses everything but a positive number', () => {
    for (const text of ['abc', '0', '-1', 'Infinity', 'NaN', '5 km', '1,2,3']) {
      const {value, problem} = parseRadius(text);
      assert.equal(value, undefined, text);
      assert.ok(problem?.startsWith(`radius-km="${text}" is ignored`), text);
    }
  });
});

describe('parseCategories', () => {
  it('reads ids between spaces, commas and semicolons', () => {
    assert.deepEqual(parseCategories(' bakery, farm;producers\n'), {
      value: ['bakery', 'farm', 'producers'],
    });
  });

  it('keeps what it knows and names what it does not', () => {
    assert.deepEqual(parseCategories('bakery bakrey frm'), {
      value: ['bakery'],
      problem: 'categories: no category is called bakrey, frm.',
    });
  });

  it('restricts nothing when it knows none', () => {
    assert.equal(parseCategories('nothing').value, undefined);
    assert.deepEqual(parseCategories(''), {});
  });
});

describe('the attributes', () => {
  it('have a value or a complaint for every text that is not blank, and never throw', () => {
    const parsers = [parseCenter, parseRadius, parseCategories];
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), fc.constantFrom(...parsers), (text, parse) => {
        const {value, problem} = parse(text);
        const separators = parse === parseCategories ? /[\s,;]+/ : /\s+/;
        const isBlank = !text.split(separators).some(Boolean);
        assert.equal(value === undefined && problem === undefined, isBlank);
      }),
      {seed: 7},
    );
  });
});
