import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {mergeSuggestions} from '../../src/address/merge-suggestions.js';
import {town} from './world.js';

describe('suggestions of the page and of a geocoder', () => {
  const own = town('Saint-Élan', -2.51, 47.71);

  it('keep what the page knows first, and name no town twice', () => {
    const same = town('Saint-Elan', -2.49, 47.7);
    const street = {...same, kind: 'street' as const};
    const merged = mergeSuggestions([own], [same, street]);
    assert.deepEqual(merged, [own, street]);
  });

  it('keep another town of the same name', () => {
    const far = town('Saint-Élan', 5.1, 44.2);
    assert.deepEqual(mergeSuggestions([own], [far]), [own, far]);
  });
});
