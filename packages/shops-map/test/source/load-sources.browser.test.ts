import {expect} from '@open-wc/testing';
import {FeedError} from '@local-widgets/core';
import {hasInline, isByView, loadPlaces} from '../../src/source/load-places.js';
import type {LoadedPlaces} from '../../src/source/source.js';
import {network} from '../harness.js';

const PAGE = new URL(document.baseURI);

interface Case {
  readonly src?: string;
  readonly format?: string;
  /** Markup inside the element. */
  readonly inside?: string;
  /** What stands at an address; everything else is missing. */
  readonly files?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

const boxes: HTMLElement[] = [];

/** Puts markup as a page's author writes it into the page; gone after the test. */
function put(markup: string): HTMLElement {
  const box = document.createElement('div');
  box.innerHTML = markup;
  boxes.push(box);
  document.body.append(box);
  return box;
}

/** A tag that nothing brings to life: only its content counts here. */
const putHost = (inside = ''): HTMLElement =>
  put(`<local-shops-sample>${inside}</local-shops-sample>`).firstElementChild as HTMLElement;

function load({src = '', format, inside, files = {}, signal}: Case): Promise<LoadedPlaces> {
  const environment = network(address => {
    const url = new URL(address);
    const name = url.origin === PAGE.origin ? url.pathname.slice(1) : url.href;
    const body = files[name];
    return body === undefined ? new Response('', {status: 404}) : new Response(body);
  });
  const control = new AbortController();
  return loadPlaces({
    src,
    format,
    host: putHost(inside),
    environment,
    signal: signal ?? control.signal,
  });
}

async function failureOf(each: Case): Promise<FeedError> {
  const outcome: unknown = await load(each).catch((error: unknown) => error);
  return outcome instanceof FeedError ? outcome : expect.fail('it did not fail');
}

const names = ({places}: LoadedPlaces): string[] => places.map(({name}) => name);

const feature = (id: string, name: string, lon = 0.5, more = {}): object => ({
  type: 'Feature',
  id,
  geometry: {type: 'Point', coordinates: [lon, 48.4]},
  properties: {name, ...more},
});

const geojson = (...features: object[]): string =>
  JSON.stringify({type: 'FeatureCollection', features});

const A = geojson(feature('a', 'Ferme A'));
const B = geojson(feature('b', 'Halle B', 0.6));
const CSV = 'nom;latitude;longitude\nCave C;48,4;0,7\n';

afterEach(() => {
  for (const box of boxes.splice(0)) box.remove();
});

describe('loadPlaces, from one address', () => {
  it('reads it, with nothing failed and nothing twice', async () => {
    const loaded = await load({src: 'a.json', files: {'a.json': A}});
    expect(names(loaded)).to.deep.equal(['Ferme A']);
    expect(loaded.failures).to.deep.equal([]);
    expect(loaded.duplicates).to.equal(0);
    expect(loaded.places[0]?.source, 'this site needs no name').to.equal(undefined);
  });

  it('names the other site that it comes from', async () => {
    const url = 'https://open-data.example/a.json';
    const {places} = await load({src: url, files: {[url]: A}});
    expect(places[0]?.source).to.deep.equal({name: 'open-data.example'});
  });

  it('leaves the name that the feed tells', async () => {
    const url = 'https://open-data.example/a.json';
    const told = geojson(feature('a', 'Ferme A', 0.5, {source: {name: 'Chambre'}}));
    const {places} = await load({src: url, files: {[url]: told}});
    expect(places[0]?.source?.name).to.equal('Chambre');
  });

  it('forgives white space around the address', async () => {
    const loaded = await load({src: ' \n a.json ', files: {'a.json': A}});
    expect(names(loaded)).to.deep.equal(['Ferme A']);
  });

  it('says what cannot be read', async () => {
    const {code, message} = await failureOf({src: 'a.json', files: {'a.json': '<!doctype html>'}});
    expect(code).to.equal('unreadable');
    expect(message).to.match(/a\.json cannot be read: html/);
  });

  it('takes an empty format for none, and a wrong one for an error', async () => {
    expect(names(await load({src: 'a', format: '', files: {a: A}}))).to.deep.equal(['Ferme A']);
    const {code} = await failureOf({src: 'a', format: 'xls', files: {a: A}});
    expect(code).to.equal('unreadable');
  });
});

describe('loadPlaces, from several addresses', () => {
  const files = {'a.json': A, 'b.json': B, 'c.csv': CSV};

  it('merges them in the order of the author', async () => {
    const loaded = await load({src: 'a.json c.csv\nb.json', files});
    expect(names(loaded)).to.deep.equal(['Ferme A', 'Cave C', 'Halle B']);
    expect(loaded.failures).to.deep.equal([]);
  });

  it('shows what two of them have once', async () => {
    const siret = '12345678900012';
    const one = geojson(feature('x', 'Ferme du Bois', 0.5, {siret}));
    const other = geojson(feature('y', 'FERME DU BOIS SARL', 0.5, {siret}));
    const loaded = await load({
      src: 'one.json other.json',
      files: {'one.json': one, 'other.json': other},
    });
    expect(names(loaded)).to.deep.equal(['Ferme du Bois']);
    expect(loaded.duplicates).to.equal(1);
  });

  it('names one that fails, and shows the others', async () => {
    const loaded = await load({src: 'a.json gone.json b.json', files});
    expect(names(loaded)).to.deep.equal(['Ferme A', 'Halle B']);
    expect(loaded.failures.map(({src, error}) => [src, error.code])).to.deep.equal([
      ['gone.json', 'not-found'],
    ]);
  });

  it('fails with the first error when all fail', async () => {
    const bad = {'bad.json': '{'};
    expect((await failureOf({src: 'gone.json bad.json', files: bad})).code).to.equal('not-found');
    expect((await failureOf({src: 'bad.json gone.json', files: bad})).code).to.equal('unreadable');
  });

  it('uses the format for those that are not recognised, and only for those', async () => {
    // a first column like this looks like JSON
    const odd = '[code];nom;latitude;longitude\n1;Cave C;48,4;0,7\n';
    const some = {...files, 'odd.txt': odd};
    const src = 'a.json odd.txt';
    expect((await load({src, files: some})).failures).to.have.lengthOf(1);
    expect(names(await load({src, format: 'csv', files: some}))).to.deep.equal([
      'Ferme A',
      'Cave C',
    ]);
  });

  it('tells in each place, and in each rejected row, where it comes from', async () => {
    const url = 'https://open-data.example/b.json';
    const named = A.replace('{', '{"name":"Nos fermes",').replace(
      '[{',
      '[{"type":"Feature","geometry":null,"properties":{"name":"Nulle part"}},{',
    );
    const loaded = await load({src: `a.json ${url}`, files: {'a.json': named, [url]: B}});
    expect(loaded.places.map(({source}) => source?.name)).to.deep.equal([
      'Nos fermes',
      'open-data.example',
    ]);
    expect(loaded.rejected.map(({src, reason}) => [src, reason])).to.deep.equal([
      ['a.json', 'no-position'],
    ]);
  });

  it('rejects with the reason of an abort', async () => {
    const control = new AbortController();
    const loading = load({src: 'a.json b.json', files, signal: control.signal});
    control.abort(new Error('gone'));
    const outcome: unknown = await loading.catch((error: unknown) => error);
    expect((outcome as Error).message).to.equal('gone');
  });
});

describe('loadPlaces, from the page itself', () => {
  const block = (text: string, attributes = 'type="application/json"'): string =>
    `<script ${attributes}>${text}</script>`;

  it('reads a data block inside the element', async () => {
    const loaded = await load({inside: block(A)});
    expect(names(loaded)).to.deep.equal(['Ferme A']);
  });

  it('reads several data blocks', async () => {
    expect(names(await load({inside: block(A) + block(B)}))).to.deep.equal(['Ferme A', 'Halle B']);
  });

  it('reads JSON-LD inside the element', async () => {
    const shop = {
      '@context': 'https://schema.org',
      '@type': 'Bakery',
      name: 'Boulangerie',
      geo: {latitude: 48.4, longitude: 0.5},
    };
    const {places} = await load({
      inside: block(JSON.stringify(shop), 'type="application/ld+json"'),
    });
    expect(places[0]).to.include({name: 'Boulangerie'});
    expect(places[0]?.categories).to.deep.equal(['bakery']);
  });

  it('reads a data block elsewhere by its id, beside an address', async () => {
    put(block(B, 'type="application/json" id="halles"'));
    const loaded = await load({src: '#halles a.json', files: {'a.json': A}});
    expect(names(loaded)).to.deep.equal(['Halle B', 'Ferme A']);
  });

  it('reads microdata elsewhere by its id', async () => {
    put(`<ul id="liste"><li itemscope itemtype="https://schema.org/Bakery">
      <b itemprop="name">Four</b>
      <span itemprop="geo" itemscope><meta itemprop="latitude" content="48.4">
      <meta itemprop="longitude" content="0.5"></span></li></ul>`);
    expect(names(await load({src: '#liste'}))).to.deep.equal(['Four']);
  });

  it('says which id is missing', async () => {
    const {code, message} = await failureOf({src: '#nulle-part'});
    expect(code).to.equal('not-found');
    expect(message).to.contain('"nulle-part"');
  });

  it('says which data block is broken', async () => {
    const {code, message} = await failureOf({inside: block('{"type":')});
    expect(code).to.equal('unreadable');
    expect(message).to.match(/^the content of <local-shops-sample> cannot be read: not-json/);
  });

  it('says when there is nothing to read', async () => {
    expect((await failureOf({inside: '<a href="#">Nos commerces</a>'})).code).to.equal('not-found');
  });

  it('sees what changed at the next reading', async () => {
    const host = putHost(block(A));
    const {signal} = new AbortController();
    expect(names(await loadPlaces({src: '', host, signal}))).to.deep.equal(['Ferme A']);
    host.querySelector('script')!.textContent = B;
    expect(names(await loadPlaces({src: '', host, signal}))).to.deep.equal(['Halle B']);
  });
});

describe('hasInline', () => {
  const has = (inside: string): boolean => hasInline(putHost(inside));

  it('finds data blocks and microdata, and nothing else', () => {
    expect(has('<script type="application/json">[]</script>')).to.equal(true);
    expect(has('<script type="application/ld+json">{}</script>')).to.equal(true);
    expect(has('<ul><li itemscope></li></ul>')).to.equal(true);
    expect(has('<a href="shops.html">Nos commerces</a>')).to.equal(false);
    expect(has('<script type="text/plain">{}</script>')).to.equal(false);
  });
});

describe('isByView', () => {
  it('knows an address that asks for a part', () => {
    expect(isByView('/api?bbox={bbox}')).to.equal(true);
    expect(isByView('/api/{west}/{south}/{east}/{north}')).to.equal(true);
    expect(isByView('/api?z={z}')).to.equal(false);
  });
});
