import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {testFeeds} from '../../src/testing/feeds.js';
import {goodPlaces} from '../../src/testing/hostile-places.js';
import {rawRequest, serve} from '../helpers.js';

interface Collection {
  features: ({id?: string; geometry: {coordinates: number[]}; properties: {name: string}} | null)[];
}

const json = async (url: string): Promise<Collection> =>
  (await (await fetch(url)).json()) as Collection;

describe('feeds for tests', () => {
  it('give as many places as asked, the same for a seed', async test => {
    const feed = `${await serve(test, testFeeds)}/__feeds/geojson`;
    const first = await json(`${feed}?n=500&seed=1`);
    assert.equal(first.features.length, 500);
    assert.deepEqual(await json(`${feed}?n=500&seed=1`), first);
    assert.notDeepEqual(await json(`${feed}?n=500&seed=2`), first);
  });

  it('swap latitude and longitude', async test => {
    const {features} = await json(`${await serve(test, testFeeds)}/__feeds/swapped`);
    assert.ok((features[0]?.geometry.coordinates[0] ?? 0) > 40);
  });

  for (const [name, status, type, start] of [
    ['404', 404, 'text/plain; charset=utf-8', '404'],
    ['500', 500, 'text/plain; charset=utf-8', '500'],
    ['html', 200, 'text/html; charset=utf-8', '<!doctype html>'],
    ['not-json', 200, 'application/json', 'Erreur'],
    ['truncated', 200, 'application/geo+json', '{"type":"FeatureCollection"'],
    ['empty', 200, 'application/geo+json', ''],
    ['no-places', 200, 'application/geo+json', '{"type":"FeatureCollection","features":[]}'],
  ] as const) {
    it(`answer ${name}`, async test => {
      const answer = await rawRequest(await serve(test, testFeeds), `/__feeds/${name}`);
      assert.deepEqual([answer.status, answer.headers['content-type']], [status, type]);
      assert.ok(answer.body.toString().startsWith(start));
    });
  }

  it('fail twice, then answer, for each key', async test => {
    const feed = `${await serve(test, testFeeds)}/__feeds/503-then-ok`;
    const statuses: number[] = [];
    for (const key of ['a', 'a', 'b', 'a', 'a']) {
      statuses.push((await fetch(`${feed}?key=${key}`)).status);
    }
    assert.deepEqual(statuses, [503, 503, 503, 200, 200]);
  });

  it('ask to come back later', async test => {
    const answer = await fetch(`${await serve(test, testFeeds)}/__feeds/429?retry-after=7`);
    assert.deepEqual([answer.status, answer.headers.get('retry-after')], [429, '7']);
  });

  it('hang, or stop after the headers, until the client leaves', async test => {
    const origin = await serve(test, testFeeds);
    const signal = AbortSignal.timeout(100);
    await assert.rejects(fetch(`${origin}/__feeds/hang`, {signal}), {name: 'TimeoutError'});
    const leaving = new AbortController();
    const slow = await fetch(`${origin}/__feeds/slow-body`, {signal: leaving.signal});
    assert.equal(slow.status, 200);
    setTimeout(() => {
      leaving.abort();
    }, 100);
    await assert.rejects(slow.text(), {name: 'AbortError'});
  });

  it('break off in the middle', async test => {
    const answer = await fetch(`${await serve(test, testFeeds)}/__feeds/cut-connection`);
    await assert.rejects(answer.text());
  });

  it('stream megabytes of valid JSON without telling their length', async test => {
    const feed = `${await serve(test, testFeeds)}/__feeds/huge?mb=3`;
    const answer = await fetch(feed);
    assert.equal(answer.headers.get('content-length'), null);
    const body = await answer.text();
    assert.ok(body.length > 3e6 && body.length < 5e6);
    assert.ok((JSON.parse(body) as Collection).features.length > 5000);
  });

  it('declare more than they send', async test => {
    const feed = `${await serve(test, testFeeds)}/__feeds/huge-declared`;
    const answer = await fetch(feed);
    assert.equal(answer.headers.get('content-length'), '100000000');
    await answer.body?.cancel();
  });

  it('redirect for ever', async test => {
    await assert.rejects(fetch(`${await serve(test, testFeeds)}/__feeds/redirect-loop`));
  });

  it('name another origin that allows and forbids reading', async test => {
    const origin = await serve(test, testFeeds);
    const other = await (await fetch(`${origin}/__feeds/other-origin`)).text();
    assert.notEqual(other, origin);
    const allowed = await fetch(`${other}/places.geojson`);
    const forbidden = await fetch(`${other}/no-cors/places.geojson`);
    assert.equal(allowed.headers.get('access-control-allow-origin'), '*');
    assert.equal(forbidden.headers.get('access-control-allow-origin'), null);
    assert.deepEqual(await forbidden.json(), await allowed.json());
  });

  it('are hostile in a valid file, among good places', async test => {
    const url = `${await serve(test, testFeeds)}/__feeds/hostile`;
    const text = await (await fetch(url)).text();
    assert.match(text, /"__proto__":\{"polluted":true\}/);
    const {features} = JSON.parse(text) as Collection;
    assert.equal(features.filter(feature => feature?.id?.startsWith('node/')).length, goodPlaces);
    assert.ok(features.some(feature => JSON.stringify(feature).includes('<script>')));
    assert.equal(({} as {polluted?: boolean}).polluted, undefined);
  });

  it('are 404 under an unknown name', async test => {
    const origin = await serve(test, testFeeds);
    assert.equal((await rawRequest(origin, '/__feeds/toString')).status, 404);
  });
});
