import {expect} from '@open-wc/testing';
import {forbidNewScripts} from './forbid-new-scripts.js';
import {open, put, until, warnings, WIDE} from './harness.js';
import {CENTER, townPlaces} from './places.js';

describe('<local-shops-map> when the map cannot be loaded', () => {
  before(async () => {
    // everything but the map has come: where only one is in sight, the map waits until it is asked for
    const shops = await open({places: townPlaces});
    await shops.answers();
    await shops.choose('Café de la Halle');
    await expect(shops.element).to.be.accessible();
    shops.box.remove();
    forbidNewScripts();
  });

  it('is accessible, says so, and keeps the list whole', async () => {
    const shops = put({places: townPlaces, attributes: {center: CENTER}, width: WIDE});
    await shops.shows('La carte n’a pas pu être chargée. La liste est complète.');
    expect(shops.rows.length).to.equal(14);
    expect(shops.hasMap).to.equal(false);
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.contain('the map could not be loaded; the list stays.');
    await shops.choose('Ferme des Alizés');
    await shops.press('Retour à la liste');
    expect(shops.focused).to.equal('Ferme des Alizés');
    await expect(shops.element).to.be.accessible();
  });

  it('keeps filters and their event', async () => {
    const shops = put({places: townPlaces, attributes: {center: CENTER}, width: WIDE});
    await shops.shows('La carte n’a pas pu être chargée.');
    await shops.listed();
    await shops.tick('Producteurs');
    expect(shops.rows.length).to.equal(5);
  });

  it('leads back to the list where only one of both is in sight', async () => {
    const shops = await open({places: townPlaces, width: 400});
    await shops.press('Carte');
    await shops.shows('La carte n’a pas pu être chargée.');
    expect(shops.isVisible(shops.rows[0]!.button)).to.equal(true);
  });

  it('no longer offers a map that is not there', async () => {
    const shops = await open({places: townPlaces, width: 400});
    await shops.press('Carte');
    await shops.shows('La carte n’a pas pu être chargée.');
    expect(shops.findButton('Carte') === undefined).to.equal(true);
  });

  it('loads no map for an element that nobody sees', async () => {
    const shops = put({places: townPlaces, width: WIDE});
    shops.box.hidden = true;
    await until(() => shops.rows.length > 0, 'a list');
    await shops.settled();
    expect(warnings).to.be.empty;
  });
});
