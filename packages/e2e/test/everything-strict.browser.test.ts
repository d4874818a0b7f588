import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {near} from '../src/any-filter.js';
import {closePages, until} from '../src/frame.js';
import {all, button, countShown, inPanel, markers, one, rows, textOf} from '../src/parts.js';
import {closePanel, openPanel} from '../src/ready.js';
import {watchWorkers} from '../src/watch-workers.js';
import {openTown, type Town, type TownOptions} from '../src/town.js';

const EVERYTHING: TownOptions = {
  templates: '',
  'json-ld': '1',
  'url-state': 'ou',
  geocoder: `${location.origin}/__feeds/geocoder?q={query}`,
  report: 'mairie@sainte-aubrette.example',
  tiles: '/__feeds/grid.pmtiles',
};

/** Above the size from which a worker reads. */
const LARGE = '/__feeds/geojson?n=8000&rich';

/** Every panel, a place to be near to, a card, a file to keep, a file of contacts. */
async function useEverything({shops}: Town): Promise<void> {
  await until(() => one(shops, '.row .own') && one(shops, '#open-filters'), 'all is there');
  await until(() => markers(shops).length > 0, 'the map has markers');
  await openPanel(shops, 'filters');
  const [first] = all(shops, '.tool-panel input[type=checkbox]');
  first?.click();
  inPanel(shops, 'Un autre moment')?.click();
  await until(() => one(shops, '.moment select'), 'a moment can be chosen');
  inPanel(shops, 'Peu importe')?.click();
  await closePanel(shops);
  await openPanel(shops, 'share');
  button(shops, 'Tableur (CSV)')?.click();
  await until(() => /Fichier .+ préparé/.test(textOf(one(shops, '.tool-panel'))), 'a file is kept');
  await closePanel(shops);
  await near(shops, textOf(one(shops, '.row .meta')) || 'Nice');
  rows(shops)[0]?.click();
  await until(() => one(shops, '.card'), 'the card is open');
  one(shops, '.directions summary')?.click();
  button(shops, 'Ajouter aux contacts')?.click();
  button(shops, 'Retour à la liste')?.click();
  await until(() => rows(shops).length > 0, 'the list is back');
  one(shops, '.map-controls button')?.click();
}

/** The browser's own downloads would cover the page: the link is made and pressed, nothing is kept. */
const keepNothing = (window: Window & typeof globalThis): void => {
  window.HTMLAnchorElement.prototype.click = () => undefined;
};

describe('everything at once under the strict policy', () => {
  before(() => setViewport({width: 1200, height: 900}));
  afterEach(closePages);

  for (const [name, options] of [
    ['a small list', {}],
    ['a large list, with its worker', {src: LARGE, center: '7.26,43.71'}],
  ] as const) {
    it(name, async () => {
      const {started, before} = watchWorkers();
      const town = await openTown({
        ...EVERYTHING,
        ...options,
        before: window => {
          keepNothing(window);
          before(window);
        },
      });
      const {shops, document, window} = town;
      await useEverything(town);
      await until(() => document.head.querySelector('[type="application/ld+json"]'), 'JSON-LD');
      await until(() => window.location.search.includes('ou-'), 'the link has the state');
      await until(() => one(shops, '.on-map canvas, .leaflet-tile-loaded'), 'a tile is drawn');
      expect(one(shops, '.row .own'), "the author's template").to.exist;
      expect(countShown(shops)).to.be.greaterThan(0);
      expect(started.length, 'workers').to.equal('src' in options ? 1 : 0);
      expect(town.violations, 'policy').to.deep.equal([]);
      expect(town.errors, 'errors').to.deep.equal([]);
      expect(town.warnings, 'warnings').to.deep.equal([]);
    }).timeout(60_000);
  }
});
