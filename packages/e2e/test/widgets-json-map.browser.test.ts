import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {
  declared,
  expectAllAsked,
  expectNothingEarly,
  expectOnlyDeclared,
  expectStorage,
  openWidget,
} from '../src/declared.js';
import {closePages, until} from '../src/frame.js';
import {fill, markers, one, rows, textOf} from '../src/parts.js';
import {listed, openPanel} from '../src/ready.js';
import {SCRIPTS} from '../src/town.js';
import {NOTHING_STORED, stored} from '../src/traces.js';

/** The same server under another name is another site to a browser. */
const ELSEWHERE = location.origin.replace('127.0.0.1', 'localhost');
const PHOTO = `${ELSEWHERE}/__tiles/3/4/2.png`;

const own = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      geometry: {type: 'Point', coordinates: [7.26, 43.71]},
      properties: {id: 'own', name: 'Ferme de la photo', category: 'farm', image: PHOTO},
    },
  ],
};

describe('widgets.json and the shops map', () => {
  before(() => setViewport({width: 1200, height: 900}));
  afterEach(closePages);

  it('agree on whom it asks, when, and on what it keeps', async () => {
    const other = await (await fetch('/__feeds/other-origin')).text();
    const page = await openWidget('shops-map', {
      attributes: {
        src: `${other}/places.geojson #own`,
        center: '7.26,43.71',
        tiles: `${location.origin}/__tiles/{z}/{x}/{y}.png`,
        geocoder: `${location.origin}/__feeds/geocoder?q={query}`,
        'url-state': 'ou',
        'json-ld': '',
      },
      inside: `<script type="application/json" id="own">${JSON.stringify(own)}</script>`,
    });
    const places = {
      sdk: `${location.origin}${SCRIPTS}`,
      data: PHOTO,
      'attribute src': other,
      'attribute tiles': `${location.origin}/__tiles/`,
      'attribute geocoder': `${location.origin}/__feeds/geocoder`,
    };
    const map = page.element;
    await listed(map);
    await until(() => markers(map).length > 0, 'the map has markers');
    await until(() => one(map, '.leaflet-tile-loaded'), 'there are tiles');
    expectNothingEarly(page, places);
    expect(await stored(page.window)).to.deep.equal(NOTHING_STORED);

    await openPanel(map, 'near');
    const field = one(map, '#near-place') as HTMLInputElement;
    field.focus();
    fill(field, 'rue des tilleuls');
    await until(() => page.traces.requests().some(url => url.includes('geocoder')), 'it is asked');
    rows(map)
      .find(row => textOf(row) === 'Ferme de la photo')
      ?.click();
    await until(() => one(map, '.card img'), 'the photo is there');
    await until(() => page.traces.requests().includes(PHOTO), 'the photo is asked for');
    expectOnlyDeclared(page, places);
    expectAllAsked(page, places);
    await expectStorage(page);
  });

  it('agree on the providers that have a name, and on what a policy must allow', async () => {
    const {csp, origins} = await declared('shops-map');
    const tiles = origins.filter(({attribute, values}) => attribute === 'tiles' && values);
    expect(tiles.length).to.equal(2);
    for (const {origin, values = [], directives} of tiles) {
      for (const value of values) {
        // refused by the page, so that nothing leaves this machine
        const page = await openWidget('shops-map', {
          attributes: {src: '/__page/town/data/shops.geojson', tiles: value},
          policy: `img-src ${location.origin}`,
        });
        await until(
          () => page.violations.some(words => words.includes(String(origin))),
          `tiles=${value} asks ${String(origin)}`,
        );
        const refused = page.violations.filter(words => words.includes(String(origin)));
        expect(new Set(refused.map(words => words.split(' ')[0]))).to.deep.equal(
          new Set(directives),
        );
        expect(page.violations.every(words => words.includes(String(origin)))).to.equal(true);
        expect(csp.some(line => line.source === origin && line.values?.includes(value))).to.equal(
          true,
        );
        closePages();
      }
    }
  });

  it('agree that without a base map there is none to ask', async () => {
    const page = await openWidget('shops-map', {
      attributes: {src: `${location.origin}/__page/town/data/shops.geojson`, tiles: 'none'},
    });
    const places = {
      sdk: `${location.origin}${SCRIPTS}`,
      data: PHOTO,
      'attribute src': `${location.origin}/__page/town/data/`,
    };
    await listed(page.element);
    await until(() => markers(page.element).length > 0, 'the map has markers');
    expectOnlyDeclared(page, places);
    await expectStorage(page);
  });

  it('agree on the geocoder of IGN', async () => {
    const page = await openWidget('shops-map', {
      attributes: {src: '/__page/town/data/shops.geojson', tiles: 'none', geocoder: 'ign'},
      policy: `connect-src ${location.origin}`,
    });
    await listed(page.element);
    await openPanel(page.element, 'near');
    const field = one(page.element, '#near-place') as HTMLInputElement;
    field.focus();
    fill(field, 'rue des tilleuls');
    const [ign] = page.widget.origins.filter(one => one.attribute === 'geocoder' && one.values);
    const refused = (): string[] =>
      page.violations.filter(words => words.includes(String(ign?.origin)));
    await until(() => refused().length > 0, 'IGN is asked');
    expect(refused()[0]?.split(' ')[0]).to.equal(ign?.directives.join(' '));
    expect(ign?.phase).to.equal('action');
  });
});
