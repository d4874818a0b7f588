import {expect} from '@open-wc/testing';
import '../src/map-engine.js';
import {forbidNewScripts} from './forbid-new-scripts.js';
import {hear, put, until, warnings, WIDE} from './harness.js';
import {CENTER, manyPlaces, townPlaces} from './places.js';

describe('<local-shops-map> when opening hours and cards cannot be loaded', () => {
  before(async () => {
    // the checker of accessibility comes on first use
    await expect(document.body).to.be.accessible();
    forbidNewScripts();
  });

  it('is accessible and keeps the list, without hours', async () => {
    const shops = put({places: townPlaces, attributes: {center: CENTER}});
    await until(() => warnings.length > 0, 'a warning');
    await shops.settled();
    expect(shops.rows.length).to.equal(14);
    expect(shops.rows[3]?.meta).to.equal('Boulangerie · Val-Orbelle · 150 m');
    expect(shops.rows.map(({opening}) => opening).join('')).to.equal('');
    expect(shops.openNow === undefined).to.equal(true);
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.contain('hours and filters could not be loaded; the rest stays.');
    await expect(shops.element).to.be.accessible();
  });

  it('says so in the place of the card, and leads back', async () => {
    const shops = put({places: townPlaces});
    await until(() => warnings.length > 0, 'a warning');
    const events = hear(shops, 'local-shop-select');
    shops.rows[3]?.button.click();
    await shops.shows('La fiche n’a pas pu être chargée.');
    await until(() => shops.focused?.startsWith('La fiche'), 'the keyboard at the sentence');
    await expect(shops.element).to.be.accessible();
    await shops.press('Retour à la liste');
    expect(shops.rows.length).to.equal(14);
    expect(shops.focused).to.equal('Café de la Halle');
    expect(events.map(({detail}) => detail.id)).to.deep.equal(['cafe', null]);
  });

  it('shows all places, page by page', async () => {
    const shops = put({places: manyPlaces(45)});
    await until(() => warnings.length > 0, 'a warning');
    await shops.settled();
    expect(shops.status).to.equal('45 adresses, par ordre alphabétique, page 1 sur 3');
    expect(await shops.allNames()).to.have.lengthOf(45);
  });

  it('shows the nearest first, within the limits of the page', async () => {
    const attributes = {center: CENTER, 'radius-km': '2', categories: 'producers food'};
    const shops = put({places: townPlaces, attributes});
    await until(() => warnings.length > 0, 'a warning');
    await shops.settled();
    expect(shops.names[0]).to.equal('Marché de producteurs');
    expect(shops.names).to.not.include('Brasserie du Gué').and.to.not.include('Café de la Halle');
  });

  it('shows the same places on the map', async () => {
    const shops = put({places: townPlaces, width: WIDE});
    await shops.mapped();
    expect(shops.placesOnMap).to.equal(14);
  });

  it('offers no filters that would not answer', async () => {
    const shops = put({places: townPlaces, attributes: {center: CENTER}});
    await until(() => warnings.length > 0, 'a warning');
    await shops.settled();
    expect(shops.all('form, input, select').length).to.equal(0);
  });
});
