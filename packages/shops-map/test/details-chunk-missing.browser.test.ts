import {expect} from '@open-wc/testing';
import {forbidNewScripts} from './forbid-new-scripts.js';
import {hear, put, until, warnings} from './harness.js';
import {CENTER, townPlaces} from './places.js';

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
    expect(shops.radii).to.have.lengthOf(5);
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.contain('opening hours and cards could not be loaded; the list stays.');
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

  it('still filters by category and distance', async () => {
    const shops = put({places: townPlaces, attributes: {center: CENTER}});
    await until(() => shops.rows.length > 0, 'a list');
    await shops.tick('Producteurs');
    await shops.chooseRadius('Moins de 2 km');
    expect(shops.rows.length).to.equal(3);
  });

  it('offers no search that would find nothing', async () => {
    const shops = put({places: townPlaces});
    await until(() => warnings.length > 0, 'a warning');
    await shops.settled();
    expect(shops.element.shadowRoot?.querySelector('input[type=search]') === null).to.equal(true);
  });
});
