import {expect} from '@open-wc/testing';
import {
  MEDIUM,
  open,
  openWithMap,
  until,
  WIDE,
  type PageOptions,
  type ShopsHarness,
} from './harness.js';
import {CENTER, townPlaces} from './places.js';

const page = (layout: string, more: Record<string, string> = {}): PageOptions => ({
  places: townPlaces,
  attributes: {center: CENTER, ...(layout && {layout}), ...more},
});

/** Files that the page has loaded, by their path. */
const loaded = (): string[] => performance.getEntriesByType('resource').map(({name}) => name);

const hasMapFile = (): boolean => loaded().some(name => name.includes('map-engine'));

const boxOf = (shops: ShopsHarness, selector: string): DOMRect =>
  shops.one(selector).getBoundingClientRect();

/** Long enough for a map to begin when it is wanted. */
async function watch(shops: ShopsHarness): Promise<void> {
  await shops.choose('Café de la Halle');
  await shops.press('Retour à la liste');
  for (let frame = 0; frame < 20; frame++) {
    await new Promise(resolve => requestAnimationFrame(resolve));
  }
}

describe('the layout of <local-shops-map>', () => {
  // the first of all tests here: what has been loaded stays loaded
  it('never loads the map for a list alone', async () => {
    for (const width of [WIDE, MEDIUM]) {
      const shops = await open({...page('list'), width});
      await watch(shops);
      expect(hasMapFile()).to.equal(false);
      expect(shops.hasMap).to.equal(false);
      expect(shops.findButton('Carte') === undefined).to.equal(true);
      await expect(shops.element).to.be.accessible();
      shops.box.remove();
    }
  });

  it('gives a list alone the whole width', async () => {
    const shops = await open({...page('list'), width: WIDE});
    expect(boxOf(shops, '.list').width).to.be.greaterThan(WIDE * 0.9);
  });

  for (const width of [WIDE, MEDIUM]) {
    it(`puts the map above the list when the page says so, ${width} pixels wide`, async () => {
      const shops = await open({...page('map'), width});
      await shops.mapped();
      expect(boxOf(shops, '.map').bottom).to.be.at.most(boxOf(shops, '.list').top);
      expect(boxOf(shops, '.map').height).to.be.greaterThan(100);
      expect(shops.findButton('Carte') === undefined).to.equal(true);
      expect(shops.isVisible(shops.rows[0]!.button)).to.equal(true);
      await expect(shops.element).to.be.accessible();
    });
  }

  it('puts the map beside the list where there is room, and one at a time where not', async () => {
    const shops = await openWithMap({...page(''), width: WIDE});
    expect(boxOf(shops, '.map').left).to.be.at.least(boxOf(shops, '.list').right - 1);
    shops.box.style.width = `${MEDIUM}px`;
    await until(() => !shops.isVisible(shops.one('.map')), 'the list alone');
    expect(shops.isVisible(shops.button('Carte'))).to.equal(true);
    await shops.press('Carte');
    await until(() => shops.isVisible(shops.one('.map')), 'the map alone');
    expect(shops.isVisible(shops.rows[0]!.button)).to.equal(false);
    shops.box.style.width = `${WIDE}px`;
    await until(() => shops.isVisible(shops.rows[0]!.button), 'both again');
    await shops.mapRests();
    expect(shops.placesOnMap).to.equal(14);
  });

  it('keeps the list in sight when the page changes from one at a time to the map above', async () => {
    const shops = await open({...page(''), width: MEDIUM});
    await shops.press('Carte');
    await shops.mapped();
    shops.element.layout = 'map';
    await shops.settled();
    expect(shops.isVisible(shops.rows[0]!.button)).to.equal(true);
  });

  it('takes the map away and brings it back as the page changes its mind', async () => {
    const shops = await openWithMap({...page(''), width: WIDE});
    shops.element.layout = 'list';
    await until(() => !shops.hasMap, 'no map');
    expect(shops.rows).to.have.lengthOf(14);
    shops.element.layout = 'split';
    await shops.mapped();
    await shops.mapRests();
    expect(shops.placesOnMap).to.equal(14);
  });

  it('is closer where the page is compact, and still large enough to touch', async () => {
    const airy = await open({...page('list'), width: MEDIUM});
    const {height} = boxOf(airy, '.list');
    airy.box.remove();
    const close = await open({...page('list', {compact: ''}), width: MEDIUM});
    expect(close.element.compact).to.equal(true);
    expect(boxOf(close, '.list').height).to.be.lessThan(height);
    for (const row of close.all('.row')) {
      expect(row.getBoundingClientRect().height).to.be.at.least(24);
    }
    await expect(close.element).to.be.accessible();
  });
});
