import {expect} from '@open-wc/testing';
import {forbidNewScripts} from './forbid-new-scripts.js';
import {open, until, warnings} from './harness.js';
import {offeringPlaces, panelOf} from './more-harness.js';
import {CENTER} from './places.js';

describe('<local-shops-map> when its panels cannot be loaded', () => {
  before(async () => {
    const shops = await open({places: offeringPlaces, attributes: {center: CENTER}});
    await shops.type('rucher');
    await until(() => shops.rows.length === 1, 'the search');
    await expect(shops.element).to.be.accessible();
    shops.box.remove();
    forbidNewScripts();
  });

  for (const [name, file] of [
    ['Autour de…', 'the panels of filters'],
    ['Filtres', 'the panels of filters'],
    ['Partager', 'sharing and export'],
  ] as const) {
    it(`says so, stays accessible, and tries again when asked: ${name}`, async () => {
      const shops = await open({places: offeringPlaces, attributes: {center: CENTER}});
      const failures = (): number => warnings.filter(text => text.includes(file)).length;
      await shops.press(name);
      await shops.shows('Ce panneau n’a pas pu être chargé.');
      expect(panelOf(shops)?.querySelector('[role=status]')?.textContent).to.contain('réessayez');
      expect(failures()).to.equal(1);
      await expect(shops.element).to.be.accessible();
      await shops.press('Fermer');
      await shops.press(name);
      await until(() => failures() === 2, 'another try');
      expect(shops.rows).to.have.lengthOf(14);
    });
  }
});
