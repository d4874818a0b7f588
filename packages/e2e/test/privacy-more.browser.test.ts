import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {closePages, until} from '../src/frame.js';
import {button, fill, markers, one, rows} from '../src/parts.js';
import {listed, openPanel} from '../src/ready.js';
import {NOTHING_STORED, requests, stored} from '../src/traces.js';
import {openTown, SCRIPTS, type Town, type TownOptions} from '../src/town.js';

const LIST = '/__page/town/data/shops.geojson';
/** The same server under another name is another site to a browser. */
const ELSEWHERE = location.origin.replace('127.0.0.1', 'localhost');
const ELSEWHERE_TILES = `${ELSEWHERE}/__tiles/{z}/{x}/{y}.png`;

/** What the page's calendar asks for. */
const AGENDAS = ['agenda.ics', 'ateliers.json'].map(name => `/__page/town/data/${name}`);

/** What was asked for besides our own script files and the agendas. */
const others = ({window}: Town): string[] =>
  requests(window).filter(
    name => !(name.startsWith(SCRIPTS) && name.endsWith('.js')) && !AGENDAS.includes(name),
  );

async function opened(options: TownOptions): Promise<Town> {
  const town = await openTown({tiles: 'none', ...options});
  await listed(town.shops);
  await until(() => markers(town.shops).length > 0, 'the map has markers');
  return town;
}

/** Until nothing more is asked for: the idle work of a page is over. */
async function idle(town: Town): Promise<void> {
  await until(() => requests(town.window).some(name => name.endsWith('/card.js')), 'it is idle');
}

describe('before a person acts', () => {
  before(() => setViewport({width: 1200, height: 900}));
  afterEach(closePages);

  for (const [name, options, sources] of [
    ['with no tiles, the list is all that is asked for', {}, [LIST]],
    ['with the state in the link, nothing more', {'url-state': 'ou', 'json-ld': '1'}, [LIST]],
    ['with a geocoder, nothing more', {geocoder: 'ign'}, [LIST]],
    [
      'of several sources, each once',
      {src: `${LIST} /__feeds/geojson?n=30`},
      [LIST, '/__feeds/geojson?n=30'],
    ],
    [
      'with consent to ask for, no tile',
      {tiles: ELSEWHERE_TILES, consent: 'click', csp: 'none'},
      [LIST],
    ],
    ['with consent and IGN, no tile', {tiles: 'ign', consent: 'click'}, [LIST]],
  ] as const) {
    it(name, async () => {
      const town = await opened(options);
      await idle(town);
      expect(others(town).sort()).to.deep.equal([...sources].sort());
      expect(await stored(town.window)).to.deep.equal(NOTHING_STORED);
    });
  }
});

describe('after a person agreed', () => {
  before(() => setViewport({width: 1200, height: 900}));
  afterEach(closePages);

  it('the tiles are asked for, and nothing remembers the consent', async () => {
    const town = await opened({tiles: ELSEWHERE_TILES, consent: 'click', csp: 'none'});
    const {shops, window} = town;
    const agree = (): HTMLElement | undefined => button(shops, 'Afficher le fond de carte');
    await until(agree, 'it asks');
    agree()?.click();
    const tiles = (): string[] => others(town).filter(name => name !== LIST);
    await until(() => tiles().length > 0, 'tiles are asked for');
    expect(tiles().every(name => name.startsWith(`${ELSEWHERE}/__tiles/`))).to.equal(true);
    expect(await stored(window)).to.deep.equal(NOTHING_STORED);
  });

  it('the geocoder hears of what is typed, and not before three letters', async () => {
    const geocoder = `${location.origin}/__feeds/geocoder?q={query}`;
    const town = await opened({geocoder});
    const {shops} = town;
    await openPanel(shops, 'near');
    const field = one(shops, '#near-place') as HTMLInputElement;
    field.focus();
    fill(field, 'ru');
    expect(others(town)).to.deep.equal([LIST]);
    fill(field, 'rue des tilleuls');
    const asked = (): string[] => others(town).filter(name => name.includes('geocoder'));
    await until(() => asked().length > 0, 'the geocoder is asked');
    expect(asked()).to.deep.equal(['/__feeds/geocoder?q=rue%20des%20tilleuls']);
    expect(await stored(town.window)).to.deep.equal(NOTHING_STORED);
    expect(rows(shops)).not.to.deep.equal([]);
  });
});
