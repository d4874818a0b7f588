import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {basemapOf} from '../../src/map/basemaps.js';

describe('basemapOf', () => {
  it('knows providers by name, over https and with who must be named', () => {
    for (const name of ['ign', 'osm-france', ' ign ']) {
      const {value, problem} = basemapOf(name, '');
      assert.equal(problem, undefined);
      assert.match(value?.url ?? '', /^https:\/\//);
      assert.match(value?.url ?? '', /\{z\}/);
      assert.match(value?.attribution ?? '', /^© /);
      assert.match(value?.link ?? '', /^https:\/\//);
      assert.ok((value?.maxZoom ?? 0) >= 19);
    }
  });

  it('has neither map nor complaint for none', () => {
    assert.deepEqual(basemapOf('none', ''), {});
  });

  it('takes a template address with who must be named', () => {
    const url = 'https://tiles.example/{z}/{x}/{y}.png';
    const {value, problem} = basemapOf(url, '© Nous');
    assert.equal(problem, undefined);
    assert.equal(value?.url, url);
    assert.equal(value.attribution, '© Nous');
    assert.equal(value.link, undefined);
  });

  it('refuses anything else, and says what there is', () => {
    for (const tiles of [
      'google',
      '',
      'https://x.example/{z}/{x}.png',
      'constructor',
      '__proto__',
    ]) {
      const {value, problem} = basemapOf(tiles, '');
      assert.equal(value, undefined, tiles);
      assert.ok(problem?.includes('ign, osm-france, none'), tiles);
    }
  });
});
