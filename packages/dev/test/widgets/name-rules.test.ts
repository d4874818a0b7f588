import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {attributeNameFault} from '../../src/widgets/name-rules.js';
import {described} from './sample-widget.js';

describe('the name of an attribute', () => {
  for (const name of ['src', 'radius-km', 'school-holidays']) {
    it(`may be ${name}`, () => assert.equal(attributeNameFault(name), undefined));
  }

  for (const [name, why] of [
    ['map2', /digit/],
    ['radius_km', /lower-case letters and single hyphens/],
    ['radiusKm', /lower-case letters and single hyphens/],
    ['radius--km', /lower-case letters and single hyphens/],
    ['-radius', /lower-case letters and single hyphens/],
    ['onload', /something else/],
    // not a handler, but it begins like one
    ['once', /something else/],
    ['style', /something else/],
    ['action', /something else/],
    ['background', /something else/],
    ['data-script', /script/],
  ] as const) {
    it(`may not be ${name}`, () => {
      assert.match(attributeNameFault(name) ?? '', why);
    });
  }

  it('is checked where it is declared', () => {
    const {problems} = described("attribute: 'lumen-count'", "attribute: 'lumens2'");
    assert.equal(
      problems[0],
      'src/local-lamp.ts: attribute "lumens2" of <local-lamp>: the name has a digit, which SPIP and older WordPress do not keep; write another name at LocalLamp.lumens.',
    );
  });
});
