import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {nameInside} from '../../src/source/name-inside.js';

const inside = (text: string): string | undefined => nameInside(new TextEncoder().encode(text));

describe('nameInside', () => {
  it('finds the name that ogr2ogr and QGIS write', () => {
    const text =
      '{\n"type": "FeatureCollection",\n"name": "March\\u00e9s \\"bio\\"",\n"features": []}';
    assert.equal(inside(text), 'Marchés "bio"');
  });

  it('takes no name of a place for the name of the file', () => {
    assert.equal(inside('{"type":"FeatureCollection","features":[{"name":"Ferme"}]}'), undefined);
    assert.equal(inside('[{"name":"Ferme"}]'), undefined);
  });

  it('finds nothing in what is cut, broken or no JSON', () => {
    assert.equal(inside(`{"name":"${'a'.repeat(2000)}"}`), undefined);
    assert.equal(inside('{"name":"\\q"}'), undefined);
    assert.equal(inside('nom;adresse'), undefined);
    assert.equal(inside(''), undefined);
  });
});
