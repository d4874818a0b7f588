import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {addressedBasemap} from '../../src/map/addressed-basemap.js';
import {PRESETS} from '../../src/map/basemaps.js';

const PAGE = 'https://town.example/shops/';
const basemap = (tiles: string, attribution = '') =>
  addressedBasemap(tiles, attribution, Object.keys(PRESETS), PAGE);

describe('PRESETS', () => {
  it('are providers over https, with who must be named and who learns of the visit', () => {
    assert.deepEqual(Object.keys(PRESETS), ['ign', 'ign-photo', 'osm-france']);
    for (const basemap of Object.values(PRESETS)) {
      assert.ok(basemap);
      const {url, attribution, link = '', maxZoom, thirdParty} = basemap;
      assert.match(url, /^https:\/\/.*\{z\}/);
      assert.match(attribution, /^© /);
      assert.match(link, /^https:\/\//);
      assert.ok(maxZoom >= 19);
      assert.ok(thirdParty.includes(`(${new URL(url).host})`));
    }
    assert.match(PRESETS['ign-photo']?.url ?? '', /ORTHOIMAGERY\.ORTHOPHOTOS.*image\/jpeg/);
  });
});

describe('addressedBasemap', () => {
  it('takes a template address with who must be named', () => {
    const url = 'https://tiles.example/{z}/{x}/{y}.png';
    const {value, problem} = basemap(url, '© Nous');
    assert.equal(problem, undefined);
    assert.equal(value?.url, url);
    assert.equal(value.attribution, '© Nous');
    assert.equal(value.link, undefined);
    assert.equal(value.thirdParty, 'Nous (tiles.example)');
    assert.equal(basemap(url).value?.thirdParty, 'tiles.example');
  });

  it('takes an address on the own site, which tells nobody else of the visit', () => {
    for (const tiles of ['/t/{z}/{x}/{y}.png', 't/{z}/{x}/{y}.png', `${PAGE}{z}/{x}/{y}.png`]) {
      const {value} = basemap(tiles);
      assert.equal(value?.url, tiles);
      assert.equal(value.thirdParty, '');
    }
    assert.equal(basemap('//other.example/{z}/{x}/{y}').value?.thirdParty, 'other.example');
  });

  it('reads the spellings of WMTS and of other tools', () => {
    const url = 'https://w.example/wmts?TILEMATRIX={TileMatrix}&R={TileRow}&C={TileCol}';
    assert.equal(basemap(url).value?.url, 'https://w.example/wmts?TILEMATRIX={z}&R={y}&C={x}');
    assert.equal(basemap('/{zoom}/{X}/{Y}').value?.url, '/{z}/{x}/{y}');
  });

  it('leaves rows from the south and sharp tiles to the map', () => {
    for (const url of ['/{z}/{x}/{-y}.png', '/{z}/{x}/{y}{r}.png', '/{z}/{x}/{y}@2x.png']) {
      assert.equal(basemap(url).value?.url, url);
    }
  });

  it('takes a PMTiles file', () => {
    const {value} = basemap('/maps/town.pmtiles?v=2', '© Nous');
    assert.equal(value?.url, 'https://town.example/maps/town.pmtiles?v=2');
    assert.equal(value.isArchive, true);
    assert.equal(value.thirdParty, '');
    assert.equal(basemap('https://cdn.example/a.pmtiles').value?.thirdParty, 'cdn.example');
  });

  it('asks for one host instead of many, and for what is not ours to fill in', () => {
    assert.match(basemap('https://{s}.x.example/{z}/{x}/{y}').problem ?? '', /one host is enough/);
    assert.match(basemap('/{Style}/{z}/{x}/{y}').problem ?? '', /\{style\} must be written out/);
  });

  it('takes pictures over http(s) only', () => {
    for (const scheme of ['javascript:', 'data:image/png,', 'blob:', 'ftp://x.example/']) {
      const {value, problem} = basemap(`${scheme}{z}/{x}/{y}`);
      assert.equal(value, undefined);
      assert.match(problem ?? '', /http\(s\) address|is neither/);
    }
  });

  it('refuses anything else, and says what there is', () => {
    for (const tiles of [
      'google',
      '',
      'nones',
      'https://x.example/{z}/{x}.png',
      '/{z}/town.pmtiles',
      'https://[/{z}/{x}/{y}',
      'constructor',
      '__proto__',
    ]) {
      const {value, problem} = basemap(tiles);
      assert.equal(value, undefined, tiles);
      assert.ok(problem?.includes('ign, ign-photo, osm-france, none'), tiles);
    }
  });
});
