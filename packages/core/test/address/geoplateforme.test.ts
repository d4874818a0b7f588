import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import type {AddressSuggestion, GeocodeQuery} from '../../src/address/geocoder.js';
import {geoplateforme} from '../../src/address/geoplateforme.js';
import {collection, feature, streetInBourg, townOfBourg} from './collection.js';
import {network, pretendPage, type Network} from './world.js';

const ask = (text: string, more: Partial<GeocodeQuery> = {}): GeocodeQuery => ({
  text,
  limit: 6,
  signal: new AbortController().signal,
  ...more,
});

const answering = (body: unknown, init?: ResponseInit): Network =>
  network(() => new Response(typeof body === 'string' ? body : JSON.stringify(body), init));

const search = (world: Network, query: GeocodeQuery): Promise<readonly AddressSuggestion[]> =>
  geoplateforme(world).search(query);

describe('the national geocoder', () => {
  before(pretendPage);

  it('tells its name', () => {
    assert.equal(geoplateforme().name, 'IGN, Géoplateforme');
  });

  it('asks for addresses, with what is near rounded to about a kilometre', async () => {
    const world = answering(collection());
    const near = {longitude: -2.758912, latitude: 47.656789};
    await search(world, ask('8 rue du puits & Cie', {near}));
    assert.deepEqual(world.requests, [
      'https://data.geopf.fr/geocodage/search?q=8%20rue%20du%20puits%20%26%20Cie&autocomplete=1' +
        '&limit=6&lat=47.66&lon=-2.76&index=address',
    ]);
  });

  it('leaves the position out where none is known', async () => {
    const world = answering(collection());
    await search(world, ask('bourg'));
    assert.deepEqual(world.requests, [
      'https://data.geopf.fr/geocodage/search?q=bourg&autocomplete=1&limit=6&index=address',
    ]);
  });

  it('reads addresses and towns', async () => {
    const found = await search(answering(collection(streetInBourg, townOfBourg)), ask('bourg'));
    assert.deepEqual(found, [
      {
        label: '8 Rue du Puits 56999 Bourg-Neuf',
        detail: 'Morbihan',
        geo: {longitude: -1.681, latitude: 48.1134},
        kind: 'address',
      },
      {
        label: 'Bourg-Neuf',
        detail: '56999, Morbihan',
        geo: {longitude: -2.5, latitude: 47.7},
        kind: 'town',
      },
    ]);
  });

  it('drops bad features one by one', async () => {
    const label = 'Bourg';
    const bad = [
      null,
      'text',
      {},
      feature({}),
      feature({label: '  '}),
      feature({label: 'x'.repeat(201)}),
      feature({label}, null),
      feature({label}, []),
      feature({label}, ['-1', '48']),
      feature({label}, [181, 48]),
      feature({label}, [-1, Number.MAX_VALUE]),
      {type: 'Feature', geometry: null, properties: {label}},
      {type: 'Feature', properties: null},
    ];
    const found = await search(answering(collection(...bad, townOfBourg)), ask('bourg'));
    assert.deepEqual(
      found.map(each => each.label),
      ['Bourg-Neuf'],
    );
  });

  it('shows what reads the same once, and no more than was asked for', async () => {
    const many = ['a', 'b', 'c', 'd'].map(label => feature({label}));
    const found = await search(
      answering(collection(townOfBourg, townOfBourg, ...many)),
      ask('bourg', {limit: 3}),
    );
    assert.deepEqual(
      found.map(({label}) => label),
      ['Bourg-Neuf', 'a', 'b'],
    );
  });

  it('sends nothing for fewer than three characters', async () => {
    const world = answering(collection());
    for (const text of ['', ' a ', '35', ' -- ab ']) {
      assert.deepEqual(await search(world, ask(text)), []);
    }
    assert.deepEqual(world.requests, []);
  });

  it('sends one line of at most 200 characters that begins with a letter or a digit', async () => {
    const world = answering(collection());
    await search(world, ask(` «\n${'rue  '.repeat(100)}`));
    const words = new URL(world.requests[0]!).searchParams.get('q')!;
    assert.match(words, /^rue( rue)+$/);
    assert.ok(words.length <= 200);
  });

  it('tells how long it wants to be left alone', async () => {
    const world = answering('', {status: 429, headers: {'retry-after': '7'}});
    await assert.rejects(search(world, ask('bourg')), {code: 'busy', retryAfter: 7});
    await assert.rejects(search(answering('', {status: 429}), ask('bourg')), {
      code: 'busy',
      retryAfter: undefined,
    });
    assert.equal(world.requests.length, 1);
  });

  it('names what failed', async () => {
    await assert.rejects(search(answering('', {status: 500}), ask('bourg')), {
      name: 'GeocoderError',
      code: 'unreachable',
    });
    for (const body of ['<p>', '[]', 'null', '{"features": 3}']) {
      await assert.rejects(search(answering(body), ask('bourg')), {code: 'unreadable'});
    }
    const endless = answering(`"${'x'.repeat(600_000)}"`);
    await assert.rejects(search(endless, ask('bourg')), {code: 'unreadable'});
  });

  it('passes an abort on', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    const world = network(() => {
      throw signal.reason;
    });
    await assert.rejects(search(world, ask('bourg', {signal})), {message: 'enough'});
  });
});
