import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ShopSettings} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';
import {wrongFields} from '../../src/http/validation.js';
import {SETTINGS} from '../support/fixtures.js';

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
});
