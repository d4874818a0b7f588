import {expect} from '@open-wc/testing';
import {forbidNewScripts} from './forbid-new-scripts.js';
import {open, until, warnings} from './harness.js';
import {CENTER, townPlaces} from './places.js';

describe('<local-shops-map> when the search cannot be loaded', () => {
  before(async () => {
    // everything up to the bar has come; what waits for an idle moment has not
    window.requestIdleCallback = () => 0;
    const shops = await open({places: townPlaces});
    await expect(shops.element).to.be.accessible();
    shops.box.remove();
    forbidNewScripts();
    // there are browsers without it
    Reflect.deleteProperty(window, 'requestIdleCallback');
  });

  it('says so at the bar, and tries again when somebody turns to it', async () => {
    const shops = await open({places: townPlaces, attributes: {center: CENTER}});
    const failures = (): number => warnings.filter(text => text.includes('the search')).length;
    await until(() => failures() === 1, 'a warning');
    await shops.shows('Ce panneau n’a pas pu être chargé.');
    await expect(shops.element).to.be.accessible();
    shops.search.focus();
    await until(() => failures() === 2, 'another try');
  });

  it('keeps the whole list, its categories and its cards', async () => {
    const shops = await open({places: townPlaces, attributes: {center: CENTER}});
    await until(() => warnings.length, 'a warning');
    await shops.tick('Producteurs');
    expect(shops.rows).to.have.lengthOf(5);
  });
});
