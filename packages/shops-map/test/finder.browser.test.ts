import {expect} from '@open-wc/testing';
import {hear, open, openWithMap, until, type ShopsHarness} from './harness.js';
import {chips, offeringPlaces, offers, openPanel, panelOf} from './more-harness.js';
import {bakery, CENTER, cheeseMaker, farm} from './places.js';

const options = {places: offeringPlaces, attributes: {center: CENTER}};
const KINDS = ['Services', 'Labels', 'Paiement'] as const;

/** `Livraison 5` in two parts. */
function parted(offer: string): [label: string, count: number] {
  const at = offer.lastIndexOf(' ');
  return [offer.slice(0, at), Number(offer.slice(at + 1))];
}

const results = (shops: ShopsHarness): string =>
  shops.button(`Voir les résultats (${shops.rows.length})`).textContent.trim();

describe('the filters of <local-shops-map> that have a panel', () => {
  let shops: ShopsHarness;

  beforeEach(async () => {
    shops = await open(options);
    await openPanel(shops, 'Filtres');
  });

  it('offer what the places have, services in one order, the rest by how many have it', () => {
    expect(offers(shops, 'Services')).to.deep.equal([
      'Commande à retirer 7',
      'Livraison 5',
      'Accessible en fauteuil roulant 3',
    ]);
    expect(offers(shops, 'Labels')).to.deep.equal(['AB 8', 'Label Rouge 4']);
    expect(offers(shops, 'Paiement')).to.deep.equal(['chèques 6', 'espèces 1']);
  });

  /** What is asked before: each count must hold whatever the others are. */
  const befores: [string, (page: ShopsHarness) => Promise<void>][] = [
    ['nothing', () => Promise.resolve()],
    ['a group', page => page.tick('Producteurs')],
    ['a text', page => page.type('e')],
    ['what is open now', page => page.tick('Ouvert maintenant')],
    ['a service', page => page.tick('Livraison')],
    ['a service and a text', page => page.tick('Commande à retirer').then(() => page.type('de'))],
  ];
  for (const [name, ask] of befores) {
    it(`count what is shown once they are ticked, after ${name}`, async () => {
      await ask(shops);
      const before = shops.names.join();
      const ticked = (label: string): boolean => shops.checkbox(label).checked;
      const free = KINDS.flatMap(kind => offers(shops, kind)).filter(
        offer => !ticked(parted(offer)[0]),
      );
      expect(free).to.not.be.empty;
      for (const offer of free) {
        const [label, count] = parted(offer);
        await shops.tick(label);
        expect(shops.rows.length, label).to.equal(count);
        expect(results(shops)).to.equal(`Voir les résultats (${count})`);
        await shops.tick(label);
        expect(shops.names.join(), label).to.equal(before);
      }
    });
  }

  it('want every service, and any of the labels', async () => {
    const expected = (test: (place: (typeof offeringPlaces)[number]) => unknown): string[] =>
      offeringPlaces.filter(test).map(({name}) => name);
    await shops.tick('Commande à retirer');
    await shops.tick('Livraison');
    expect(shops.names).to.have.members(
      expected(({services}) => services?.collect && services.delivery),
    );
    await shops.press('Effacer les filtres');
    await shops.tick('AB');
    await shops.tick('Label Rouge');
    expect(shops.names).to.have.members(expected(({labels}) => labels));
  });

  it('tell screen readers the counts in words', () => {
    const label = shops.checkbox('Livraison').labels?.[0];
    expect(label?.querySelector('.visually-hidden')?.textContent).to.equal(', 5 adresses');
  });

  it('offer only what makes sense among the places that are there', async () => {
    expect(panelOf(shops)?.textContent).to.not.contain('Drive');
    const drive = await open({
      places: [
        {...bakery, services: {drive: true}},
        {...cheeseMaker, services: {collect: true}},
        farm,
      ],
    });
    await openPanel(drive, 'Filtres');
    expect(offers(drive, 'Services').join()).to.contain('Drive 1');
    await drive.tick('Fromager fermier');
    await until(() => !offers(drive, 'Services').join().includes('Drive'), 'no drive');
    expect(offers(drive, 'Services')).to.deep.equal(['Commande à retirer 1']);
  });

  it('stay to be unticked when other filters leave nothing', async () => {
    await shops.tick('Livraison');
    await shops.type('rien de tel');
    expect(shops.rows).to.be.empty;
    expect(offers(shops, 'Services')).to.include('Livraison 0');
    await shops.type('');
    await shops.tick('Livraison');
    expect(shops.rows).to.have.lengthOf(14);
  });

  it('keep the keyboard on what was ticked', async () => {
    shops.checkbox('Livraison').focus();
    await shops.tick('Livraison');
    expect(shops.root.activeElement).to.equal(shops.checkbox('Livraison'));
    expect(panelOf(shops) === undefined).to.equal(false);
  });

  it('stand on removable buttons and in the name of their own, also with the panel closed', async () => {
    await shops.tick('Livraison');
    await shops.tick('AB');
    await shops.press('Fermer');
    expect(chips(shops)).to.deep.equal(['Livraison', 'AB']);
    expect(shops.all('.active')[0]?.getAttribute('aria-label')).to.equal('Filtres actifs');
    expect(shops.findButton('Filtres (2)')?.id).to.equal('open-filters');
    await expect(shops.element).to.be.accessible();
    await shops.press('Retirer le filtre : Livraison');
    expect(chips(shops)).to.deep.equal(['AB']);
    expect(shops.rows).to.have.lengthOf(8);
    await until(() => shops.focused === 'Filtres (1)', 'the keyboard at the bar');
    await shops.press('Retirer le filtre : AB');
    expect(chips(shops)).to.be.empty;
    expect(shops.rows).to.have.lengthOf(14);
  });

  it('are cleared together, the text left alone', async () => {
    await shops.type('e');
    const before = shops.rows.length;
    await shops.tick('Livraison');
    await shops.tick('AB');
    await shops.press('Effacer les filtres');
    expect(chips(shops)).to.be.empty;
    expect(shops.search.value).to.equal('e');
    expect(shops.rows).to.have.lengthOf(before);
  });

  it('lead to the results', async () => {
    await shops.tick('Livraison');
    await shops.press('Voir les résultats (5)');
    expect(panelOf(shops)).to.equal(undefined);
    await until(() => shops.focused === 'Filtres (1)', 'the keyboard at the button');
  });

  it('tell the page what is left', async () => {
    const heard = hear(shops, 'local-shops-filter');
    await shops.tick('Livraison');
    await until(() => heard.length, 'the event');
    expect(heard[0]?.detail.ids).to.have.lengthOf(5);
  });

  it('show names from feeds as text', async () => {
    const label = '<img src=x onerror=alert(1)>';
    const hostile = await open({places: [{...bakery, labels: [label]}, farm]});
    await openPanel(hostile, 'Filtres');
    await hostile.tick(label);
    expect(chips(hostile)).to.deep.equal([label]);
    expect(hostile.all('img[onerror]')).to.be.empty;
  });

  it('narrow the map as well', async () => {
    // a map loads near the visible part of the page only
    shops.box.remove();
    const both = await openWithMap(options);
    await openPanel(both, 'Filtres');
    await both.tick('Livraison');
    await both.mapRests();
    expect(both.placesOnMap).to.equal(5);
  });
});
