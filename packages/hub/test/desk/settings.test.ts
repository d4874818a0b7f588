import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {ShopSettings} from '@local-widgets/model/schemas.js';
import {signedIn} from '../accounts/people-of-tests.js';
import {forEachDatabase} from '../support/databases.js';
import {SETTINGS} from '../support/fixtures.js';
import {testHub, type TestHub} from '../support/test-hub.js';

const URL_ = '/api/shops/fournil/desk/settings';

async function merchant(hub: TestHub) {
  const {headers} = await signedIn(hub, 'merchant');
  return {
    get: () => hub.ask({url: URL_, headers}),
    patch: (payload: object) => hub.ask({method: 'PATCH', url: URL_, headers, payload}),
  };
}

const [collect, delivery] = SETTINGS.pickup;

/** Settings that are wrong, and where. */
const WRONG: [Partial<Record<keyof ShopSettings, unknown>>, string][] = [
  [{timeZone: 'Europe/Brest'}, '/timeZone'],
  [{openingHours: 'from eight to noon'}, '/openingHours'],
  [{closures: [{from: '2026-12-26', to: '2026-12-24'}]}, '/closures/0/to'],
  [{closures: [{from: '2026-02-30', to: '2026-03-01'}]}, '/closures/0/from'],
  [{pickup: [collect, collect]}, '/pickup/1/mode'],
  [{pickup: [{...delivery, zones: undefined}]}, '/pickup/0/zones'],
  [{pickup: [{...collect, zones: delivery!.zones}]}, '/pickup/0/zones'],
  [{pickup: [{...collect, offer: {...collect!.offer, hours: 'never'}}]}, '/pickup/0/offer/hours'],
  [{allowedOrigins: ['https://mairie.example/']}, '/allowedOrigins/0'],
  [{allowedOrigins: ['ftp://mairie.example']}, '/allowedOrigins/0'],
  [{payments: ['cash', 'online']}, '/payments/1'],
  [{payments: []}, '/payments'],
  [{name: null}, '/name'],
  [{opened: true} as object, '/opened'],
];

forEachDatabase((_name, open) => {
  it('changes some settings and keeps the others; null takes one away', async () => {
    const hub = await testHub(await open());
    const {get, patch} = await merchant(hub);
    const changed = await patch({
      isPaused: true,
      email: null,
      closures: [{from: '2026-12-24', to: '2026-12-26', reason: 'Noël'}],
    });
    assert.equal(changed.status, 200, changed.text);
    const expected: Partial<ShopSettings> = {
      ...SETTINGS,
      isPaused: true,
      closures: [{from: '2026-12-24', to: '2026-12-26', reason: 'Noël'}],
    };
    delete expected.email;
    assert.deepEqual(changed.body, expected);
    assert.deepEqual((await get()).body, expected);
    assert.equal((await hub.order()).body.code, 'paused');
  });

  it('tells what is wrong, by field, and changes nothing then', async () => {
    const hub = await testHub(await open());
    const {get, patch} = await merchant(hub);
    for (const [change, pointer] of WRONG) {
      const {status, body} = await patch(change);
      assert.equal(status, 400, JSON.stringify(change));
      assert.equal(body.fields[0].pointer, pointer, JSON.stringify(body));
      assert.ok(body.fields[0].message.length > 5);
    }
    assert.deepEqual((await get()).body, SETTINGS);
  });

  it('takes online payment where the shop has an account', async () => {
    const payments = {fournil: {provider: 'mollie', apiKey: 'test_key'}} as const;
    const hub = await testHub(await open(), {config: {payments}});
    const {patch} = await merchant(hub);
    assert.equal((await patch({payments: ['cash', 'online']})).status, 200);
  });

  it('keeps both of two changes at once', async () => {
    const hub = await testHub(await open());
    const {get, patch} = await merchant(hub);
    await Promise.all([patch({isPaused: true}), patch({name: 'Four et fils'})]);
    const {isPaused, name} = (await get()).body;
    assert.deepEqual({isPaused, name}, {isPaused: true, name: 'Four et fils'});
  });

  it('makes a shop, under a name that is free', async () => {
    const hub = await testHub(await open());
    const {headers} = await signedIn(hub, 'admin');
    const make = (id: string, settings: object = SETTINGS) =>
      hub.ask({method: 'POST', url: '/api/shops', headers, payload: {id, settings}});
    assert.equal((await make('librairie')).status, 201);
    assert.equal((await hub.ask({url: '/api/shops/librairie'})).body.name, 'Le Fournil');
    const taken = await make('librairie');
    assert.deepEqual([taken.status, taken.body.fields[0].pointer], [400, '/id']);
    const wrong = await make('autre', {...SETTINGS, timeZone: 'Mars'});
    assert.equal(wrong.body.fields[0].pointer, '/settings/timeZone');
    assert.equal((await make('Un Nom')).status, 400);
  });
});
