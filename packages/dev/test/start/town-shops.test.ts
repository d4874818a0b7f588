import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {missingDuties, pickupSlots} from '@local-widgets/model';
import {CalendarFile, Product, ShopSettings} from '@local-widgets/model/schemas.js';
import {Value} from 'typebox/value';
import {root} from '../../src/root.js';
import {readTownShops, settleShop} from '../../src/start/town-shops.js';

const town = `${root}/examples/town`;
const all = await readTownShops(`${town}/hub`);
/** The town hall talks, and sells nothing. */
const shops = all.filter(({id}) => id !== 'mairie');
const places = JSON.parse(readFileSync(`${town}/data/shops.geojson`, 'utf8')) as {
  features: {properties: {id: string; name: string; telephone?: string}}[];
};
const page = readFileSync(`${town}/index.html`, 'utf8');

describe('the shops of the example town', () => {
  it('are three, with twelve to twenty products each', () => {
    assert.equal(shops.length, 3);
    for (const {products} of shops) assert.ok(products.length >= 12 && products.length <= 20);
  });

  for (const {id, settings, products} of shops) {
    it(`${id} suits the hub and may take orders`, () => {
      assert.deepEqual(Value.Errors(ShopSettings, settings), []);
      for (const product of products) assert.deepEqual(Value.Errors(Product, product), []);
      assert.equal(new Set(products.map(each => each.id)).size, products.length);
      assert.deepEqual(missingDuties(settings, products), []);
    });

    it(`${id} is a place of the map, with the same name and telephone, and has a button`, () => {
      const place = places.features.find(({properties}) => properties.id === id)?.properties;
      assert.deepEqual([place?.name, place?.telephone], [settings.name, settings.telephone]);
      assert.match(page, new RegExp(`<local-collect-button[^>]* shop="${id}"`));
    });

    it(`${id} has pictures that exist`, () => {
      for (const {image} of settleShop({id, settings, products}, town, new Date(0)).products) {
        if (image) assert.ok(existsSync(image.url), image.url);
      }
    });

    it(`${id} has something to collect, in each of its ways, whenever one looks`, () => {
      for (const day of ['2026-11-24', '2027-05-05', '2029-10-28']) {
        const now = new Date(`${day}T08:00:00Z`);
        const {settings: settled} = settleShop({id, settings, products}, 'http://localhost', now);
        const lines = [{product: products[0]!, quantity: 1}];
        for (const {mode} of settled.pickup) {
          const {slots} = pickupSlots({settings: settled, mode, lines, now, limit: 1});
          assert.equal(slots.length, 1, `${mode} on ${day}`);
        }
      }
    });
  }

  it('have calendars in the form that the hub imports, with places of the map', () => {
    const ids = new Set(places.features.map(({properties}) => properties.id));
    const calendars = all.flatMap(({calendars: some = []}) => some);
    assert.deepEqual(
      calendars.map(({id}) => id),
      ['ateliers-de-la-ferme', 'sainte-aubrette'],
    );
    for (const calendar of calendars) {
      assert.deepEqual(Value.Errors(CalendarFile, calendar), []);
      for (const {event} of calendar.events ?? []) {
        const {placeId} = event.location ?? {};
        assert.ok(placeId === undefined || ids.has(placeId), placeId);
        const {url = ''} = event.image ?? {};
        const file = url.replace('https://www.sainte-aubrette.example', town);
        assert.ok(url === '' || existsSync(file), url);
      }
    }
    assert.match(page, /<local-event-calendar[^>]* calendar="sainte-aubrette"/);
  });

  it('let the town’s own pages order, and those that show it', () => {
    const [shop] = shops;
    const {allowedOrigins} = settleShop(shop!, 'http://127.0.0.1:4173', new Date(0)).settings;
    assert.deepEqual(allowedOrigins, [
      'https://www.sainte-aubrette.example',
      'http://127.0.0.1:4173',
    ]);
  });
});
