import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {tileId} from '../src/map/pmtiles/tile-id.js';
import {serverOf, writeArchive, type ArchiveOptions} from './map/pmtiles/write-archive.js';
import {nameOf, openMap, until, type MapView} from './map/view-harness.js';
import {SQUARE, townPlaces} from './places.js';

const TILES = '/__tiles/{z}/{x}/{y}.png';
/** The same server under another name is another site to a browser. */
const ELSEWHERE = `${location.origin.replace('127.0.0.1', 'localhost')}${TILES}`;
const VIEW = {center: SQUARE, zoom: 14};

const requests = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({name}) => name)
    .filter(name => name.includes('/__tiles/') || name.includes('.pmtiles'));

const tiles = (map: MapView): number => map.all('.leaflet-tile-loaded').length;

beforeEach(() => performance.clearResourceTimings());

describe('a basemap that another site serves, with consent', () => {
  const model = {tiles: ELSEWHERE, attribution: '© Voisins', consent: true};

  it('asks for nothing, draws the sketch and names who would learn of the visit', async () => {
    const map = await openMap(townPlaces, model);
    expect(requests()).to.be.empty;
    expect(map.all('.leaflet-tile, .attribution')).to.be.empty;
    await until(() => map.all('.town').length > 0, 'the sketch');
    await until(() => map.all('.consent').length, 'the question');
    expect(nameOf(map.one('.consent p'))).to.equal(
      `Fond de carte : Voisins (${new URL(ELSEWHERE).host}). ` +
        'L’afficher transmet votre adresse IP à ce service.',
    );
    await expect(map.element).to.be.accessible();
    map.button('Zoomer').click();
    await map.rests();
    expect(requests()).to.be.empty;
  });

  it('loads the tiles after a press, and the keyboard stays on the map', async () => {
    const map = await openMap(townPlaces, model);
    await until(() => map.all('.consent').length, 'the question');
    map.button('Afficher le fond de carte').focus();
    await sendKeys({press: 'Enter'});
    await until(() => tiles(map) > 2, 'tiles');
    expect(map.all('.consent')).to.be.empty;
    expect(map.root.activeElement === map.canvas).to.equal(true);
    expect(nameOf(map.one('.attribution'))).to.equal('© Voisins');
    expect(document.cookie).to.equal('');
    expect(localStorage.length + sessionStorage.length).to.equal(0);
  });

  it('asks again for another provider, not for the same one', async () => {
    const map = await openMap(townPlaces, model);
    await until(() => map.all('.consent').length, 'the question');
    map.button('Afficher le fond de carte').click();
    await until(() => tiles(map) > 2, 'tiles');
    map.change({tiles: 'ign'});
    await until(() => map.all('.consent').length, 'the question');
    expect(nameOf(map.one('.consent p'))).to.contain('IGN (data.geopf.fr)');
    map.change({tiles: ELSEWHERE});
    await until(() => tiles(map) > 2, 'tiles again');
  });

  it('asks nobody about the page’s own tiles', async () => {
    const map = await openMap(townPlaces, {...model, tiles: TILES});
    await until(() => tiles(map) > 2, 'tiles');
    expect(map.all('.consent')).to.be.empty;
  });
});

describe('a basemap whose address', () => {
  it('is that of a WMTS or counts rows from the south still has its tiles', async () => {
    for (const address of [
      '/__tiles/{TileMatrix}/{TileCol}/{TileRow}.png',
      '/__tiles/{z}/{x}/{-y}.png',
    ]) {
      const map = await openMap(townPlaces, {tiles: address, start: VIEW});
      await until(() => tiles(map) > 2, `tiles of ${address}`);
      expect(map.warnings).to.be.empty;
    }
  });

  it('cannot be used is named, and the sketch is drawn', async () => {
    const map = await openMap(townPlaces, {tiles: 'https://{s}.example/{z}/{x}/{y}.png'});
    expect(map.warnings.join()).to.contain('one host is enough');
    await until(() => map.all('.town').length > 0, 'the sketch');
  });

  it('does not answer gives way to the sketch', async () => {
    const map = await openMap(townPlaces, {tiles: '/__tiles/broken/{z}/{x}/{y}.png'});
    await until(() => map.all('.note').length, 'a word about it');
    await until(() => map.all('.town').length > 0, 'the sketch');
    expect(map.warnings.join()).to.contain('no tile of the base map could be loaded; a sketch');
    await expect(map.element).to.be.accessible();
  });
});

