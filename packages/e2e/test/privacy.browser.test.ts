import {expect} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {closePages, until} from '../src/frame.js';
import {all, button, markers, one, rows, status} from '../src/parts.js';
import {ask} from '../src/script-tag.js';
import {openTown, SCRIPTS} from '../src/town.js';
import {NOTHING_STORED, requests, stored} from '../src/traces.js';

const LIST = '/__page/town/data/shops.geojson';
const AGENDAS = ['agenda.ics', 'ateliers.json'].map(name => `/__page/town/data/${name}`);

describe('what a visit leaves behind', () => {
  before(() => setViewport({width: 1200, height: 800}));
  afterEach(closePages);

  it('asks for its own files, the list and the tiles, and for nothing else', async () => {
    const {shops, window} = await openTown();
    await until(() => rows(shops).length > 0, 'the list is there');
    await until(() => markers(shops).length > 0, 'the map has markers');
    await until(() => one(shops, '.leaflet-tile-loaded'), 'a tile was loaded');
    await until(() => one(shops, '.row .opening .state'), 'opening hours are worked out');
    rows(shops)[0]?.click();
    await until(() => one(shops, '.card'), 'the card is open');
    const rest = requests(window).filter(name => !/^\/__tiles\/\d+\/\d+\/\d+\.png$/.test(name));
    const foreign = rest.filter(
      name =>
        !(name.startsWith(SCRIPTS) && name.endsWith('.js')) && ![LIST, ...AGENDAS].includes(name),
    );
    expect(foreign).to.deep.equal([]);
    expect(rest.filter(name => name === LIST)).to.have.lengthOf(1);
    expect(new Set(rest).size, 'each file once').to.equal(rest.length);
  });

  it('asks for neither list nor map nor tiles before they come near', async () => {
    await setViewport({width: 1200, height: 300});
    const town = await openTown({scroll: false});
    await ask(town, 'core');
    expect(requests(town.window).filter(name => /shops|map|__tiles/.test(name))).to.deep.equal([]);
    await setViewport({width: 1200, height: 800});
  });

  it('asks for no tile where there is none to ask for', async () => {
    const {shops, window} = await openTown({tiles: 'none'});
    await until(() => markers(shops).length > 0, 'the map has markers');
    expect(requests(window).filter(name => name.includes('tile'))).to.deep.equal([]);
  });

  it('stores nothing: after loading, filtering, choosing, moving the map', async () => {
    const {shops, window, violations} = await openTown();
    await until(() => markers(shops).length > 0, 'the map has markers');
    const [category] = all(shops, '.categories input');
    category?.click();
    await until(() => !status(shops).startsWith('64 '), 'the filter answers');
    category?.click();
    await until(() => status(shops).startsWith('64 '), 'the filter is gone');
    rows(shops)[0]?.click();
    await until(() => one(shops, '.card'), 'the card is open');
    button(shops, 'Retour à la liste')?.click();
    await until(() => rows(shops).length > 0, 'the list is back');
    const canvas = one(shops, '.canvas');
    const pane = one(shops, '.leaflet-map-pane');
    const start = pane?.style.transform;
    canvas?.focus();
    await sendKeys({press: 'ArrowRight'});
    await until(() => pane?.style.transform !== start, 'the map moved');
    expect(await stored(window)).to.deep.equal(NOTHING_STORED);
    expect(violations).to.deep.equal([]);
  });
});
