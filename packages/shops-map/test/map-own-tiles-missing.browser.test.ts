import {expect} from '@open-wc/testing';
// the sketch is there; what reads the base map is not
import '../src/map/sketch.js';
import {forbidNewScripts} from './forbid-new-scripts.js';
import {openMap, until} from './map/view-harness.js';
import {townPlaces} from './places.js';

describe('a basemap of the page’s own when what reads it cannot be loaded', () => {
  before(() => forbidNewScripts());

  it('gives way to the sketch, and the webmaster is told', async () => {
    const map = await openMap(townPlaces, {tiles: '/__tiles/{z}/{x}/{y}.png'});
    await until(() => map.all('.note').length, 'a word about it');
    expect(map.warnings).to.have.lengthOf(1);
    expect(map.warnings[0]).to.contain('what reads the base map could not be loaded; a sketch');
    expect(map.all('.town').length).to.be.above(0);
    expect(map.all('.leaflet-tile')).to.be.empty;
  });
});
