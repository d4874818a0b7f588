import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {closePages, until, type Page} from '../src/frame.js';
import {isShown, markers, rows, status} from '../src/parts.js';
import {loader, LOADER, loaderOf, pageOf} from '../src/script-tag.js';

const FALLBACK = '<p id="fallback"><a href="shops.html">Nos commerces</a></p>';
const TAG = `<local-shops-map src="/__feeds/geojson?n=30" tiles="none">${FALLBACK}</local-shops-map>`;

/** The loader among files of which one is missing. */
const without = (file: string): string => loader(loaderOf('without', file));

const shopsOf = ({document}: Page): Element => document.querySelector('local-shops-map')!;

describe('the script tag', () => {
  before(() => setViewport({width: 1200, height: 800}));
  afterEach(closePages);

  it('brings an element to life that is on the page', async () => {
    const page = await pageOf(loader() + TAG);
    await until(() => page.document.querySelector('local-shops-map'), 'the page has our tag');
    await until(() => rows(shopsOf(page)).length > 0, 'the list is there');
    await until(() => markers(shopsOf(page)).length > 0, 'the map has markers');
    expect([...page.errors, ...page.warnings]).to.deep.equal([]);
  });

  it('brings elements to life that come later, also deep inside something', async () => {
    const page = await pageOf(`<main></main>${loader()}`);
    const {document, window} = page;
    await until(() => document.readyState === 'complete', 'the page is complete');
    expect(window.customElements.get('local-shops-map'), 'nothing before it is needed').to.equal(
      undefined,
    );
    const later = document.createElement('section');
    later.innerHTML = `<div>${TAG}</div>`;
    document.querySelector('main')?.append(later);
    await until(() => rows(shopsOf(page)).length > 0, 'the list is there');
    expect([...page.errors, ...page.warnings]).to.deep.equal([]);
  });

  it('is harmless when it is there twice, also under two addresses', async () => {
    const page = await pageOf(loader() + loader() + loader(`${LOADER}?again`) + TAG);
    await until(() => page.document.querySelector('local-shops-map'), 'the page has our tag');
    await until(() => rows(shopsOf(page)).length > 0, 'the list is there');
    expect([...page.errors, ...page.warnings]).to.deep.equal([]);
    const {performance} = page.window;
    const cores = performance
      .getEntriesByType('resource')
      .filter(({name}) => name.endsWith('/core.js'));
    expect(cores).to.have.lengthOf(1);
  });

  it('works with a query behind its address, as some content systems add', async () => {
    const page = await pageOf(loader(`${LOADER}?ver=1`) + TAG);
    await until(() => page.document.querySelector('local-shops-map'), 'the page has our tag');
    await until(() => rows(shopsOf(page)).length > 0, 'the list is there');
    expect([...page.errors, ...page.warnings]).to.deep.equal([]);
  });

  for (const file of ['core', 'shops-map']) {
    it(`leaves the page's own content when ${file}.js is missing, and says so`, async () => {
      const page = await pageOf(without(file) + TAG);
      await until(() => page.warnings.length > 0, 'it says what is missing');
      expect(page.warnings).to.have.lengthOf(1);
      expect(page.warnings[0]).to.match(/^<local-shops-map> could not be loaded/);
      expect(page.errors).to.deep.equal([]);
      expect(shopsOf(page).shadowRoot).to.equal(null);
      expect(isShown(page.document.querySelector('#fallback'))).to.equal(true);
    });
  }

  it('keeps the whole list when map-engine.js is missing, and says so', async () => {
    const page = await pageOf(without('map-engine') + TAG);
    await until(() => page.document.querySelector('local-shops-map'), 'the page has our tag');
    await until(() => rows(shopsOf(page)).length > 0, 'the list is there');
    await until(() => page.warnings.length > 0, 'it says what is missing');
    expect(page.warnings[0]).to.match(/^<local-shops-map> the map could not be loaded/);
    expect(shopsOf(page).shadowRoot?.querySelector('.notes')?.textContent).to.contain(
      'La carte n’a pas pu être chargée. La liste est complète.',
    );
    expect(rows(shopsOf(page)).every(isShown)).to.equal(true);
    expect(page.errors).to.deep.equal([]);
  });

  it('speaks French, and says that it is French, when the English words are missing', async () => {
    const page = await pageOf(without('en') + TAG.replace(' ', ' lang="en" '));
    await until(() => page.document.querySelector('local-shops-map'), 'the page has our tag');
    await until(() => rows(shopsOf(page)).length > 0, 'the list is there');
    const root = shopsOf(page).shadowRoot?.querySelector<HTMLElement>('.root');
    await until(() => root?.lang === 'fr', 'the words are marked as French');
    expect(status(shopsOf(page))).to.match(/^30 adresses/);
    expect(page.errors).to.deep.equal([]);
  });

  it('keeps the list and offers a way back when details.js is missing', async () => {
    const page = await pageOf(without('details') + TAG);
    await until(() => page.document.querySelector('local-shops-map'), 'the page has our tag');
    await until(() => rows(shopsOf(page)).length > 0, 'the list is there');
    await until(() => page.warnings.length > 0, 'it says what is missing');
    expect(page.warnings[0]).to.match(/hours.* could not be loaded/);
    rows(shopsOf(page))[0]?.click();
    const alert = (): Element | null | undefined =>
      shopsOf(page).shadowRoot?.querySelector('[role=alert]');
    await until(alert, 'it says that the card is missing');
    expect(alert()?.textContent).to.contain('La fiche n’a pas pu être chargée');
    expect(page.errors).to.deep.equal([]);
  });
});
