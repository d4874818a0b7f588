import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {near} from '../src/any-filter.js';
import {closePages, until, type PageWindow} from '../src/frame.js';
import {
  all,
  button,
  chip,
  countShown,
  fill,
  inPanel,
  markers,
  one,
  rows,
  status,
  textOf,
} from '../src/parts.js';
import {listed, openPanel} from '../src/ready.js';
import {openTown, type Town} from '../src/town.js';

/** Names of the files that the page would have kept. */
const kept: string[] = [];
const keepNames = (window: PageWindow): void => {
  window.HTMLAnchorElement.prototype.click = function () {
    kept.push(this.download);
  };
};

async function open(): Promise<Town> {
  const town = await openTown({without: 'map-engine', 'url-state': 'ou', before: keepNames});
  await listed(town.shops);
  await until(() => town.warnings.length > 0, 'the console says that there is no map');
  return town;
}

/** The filter leaves fewer, and then is taken back. */
async function narrows({shops}: Town, change: () => void, back: () => void): Promise<void> {
  change();
  await until(() => countShown(shops) < 64, 'fewer are left');
  back();
  await until(() => countShown(shops) === 64, 'all are back');
}

describe('with no map, everything can be done:', () => {
  before(() => setViewport({width: 1200, height: 800}));
  beforeEach(() => kept.splice(0));
  afterEach(closePages);

  const task = (name: string, run: (town: Town) => Promise<void>): void => {
    it(name, async () => {
      const town = await open();
      expect(markers(town.shops)).to.deep.equal([]);
      await run(town);
      expect(town.errors).to.deep.equal([]);
      expect(town.warnings).to.have.lengthOf(1);
      expect(town.warnings[0]).to.match(/the map could not be loaded/);
    });
  };

  task('text, category, radius and "open now"', async town => {
    const {shops} = town;
    shops.clock = {now: () => new Date('2026-11-22T10:00:00+01:00')};
    const search = one(shops, '#search') as HTMLInputElement;
    await narrows(
      town,
      () => fill(search, 'pain'),
      () => fill(search, ''),
    );
    const radius = one(shops, '#radius') as HTMLSelectElement;
    await narrows(
      town,
      () => fill(radius, '1'),
      () => fill(radius, ''),
    );
    const category = all(shops, '.categories input')[0]!;
    await narrows(
      town,
      () => category.click(),
      () => category.click(),
    );
    const openNow = chip(shops, 'Ouvert maintenant')!;
    await narrows(
      town,
      () => openNow.click(),
      () => openNow.click(),
    );
  });

  task('a moment, services, labels, payment', async town => {
    const {shops} = town;
    await openPanel(shops, 'filters');
    for (const kind of ['Commande à retirer', 'AB', 'Chèque']) {
      const box = (): HTMLInputElement => inPanel(shops, kind)!;
      if (!inPanel(shops, kind)) continue;
      await narrows(
        town,
        () => box().click(),
        () => box().click(),
      );
    }
    const any = (): HTMLInputElement => inPanel(shops, 'Peu importe')!;
    await narrows(
      town,
      () => inPanel(shops, 'Un autre moment')?.click(),
      () => any().click(),
    );
  });

  task('near a town, in another order, page by page', async ({shops}) => {
    await near(shops, '61199');
    fill(one(shops, '#sort') as HTMLSelectElement, 'name');
    await until(() => status(shops).includes('par ordre alphabétique'), 'the order is said');
    const seen = new Set(rows(shops).map(textOf));
    while (button(shops, 'Suivant')?.getAttribute('aria-disabled') === 'false') {
      const before = textOf(rows(shops)[0]);
      button(shops, 'Suivant')?.click();
      await until(() => textOf(rows(shops)[0]) !== before, 'the next page');
      rows(shops).forEach(row => seen.add(textOf(row)));
    }
    expect(seen.size).to.equal(64);
  });

  task('a card with its phone and the way there, and the contact to keep', async ({shops}) => {
    rows(shops)[1]?.click();
    await until(() => one(shops, '.card'), 'the card is open');
    expect(one(shops, '.contact a[href^="tel:"]')).to.exist;
    one(shops, '.directions summary')?.click();
    expect(all(shops, '.directions a').map(({textContent}) => textContent)).to.have.lengthOf(4);
    button(shops, 'Ajouter aux contacts')?.click();
    await until(() => kept.some(name => name.endsWith('.vcf')), 'the contact is kept');
    button(shops, 'Retour à la liste')?.click();
    await until(() => rows(shops).length > 0, 'the list is back');
  });

  task('share, export and print', async ({shops, window}) => {
    await openPanel(shops, 'share');
    for (const [words, ending] of [
      ['Tableur (CSV)', '.csv'],
      ['Contacts (vCard)', '.vcf'],
      ['Carte (GeoJSON)', '.geojson'],
    ] as const) {
      button(shops, words)?.click();
      await until(() => kept.some(name => name.endsWith(ending)), `${ending} is kept`);
    }
    window.dispatchEvent(new Event('beforeprint'));
    expect(rows(shops)).to.have.lengthOf(64);
    window.dispatchEvent(new Event('afterprint'));
    expect(rows(shops)).to.have.lengthOf(20);
  });

  task('a link that restores the search and the chosen place', async ({shops, window}) => {
    fill(one(shops, '#search') as HTMLInputElement, 'pain');
    await until(() => window.location.search.includes('ou-text=pain'), 'the link has the text');
    rows(shops)[0]?.click();
    await until(() => window.location.search.includes('ou-place='), 'the link has the place');
    const name = textOf(one(shops, '#card-name'));
    const more = Object.fromEntries(new URLSearchParams(window.location.search));
    const again = await openTown({'url-state': 'ou', without: 'map-engine', more});
    await until(() => textOf(one(again.shops, '#card-name')) === name, 'the place is chosen again');
    button(again.shops, 'Retour à la liste')?.click();
    await until(() => rows(again.shops).length > 0, 'the list is there');
    expect((one(again.shops, '#search') as HTMLInputElement).value).to.equal('pain');
  });
});
