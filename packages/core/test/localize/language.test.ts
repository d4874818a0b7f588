import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {bestLanguage, normalTag} from '../../src/localize/language.js';

describe('bestLanguage', () => {
  const cases: [wanted: string, available: string, best: string][] = [
    ['fr', 'fr en', 'fr'],
    ['en', 'fr en', 'en'],
    ['fr-CA', 'fr en', 'fr'],
    ['FR', 'fr en', 'fr'],
    ['fr_FR', 'fr en', 'fr'],
    ['en-GB', 'fr en', 'en'],
    ['fr-ca', 'fr en fr-ca', 'fr-ca'],
    ['fr-CA', 'fr en fr-ca', 'fr-ca'],
    ['fr', 'fr en fr-ca', 'fr'],
    ['zh-Hant-TW', 'fr en zh zh-hant', 'zh-hant'],
    ['de-AT', 'fr en de', 'de'],
    ['de-AT', 'fr en', 'en'],
    ['it', 'fr en', 'en'],
    ['br', 'fr en', 'fr'],
    ['oc-lengadoc', 'fr en', 'fr'],
    ['gsw', 'fr en', 'fr'],
    ['oc', 'fr en oc', 'oc'],
    ['bret', 'fr en', 'en'],
    ['it', 'fr', 'fr'],
    ['', 'fr en', 'en'],
    ['-', 'fr en', 'en'],
    ['f', 'fr en', 'en'],
  ];
  for (const [wanted, available, best] of cases) {
    it(`chooses ${best} for "${wanted}" among ${available}`, () => {
      assert.equal(bestLanguage(wanted, available.split(' ')), best);
    });
  }
});

describe('normalTag', () => {
  it('mends the case, spaces and underscores that CMSs write', () => {
    assert.equal(normalTag(' fr_FR '), 'fr-fr');
    assert.equal(normalTag('zh-Hant-TW'), 'zh-hant-tw');
  });
});
