import assert from 'node:assert/strict';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import type {
  Catalogue,
  ChatProfile,
  PublishedEvents,
  Room,
  ShopProfile,
} from '@local-widgets/model/schemas.js';
import {root} from '../../src/root.js';
import {startTownHub, type TownHub, type TownHubOptions} from '../../src/start/town-hub.js';

const TOWN = 'http://127.0.0.1:4173';
const clock = {now: () => new Date('2026-11-24T08:00:00Z')};

async function start(test: TestContext, options: Partial<TownHubOptions> = {}): Promise<TownHub> {
  const shops = `${root}/examples/town/hub`;
  const hub = await startTownHub({port: 0, shops, town: TOWN, clock, ...options});
  test.after(() => hub.stop().catch(() => undefined));
  return hub;
}

describe('the hub of npm start', () => {
  it('has the three shops, open for orders from the town’s page', async test => {
    const {address} = await start(test);
    const answer = await fetch(`${address}/api/shops`, {headers: {origin: TOWN}});
    const shops = (await answer.json()) as ShopProfile[];
    assert.deepEqual(
      shops.map(({id}) => id),
      ['boulangerie-lecourbe', 'jardins-de-la-hulotte', 'mairie', 'maison-brehault'],
    );
    for (const {id, acceptsOrders} of shops) {
      if (id === 'mairie') continue;
      assert.equal(acceptsOrders, true, id);
      const url = `${address}/api/shops/${id}/catalogue`;
      const response = await fetch(url, {headers: {origin: TOWN}});
      assert.equal(response.headers.get('access-control-allow-origin'), TOWN);
      const {products} = (await response.json()) as Catalogue;
      assert.ok(products.length >= 12);
      for (const {image} of products) assert.ok(!image || image.url.startsWith(`${TOWN}/images/`));
    }
  });

  it('answers who writes to its shops, and has a room where neighbours meet', async test => {
    const {address} = await start(test);
    const get = async (path: string): Promise<unknown> => {
      const answer = await fetch(address + path, {headers: {origin: TOWN}});
      assert.equal(answer.headers.get('access-control-allow-origin'), TOWN, path);
      return answer.json();
    };
    for (const id of ['boulangerie-lecourbe', 'jardins-de-la-hulotte', 'maison-brehault']) {
      const chat = (await get(`/v1/shops/${id}/chat`)) as ChatProfile;
      assert.ok(chat.isEnabled && chat.greeting !== undefined, id);
      assert.ok(chat.quickQuestions.length >= 3, id);
    }
    const room = (await get('/v1/rooms/place-du-marche')) as Room;
    assert.deepEqual([room.kind, room.settings?.name], ['public', 'La place du marché']);
  });

  for (const day of ['2026-11-24', '2026-11-29', '2027-07-14', '2030-02-28']) {
    it(`has calendars in which one can sign up, whenever one looks: ${day}`, async test => {
      const now = new Date(`${day}T08:00:00Z`);
      const {address, hub} = await start(test, {clock: {now: () => now}});
      const read = async (calendar: string): Promise<PublishedEvents> => {
        const url = `${address}/v1/calendars/${calendar}/events`;
        const answer = await fetch(url, {headers: {origin: TOWN}});
        assert.equal(answer.headers.get('access-control-allow-origin'), TOWN);
        return (await answer.json()) as PublishedEvents;
      };
      const {events, occurrences, signUps} = await read('sainte-aubrette');
      const named = (name: string) => events.filter(each => each.name === name);
      assert.ok(occurrences.length > 50);
      const [market] = named('Marché du samedi') as {location?: {placeId?: string}}[];
      assert.equal(market?.location?.placeId, 'marche-du-samedi');
      const states = new Set(signUps.map(({state}) => state));
      assert.ok(states.has('open') && states.has('waiting-list'), [...states].join());
      const isCancelled = (each: object) =>
        'eventStatus' in each && each.eventStatus === 'cancelled';
      const cancelled = new Set(events.filter(isCancelled).map(({name}) => name));
      assert.deepEqual(
        cancelled,
        new Set([
          'Atelier smartphone : premiers pas',
          'Balade à la lampe : les chouettes du bocage',
        ]),
      );
      assert.deepEqual(named('Soirée jeux de plateau'), [], 'nobody has accepted it yet');
      const farm = await read('ateliers-de-la-ferme');
      assert.ok(farm.signUps.some(({state}) => state === 'open'));
      const rows = await hub.context.db
        .selectFrom('calendar_events')
        .select('state')
        .where('calendar_id', '=', 'sainte-aubrette')
        .execute();
      const count = (state: string): number => rows.filter(row => row.state === state).length;
      assert.deepEqual([count('proposed'), count('draft'), count('unconfirmed')], [1, 1, 0]);
    });
  }

  it('has a link for its first admin, at its own address', async test => {
    const {address, setUpLink} = await start(test);
    const link = setUpLink ?? '';
    assert.ok(link.startsWith(`${address}/sign-in?token=`));
    assert.equal((await fetch(link)).status, 200);
  });

  it('leaves nothing behind when it stops', async test => {
    const hub = await start(test);
    assert.ok(existsSync(hub.data));
    await hub.stop();
    assert.ok(!existsSync(hub.data));
    await assert.rejects(fetch(`${hub.address}/healthz`));
  });

  it('keeps a folder that was named, and what was done to its shops', async test => {
    const data = mkdtempSync(join(tmpdir(), 'town-hub-test-'));
    test.after(() => rmSync(data, {recursive: true, force: true}));
    const first = await start(test, {data});
    await first.hub.context.db
      .updateTable('products')
      .set({stock: 3})
      .where('id', '=', 'cendre-orbelle')
      .execute();
    await first.stop();
    const again = await start(test, {data, town: 'http://127.0.0.1:9999'});
    const url = `${again.address}/api/shops/maison-brehault/catalogue`;
    const response = await fetch(url, {headers: {origin: 'http://127.0.0.1:9999'}});
    assert.equal(
      response.headers.get('access-control-allow-origin'),
      'http://127.0.0.1:9999',
      'the page at its new address may order',
    );
    const {products} = (await response.json()) as Catalogue;
    assert.equal(products.find(({id}) => id === 'cendre-orbelle')?.stock, 3);
  });
});
