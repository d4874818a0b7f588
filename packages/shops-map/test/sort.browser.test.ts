import {expect} from '@open-wc/testing';
import {open, openWithMap, until, warnings, type ShopsHarness} from './harness.js';
import {optionsOf, pick, selectOf} from './more-harness.js';
import {CENTER, townPlaces} from './places.js';

const options = {places: townPlaces, attributes: {center: CENTER}};

const sort = (shops: ShopsHarness, label: string): Promise<void> =>
  pick(shops, selectOf(shops, 'sort'), label);

const shown = (shops: ShopsHarness): string | undefined =>
  selectOf(shops, 'sort').selectedOptions[0]?.label.trim();

/** Of each row `open`, `closed` or `unknown`. */
const states = (shops: ShopsHarness): string[] =>
  shops.all('.row .opening').map(opening => opening.dataset['state'] ?? '');

describe('the order of <local-shops-map>', () => {
  it('is that of the distance at first, and says so', async () => {
    const shops = await open(options);
    expect(shops.names.slice(0, 3)).to.deep.equal([
      'Librairie L’Écritoire',
      'Café de la Halle',
      'Marché de producteurs',
    ]);
    expect(shops.status).to.contain('de la plus proche à la plus éloignée');
    expect(optionsOf(selectOf(shops, 'sort'))).to.deep.equal([
      'Tri : pertinence',
      'Tri : distance',
      'Tri : nom',
      'Tri : ouverts d’abord',
    ]);
  });

  it('is alphabetical when asked, accents aside', async () => {
    const shops = await open(options);
    await sort(shops, 'Tri : nom');
    await until(() => shops.names[0] === 'Atelier Grès & Cie', 'the alphabet');
    const names = [...shops.names];
    expect(names).to.deep.equal([...names].sort(new Intl.Collator('fr').compare));
    expect(shops.status).to.contain('par ordre alphabétique');
    expect(shown(shops)).to.equal('Tri : nom');
  });

  it('puts what is open first, then what nobody knows, then what is closed', async () => {
    const shops = await open(options);
    await sort(shops, 'Tri : ouverts d’abord');
    const groups = (): string[] => states(shops).filter((state, i, all) => state !== all[i - 1]);
    await until(() => groups().join() === 'open,unknown,closed', 'the order');
    expect(shops.status).to.contain('ouvertes d’abord');
    expect(shops.rows).to.have.lengthOf(14);
  });

  it('is the best answer to a text, unless another one was chosen', async () => {
    const shops = await open(options);
    await shops.type('saint-ebre');
    await until(() => shops.rows.length === 2, 'the answer');
    expect(shops.status).to.contain('par pertinence');
    await sort(shops, 'Tri : distance');
    expect(shops.status).to.contain('de la plus proche à la plus éloignée');
    expect(shops.names).to.deep.equal(['Chèvrerie d’Ébène', 'Ferme des Alizés']);
  });

  it('is the page’s at the start', async () => {
    const attributes = {center: CENTER, sort: 'name'};
    const shops = await open({places: townPlaces, attributes});
    expect(shops.names[0]).to.equal('Atelier Grès & Cie');
    expect(shown(shops)).to.equal('Tri : nom');
    await sort(shops, 'Tri : distance');
    expect(shops.names[0]).to.equal('Librairie L’Écritoire');
  });

  it('stays the usual one when the page asks for one that is none, which the console names', async () => {
    const attributes = {center: CENTER, sort: 'price'};
    const shops = await open({places: townPlaces, attributes});
    expect(shops.names[0]).to.equal('Librairie L’Écritoire');
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.contain('sort="price" is ignored');
  });

  it('leaves the chosen place chosen, and the map as it is', async () => {
    const shops = await openWithMap(options);
    const before = shops.markers.map(({name}) => name).sort();
    await shops.choose('Café de la Halle');
    await sort(shops, 'Tri : nom');
    expect(shops.cardName).to.equal('Café de la Halle');
    await shops.press('Retour à la liste');
    expect(shops.names[0]).to.equal('Atelier Grès & Cie');
    await shops.mapRests();
    expect(shops.placesOnMap).to.equal(14);
    expect(before).to.not.be.empty;
  });
});
