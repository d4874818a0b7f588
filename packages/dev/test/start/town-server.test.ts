import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {join} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {SentenceError} from '../../src/sentence-error.js';
import {listen} from '../../src/serve/listen.js';
import {openPlaces} from '../../src/start/own-places.js';
import {parseOptions} from '../../src/start/options.js';
import {townServer} from '../../src/start/town-server.js';
import {folderWith, serve} from '../helpers.js';

const page =
  '<!doctype html><title>Town</title>' +
  '<local-shops-map src="data/shops.geojson" center="7.26,43.7" radius-km="5">Shops</local-shops-map>';

async function startTown(
  test: TestContext,
  args: string[] = [],
  {hub, html = page}: {hub?: string; html?: string} = {},
): Promise<string> {
  const town = folderWith(test, {'index.html': html, 'data/shops.geojson': '{}'});
  const scripts = folderWith(test, {'core.js': 'export {};'});
  const options = parseOptions(args);
  const places = options.places === undefined ? undefined : await openPlaces(options.places);
  const {server, origin} = await listen(townServer({town, scripts}, options, {places, hub}), 0);
  test.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return origin;
}

const text = async (url: string): Promise<string> => (await fetch(url)).text();

describe('the server of npm start', () => {
  it('shows the example town as it is, under a strict policy', async test => {
    const response = await fetch(`${await startTown(test)}/`);
    assert.equal(await response.text(), page);
    const policy = response.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'/);
    assert.match(policy, /trusted-types lit-html local-widgets$/);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(response.headers.get('referrer-policy'), 'strict-origin-when-cross-origin');
  });

  it('serves the built script files', async test => {
    const response = await fetch(`${await startTown(test)}/local-widgets/core.js`);
    assert.equal(response.headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.equal(await response.text(), 'export {};');
  });

  it('shows own places without the centre of the example', async test => {
    const file = join(folderWith(test, {'my.csv': 'nom;lat;lon'}), 'my.csv');
    const origin = await startTown(test, ['--places', file]);
    const expected = '<local-shops-map radius-km="5" src="/own-places">';
    assert.ok((await text(`${origin}/`)).includes(expected));
    const places = await fetch(`${origin}/own-places`);
    assert.equal(places.headers.get('content-type'), 'text/csv');
    assert.equal(await places.text(), 'nom;lat;lon');
  });

  it('sets centre and radius when they are given', async test => {
    const origin = await startTown(test, ['--center', '1,2', '--radius-km', '3']);
    const expected = '<local-shops-map src="data/shops.geojson" center="1,2" radius-km="3">';
    assert.ok((await text(`${origin}/`)).includes(expected));
  });

  it('fetches places from an address itself', async test => {
    const upstream = await serve(test, (_request, response) => {
      response.writeHead(200, {'content-type': 'application/geo+json'}).end('{"a":1}');
      return true;
    });
    const origin = await startTown(test, ['--places', `${upstream}/x`]);
    const places = await fetch(`${origin}/own-places`);
    assert.equal(places.headers.get('content-type'), 'application/geo+json');
    assert.equal(await places.text(), '{"a":1}');
  });
});

describe('the server of npm start with a hub', () => {
  const html =
    '<!doctype html><title>Town</title>' +
    '<local-collect-button shop="a">A</local-collect-button>' +
    '<local-collect-button shop="b">B</local-collect-button>';
  const hub = 'http://localhost:4380';

  it('tells every order button where it is', async test => {
    const body = await text(`${await startTown(test, [], {hub, html})}/`);
    assert.ok(body.includes(`<local-collect-button shop="a" hub="${hub}">`));
    assert.ok(body.includes(`<local-collect-button shop="b" hub="${hub}">`));
  });

  it('has the calendar of the page show two of the hub beside its files', async test => {
    const calendar =
      '<local-event-calendar src="a.ics b.json" calendar="ville"></local-event-calendar>';
    const body = await text(`${await startTown(test, [], {hub, html: calendar})}/`);
    const farm = `${hub}/v1/calendars/ateliers-de-la-ferme/events`;
    const tag = `<local-event-calendar calendar="ville" hub="${hub}" src="a.ics b.json ${farm}">`;
    assert.ok(body.includes(tag), body);
  });

  it('lets the page speak with the hub, and with nobody else', async test => {
    const {headers} = await fetch(`${await startTown(test, [], {hub, html})}/`);
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /; connect-src 'self' http:\/\/localhost:4380; base-uri/);
    assert.match(policy, /default-src 'none'.*trusted-types lit-html local-widgets$/);
  });
});

describe('own places', () => {
  const refused = (places: string, message: RegExp): Promise<void> =>
    assert.rejects(openPlaces(places), error => {
      assert.ok(error instanceof SentenceError);
      assert.match(error.message, message);
      return true;
    });

  it('need a file that can be read', async test => {
    const folder = folderWith(test, {});
    await refused(join(folder, 'none.json'), /cannot be read/);
    await refused(folder, /not a file/);
  });

  it('need an address of http or https', async () => {
    await refused('ftp://example.org/a.json', /http or https/);
    await refused('file:///a.json', /http or https/);
  });

  it('need an address that answers', async test => {
    const origin = await serve(test);
    await refused(`${origin}/a.json`, /answered 404/);
    const gone = createServer();
    gone.listen(0, '127.0.0.1');
    await new Promise(resolve => gone.once('listening', resolve));
    const {port} = gone.address() as {port: number};
    await new Promise(resolve => gone.close(resolve));
    await refused(`http://127.0.0.1:${port}/a.json`, /cannot be loaded/);
  });
});
