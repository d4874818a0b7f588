import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {axeViolations} from '../src/axe.js';
import {closePages, until} from '../src/frame.js';
import {isShown, markers, one, rows, status} from '../src/parts.js';
import {openTown} from '../src/town.js';

describe("the town's page as its visitors get it", () => {
  beforeEach(() => setViewport({width: 1200, height: 800}));
  afterEach(closePages);

  it('shows list and map under the strict policy', async () => {
    const page = await openTown();
    const {shops} = page;
    await until(() => rows(shops).length > 0, 'the list is there');
    await until(() => markers(shops).length > 0, 'the map has markers');
    await until(
      () => shops.shadowRoot?.querySelector<HTMLImageElement>('.leaflet-tile-loaded'),
      'a tile was loaded',
    );
    await until(() => one(shops, '.row .opening .state'), 'opening hours are worked out');
    expect(status(shops)).to.match(/^64 adresses, de la plus proche à la plus éloignée/);
    expect(rows(shops)).to.have.lengthOf(20);
    expect(rows(shops).every(isShown)).to.equal(true);
    expect(page.violations, 'policy').to.deep.equal([]);
    expect(page.errors, 'errors').to.deep.equal([]);
    expect(page.warnings, 'warnings').to.deep.equal([]);
  });

  for (const width of [1200, 360]) {
    it(`has nothing to show to axe at ${width} px, with the list and with a card`, async () => {
      await setViewport({width, height: 800});
      const page = await openTown();
      const {shops} = page;
      await until(() => one(shops, '.row .opening .state'), 'opening hours are worked out');
      if (width > 1000) await until(() => markers(shops).length > 0, 'the map has markers');
      expect(await axeViolations(page), 'with the list').to.deep.equal([]);
      rows(shops)[0]?.click();
      await until(() => one(shops, '.card'), 'the card is open');
      expect(await axeViolations(page), 'with a card').to.deep.equal([]);
    }).timeout(60_000);
  }

  it('keeps what the page wrote inside the element out of sight once the list is there', async () => {
    const {shops} = await openTown();
    await until(() => rows(shops).length > 0, 'the list is there');
    expect(isShown(shops.querySelector('h3'))).to.equal(false);
  });
});