describe('a basemap in a PMTiles file', () => {
  const ADDRESS = '/town.pmtiles';
  const fetch = window.fetch.bind(window);
  const asked: RequestInit[] = [];

  afterEach(() => {
    window.fetch = fetch;
    asked.length = 0;
  });

  /** A picture of one colour. */
  async function picture(color: string): Promise<Uint8Array<ArrayBuffer>> {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 512;
    const context = canvas.getContext('2d')!;
    context.fillStyle = color;
    context.fillRect(0, 0, 512, 512);
    const blob = await new Promise<Blob | null>(done => canvas.toBlob(done));
    return new Uint8Array(await blob!.arrayBuffer());
  }

  async function serve(options: Partial<ArchiveOptions> = {}): Promise<void> {
    const bytes = await picture('rgb(10, 200, 30)');
    const world = [];
    for (let z = 0; z < 4; z++) {
      for (let x = 0; x < 2 ** z; x++) {
        for (let y = 0; y < 2 ** z; y++) world.push({id: tileId({z, x, y}), bytes});
      }
    }
    const metadata = {attribution: '<a href="x">Commune</a> de Val-Orbelle'};
    const file = await writeArchive({tiles: world, metadata, maxZoom: 3, gzip: true, ...options});
    answer(serverOf(file));
  }

  function answer(give: (url: string, init?: RequestInit) => Promise<Response>): void {
    window.fetch = (input, init) => {
      const {url} = new Request(input);
      if (!url.endsWith(ADDRESS)) return fetch(input, init);
      asked.push(init ?? {});
      return give(url, init);
    };
  }

  const low = {center: SQUARE, zoom: 4};
  const canvases = (map: MapView): HTMLCanvasElement[] =>
    map.all<HTMLCanvasElement>('canvas.leaflet-tile-loaded');

  it('is drawn from parts of the file, and names who made it', async () => {
    await serve();
    const map = await openMap(townPlaces, {tiles: ADDRESS, start: low});
    await until(() => canvases(map).length > 1, 'tiles');
    const [canvas] = canvases(map);
    expect(canvas!.width).to.equal(512);
    const pixel = canvas!.getContext('2d')!.getImageData(100, 100, 1, 1).data;
    expect([...pixel]).to.deep.equal([10, 200, 30, 255]);
    expect(nameOf(map.one('.attribution'))).to.equal('Commune de Val-Orbelle');
    expect(asked.every(({headers}) => new Headers(headers).has('Range'))).to.equal(true);
    expect(map.warnings).to.be.empty;
    expect(map.all('.canvas img')).to.be.empty;
  });

  it('is named by the page before its own words', async () => {
    await serve();
    const map = await openMap(townPlaces, {tiles: ADDRESS, attribution: '© Nous', start: low});
    await until(() => map.all('.attribution').length, 'the name');
    expect(nameOf(map.one('.attribution'))).to.equal('© Nous');
  });

  it('is enlarged beyond its last zoom, and goes on after a zoom', async () => {
    await serve();
    const map = await openMap(townPlaces, {tiles: ADDRESS, start: VIEW});
    await until(() => canvases(map).length > 0, 'tiles');
    map.button('Dézoomer').click();
    await map.rests();
    await until(() => canvases(map).length > 0, 'tiles again');
    expect(map.warnings).to.be.empty;
  });

  it('gives up tiles that are no longer in sight', async () => {
    await serve();
    const ready = window.fetch.bind(window);
    const map = await openMap(townPlaces, {tiles: ADDRESS, start: low});
    await until(() => canvases(map).length > 1, 'tiles');
    const signals: AbortSignal[] = [];
    window.fetch = (input, init) => {
      if (!init?.signal) return ready(input, init);
      signals.push(init.signal);
      return new Promise((_, reject) => {
        init.signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      });
    };
    map.view.show({longitude: -120, latitude: 40}, 5);
    await until(() => signals.length > 0, 'new tiles');
    const given = [...signals];
    map.view.show(SQUARE, 3);
    await until(() => given.every(({aborted}) => aborted), 'their end');
    expect(map.warnings).to.be.empty;
  });

  for (const [what, give, words] of [
    ['comes whole', () => Promise.resolve(new Response('x'.repeat(500))), 'range requests'],
    ['is not there', () => Promise.resolve(new Response('', {status: 404})), 'answers 404'],
    ['is out of reach', () => Promise.reject(new TypeError('network')), 'cannot be reached'],
  ] as const) {
    it(`gives way to the sketch when it ${what}`, async () => {
      answer(give);
      const map = await openMap(townPlaces, {tiles: ADDRESS});
      await until(() => map.all('.note').length, 'a word about it');
      expect(map.warnings).to.have.lengthOf(1);
      expect(map.warnings[0]).to.contain(ADDRESS).and.contain(words).and.contain('a sketch');
      expect(map.all('.town').length).to.be.above(0);
    });
  }

  it('gives way to the sketch when it holds no pictures', async () => {
    await serve({tileType: 1});
    const map = await openMap(townPlaces, {tiles: ADDRESS});
    await until(() => map.warnings.length, 'a warning');
    expect(map.warnings[0]).to.contain('holds vector tiles; pictures (png, jpeg, webp) are needed');
  });

  it('is not opened before a person agrees, when it lies elsewhere', async () => {
    await serve();
    const tiles = `https://elsewhere.example${ADDRESS}`;
    const map = await openMap(townPlaces, {tiles, consent: true, start: low});
    expect(asked).to.be.empty;
    expect(nameOf(map.one('.consent p'))).to.contain('elsewhere.example');
    map.button('Afficher le fond de carte').click();
    await until(() => canvases(map).length > 1, 'tiles');
  });
});
