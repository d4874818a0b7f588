import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ShopSettings} from '@local-widgets/model/schemas.js';
import fc from 'fast-check';
import {Type} from 'typebox';
import {Value} from 'typebox/value';
import {wrongFields} from '../../src/http/validation.js';
import {SETTINGS} from '../support/fixtures.js';

const ANYTHING = fc.anything({maxDepth: 3});

const say = (schema: Parameters<typeof wrongFields>[0], value: unknown) =>
  Object.fromEntries(
    wrongFields(schema, value).map(({pointer, message}) => [
      pointer,
      typeof message === 'string' ? message : message('en'),
    ]),
  );

describe('what is wrong with a body', () => {
  it('is told once a field, in a sentence', () => {
    const schema = Type.Object(
      {
        name: Type.String({minLength: 2}),
        count: Type.Integer({minimum: 1, maximum: 9}),
        tags: Type.Array(Type.String(), {maxItems: 1}),
      },
      {additionalProperties: false},
    );
    assert.deepEqual(say(schema, {name: '', count: 0, tags: ['a', 'b'], other: 1}), {
      '/other': 'This field is not known.',
      '/name': 'At least 2 characters are needed.',
      '/count': 'At least 1 is needed.',
      '/tags': 'At most 1 of them are possible.',
    });
    assert.deepEqual(say(schema, {count: 'three', tags: []}), {
      '/name': 'This field is required.',
      '/count': 'This must be a whole number.',
    });
  });

  it('is told of the shape that was meant', () => {
    const offer = {...SETTINGS.pickup[0]!.offer, stepMinutes: 1};
    const settings = {...SETTINGS, pickup: [{mode: 'collect', offer}]};
    assert.deepEqual(say(ShopSettings, settings), {
      '/pickup/0/offer/stepMinutes': 'At least 5 is needed.',
    });
    assert.deepEqual(say(ShopSettings, {...SETTINGS, holidays: 'DE'}), {
      '/holidays': 'This value is not possible here.',
    });
  });

  it('is told of as many unknown fields as there may be, and never passed over', () => {
    for (const count of [1, 199, 200, 5000]) {
      const fields = Array.from({length: count}, (_, at) => [`f${at}`, 1]);
      const told = say(ShopSettings, {...SETTINGS, ...Object.fromEntries(fields)});
      assert.equal(told['/f0'], 'This field is not known.', `${count} fields`);
    }
  });

  it('is told of each body that does not fit, and of no other', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(SETTINGS), 'other', '__proto__'), ANYTHING),
        fc.integer({min: 0, max: 400}),
        (changes, copies) => {
          const closures = Array.from({length: copies}, () => ({from: 1}));
          for (const value of [
            {...SETTINGS, ...changes},
            {...SETTINGS, ...(copies > 0 && {closures})},
          ]) {
            const isTold = wrongFields(ShopSettings, value).length > 0;
            assert.equal(isTold, !Value.Check(ShopSettings, value), JSON.stringify(value));
          }
        },
      ),
      {seed: 20261129, numRuns: 200},
    );
  });
});
