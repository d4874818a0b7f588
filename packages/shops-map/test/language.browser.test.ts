import {expect} from '@open-wc/testing';
import {shopsMapMessages} from '../src/index.js';
import {normal, NARROW, open, openWithMap, textOf, until} from './harness.js';
import {bakery, CENTER, farm, fewKinds, townPlaces} from './places.js';

describe('the language of <local-shops-map>', () => {
  it('is French when the page does not say', async () => {
    const shops = await open({places: fewKinds, around: {lang: ''}});
    expect(shops.search.labels?.[0]?.textContent).to.equal('Rechercher');
    expect(shops.one('.root').lang).to.equal('fr');
  });

  it('is English in an English page, down to the last word', async () => {
    const attributes = {center: CENTER};
    const shops = await openWithMap({places: townPlaces, attributes, around: {lang: 'en'}});
    expect(shops.one('.root').lang).to.equal('en');
    expect(shops.status).to.equal('14 addresses, nearest first');
    expect(normal(shops.rows[3]!.opening)).to.equal('Open · closes at 13:00');
    expect(shops.radii.slice(0, 2)).to.deep.equal(['Anywhere', 'Within 1 km']);
    expect(shops.categoryRows[0]?.[1]).to.equal('Food shops 3');
    expect(shops.canvas.getAttribute('aria-label')).to.match(/^Map of the addresses\./);
    expect(shops.findButton('Zoom in') !== undefined).to.equal(true);
    const french = /adresse[s ]|Ouvert|Fermé|Liste|Carte|Horaires|Rechercher|moins de/;
    expect(shops.text).to.not.match(french);
    await shops.choose('Ferme des Alizés');
    expect(textOf(shops.one('.source'))).to.equal(
      'Source: Bienvenue au marché (updated on 1 May 2026)',
    );
    expect(textOf(shops.one('.card .meta'))).to.equal('Farm, 3.2 km away');
    expect(shops.text).to.not.match(french);
  });

  it('follows the page while it is in it, the map as well', async () => {
    const shops = await openWithMap({places: fewKinds, around: {lang: 'fr'}});
    shops.box.lang = 'en';
    await until(() => shops.status === '5 addresses, in alphabetical order', 'English');
    expect(shops.findButton('Zoom in') !== undefined).to.equal(true);
    expect(shops.canvas.getAttribute('aria-label')).to.match(/^Map of the addresses\./);
    shops.box.lang = 'fr';
    await until(() => shops.status === '5 adresses, par ordre alphabétique', 'French');
    expect(shops.canvas.getAttribute('aria-label')).to.match(/^Carte des adresses\./);
  });

  it('can be added by the page, and borrows from English what it lacks', async () => {
    shopsMapMessages.add('de', {
      found: count => `${count} Adressen`,
      byName: 'nach Namen',
      open: 'Geöffnet',
    });
    const shops = await open({places: [bakery, farm], around: {lang: 'de-AT'}});
    expect(shops.status).to.equal('2 Adressen, nach Namen');
    expect(shops.rows[0]?.opening).to.match(/^Geöffnet · closes at 13:00/);
    expect(shops.one('.root').lang).to.equal('de');
  });

  it('can be reworded by the page', async () => {
    shopsMapMessages.add('fr', {back: 'Revenir'});
    try {
      const shops = await open({places: fewKinds});
      await shops.choose('Café de la Halle');
      expect(shops.findButton('Revenir') !== undefined).to.equal(true);
    } finally {
      shopsMapMessages.add('fr', {back: 'Retour à la liste'});
    }
  });

  for (const width of [NARROW, 780]) {
    it(`may be written from right to left, ${width} pixels wide`, async () => {
      const around = {dir: 'rtl', lang: 'en'};
      const shops = await open({places: townPlaces, width, around, attributes: {center: CENTER}});
      if (width === NARROW) await shops.press('Map');
      await shops.mapped();
      await shops.mapRests();
      const {left, right} = shops.box.getBoundingClientRect();
      const parts = shops.all('.search, .choices, .panel, .map, .switch');
      for (const part of parts.filter(each => shops.isVisible(each))) {
        const box = part.getBoundingClientRect();
        expect(box.left).to.be.at.least(left - 4, part.className);
        expect(box.right).to.be.at.most(right + 4, part.className);
      }
      const {scrollWidth, clientWidth} = document.documentElement;
      expect(scrollWidth).to.equal(clientWidth);
      const frame = shops.canvas.getBoundingClientRect();
      for (const {button} of shops.markers) {
        const box = button.getBoundingClientRect();
        expect(box.left).to.be.within(frame.left - 60, frame.right + 60);
      }
    });
  }
});
