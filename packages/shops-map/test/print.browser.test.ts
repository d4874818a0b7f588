import {expect} from '@open-wc/testing';
import {open, until, type ShopsHarness} from './harness.js';
import {CENTER, manyPlaces, townPlaces} from './places.js';

/** The list with what prints it, which comes with the search. */
async function openList(count: number): Promise<ShopsHarness> {
  const shops = await open({places: manyPlaces(count), attributes: {center: CENTER}});
  await shops.type('adresse');
  await until(() => shops.status.includes('par pertinence'), 'the search');
  await shops.type('');
  return shops;
}

describe('<local-shops-map> on paper', () => {
  afterEach(() => dispatchEvent(new Event('afterprint')));

  it('has all rows at once, before the page is laid out for it, and one page again after', async () => {
    const shops = await openList(130);
    await shops.press('Suivant');
    const before = shops.names.join();
    dispatchEvent(new Event('beforeprint'));
    expect(shops.rows).to.have.lengthOf(130);
    expect(new Set(shops.names).size).to.equal(130);
    expect(shops.status).to.contain('130 adresses');
    dispatchEvent(new Event('afterprint'));
    expect(shops.names.join()).to.equal(before);
    expect(shops.status).to.contain('page 2 sur 7');
  });

  it('does not speak of pages where all is on one', async () => {
    const shops = await openList(130);
    dispatchEvent(new Event('beforeprint'));
    expect(shops.status).to.not.contain('page');
  });

  it('ends at a thousand rows', async function () {
    this.timeout(30_000);
    const shops = await openList(1100);
    dispatchEvent(new Event('beforeprint'));
    expect(shops.rows).to.have.lengthOf(1000);
    dispatchEvent(new Event('afterprint'));
    expect(shops.rows).to.have.lengthOf(20);
  });

  it('has what the filters leave, and no more', async () => {
    const shops = await open({places: townPlaces, attributes: {center: CENTER}});
    await shops.type('saint-ebre');
    await until(() => shops.rows.length === 2, 'the answer');
    dispatchEvent(new Event('beforeprint'));
    expect(shops.names).to.have.members(['Chèvrerie d’Ébène', 'Ferme des Alizés']);
  });

  it('prints the card when that is open', async () => {
    const shops = await open({places: townPlaces});
    await shops.choose('Ferme des Alizés');
    dispatchEvent(new Event('beforeprint'));
    expect(shops.cardName).to.equal('Ferme des Alizés');
  });

  it('leaves an element alone that has left the page', async () => {
    const shops = await openList(130);
    shops.element.remove();
    dispatchEvent(new Event('beforeprint'));
    expect(shops.rows).to.have.lengthOf(20);
  });
});
