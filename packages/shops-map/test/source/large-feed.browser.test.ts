import {expect} from '@open-wc/testing';
import {FeedError} from '@local-widgets/core';
import {nameOrderOf, positionsOf} from '@local-widgets/model';
import {LARGE_FEED, loadPlaces} from '../../src/source/load-places.js';
import {LargeReading, readLarge} from '../../src/source/read-large.js';
import type {EarlyPlaces} from '../../src/map/places-on-map.js';
import type {LoadedPlaces, SourceRequest} from '../../src/source/source.js';
import {startPlacesWorker} from '../../src/source/start-worker.js';
import {WorkerReading} from '../../src/source/worker-reading.js';
import {WorkerRefusal, type StartedWorker} from '@local-widgets/core';
import {network, warnings} from '../harness.js';

const WORKER = new URL('../../src/source/places-worker.ts', import.meta.url).href;
const URL_OF_FEED = `${location.origin}/large.json`;
const host = document.createElement('local-shops-sample');

let running = 0;

/** The worker as its sources have it; the built file is tested in e2e. */
function start(address = WORKER): StartedWorker {
  const worker = new Worker(address, {type: 'module'});
  running++;
  const end = (): void => {
    worker.terminate();
    running = 0;
  };
  return {worker, address, end};
}

/** A worker that says what a test lets it say. */
function pretend(say: (worker: EventTarget) => void): () => StartedWorker {
  return () => {
    const worker = new EventTarget() as EventTarget & Record<string, unknown>;
    for (const type of ['message', 'error']) {
      worker.addEventListener(type, event =>
        (worker[`on${type}`] as ((event: Event) => void) | undefined)?.(event),
      );
    }
    worker['postMessage'] = (order: unknown, transfer: Transferable[]) => {
      structuredClone(order, {transfer});
      setTimeout(() => say(worker));
    };
    setTimeout(() => worker.dispatchEvent(says({kind: 'ready'})));
    return {
      worker: worker as unknown as Worker,
      address: 'https://cdn.example/worker.js',
      end: () => undefined,
    };
  };
}

const says = (data: unknown): Event => new MessageEvent('message', {data});

/**
 * Bytes of a feed that counts as large: every hundredth row is broken. Early and late rows are seen to be
 * wrong only once all are read: some have the id of another, some their longitude and latitude exchanged.
 */
function feed(count = 6000): Uint8Array<ArrayBuffer> {
  const positionOf = (at: number): number[] => {
    const position = [at / 1e4, 48 + at / 1e5];
    return at % 1500 === 7 ? position.reverse() : position;
  };
  const features = Array.from({length: count}, (_, at) => ({
    type: 'Feature',
    id: `node/${at % 1400 === 5 ? 5 : at}`,
    geometry: at % 100 === 99 ? null : {type: 'Point', coordinates: positionOf(at)},
    properties: {
      name: `Ferme ${(at * 7919) % count}`,
      shop: at % 2 ? 'farm' : 'bakery',
      description: 'Légumes de saison, œufs, fromages. '.repeat(8),
      opening_hours: 'Mo-Sa 08:00-19:00',
      'addr:city': 'Val-Orbelle',
    },
  }));
  return new TextEncoder().encode(JSON.stringify({type: 'FeatureCollection', features}));
}

const whole = feed();
const {signal} = new AbortController();
/** How often the feed was asked for a second time. */
let again = 0;
const environment = network(() => {
  again++;
  return new Response(whole);
});
const read = (worker: Parameters<typeof readLarge>[3]): Promise<LoadedPlaces> => {
  const request = {host, format: '', signal, environment};
  return readLarge({bytes: whole.slice(), url: URL_OF_FEED}, request, 'Chambre', worker);
};

function plain(loaded: LoadedPlaces): Omit<LoadedPlaces, 'prepared'> {
  const {places, rejected, format, truncated, failures, duplicates} = loaded;
  return {places, rejected, format, truncated, failures, duplicates};
}

beforeEach(() => {
  again = 0;
});

describe('a large feed', () => {
  it('is large enough here', () => {
    expect(whole.length).to.be.above(LARGE_FEED);
  });

  it('gives the same in a worker as in the page, and more made ready', async () => {
    const inWorker = await read({start});
    const inPage = await read({
      start: () => {
        throw new WorkerRefusal('No.', WORKER);
      },
    });
    expect(running, 'the worker is gone').to.equal(0);
    expect(again, 'nothing is loaded twice').to.equal(0);
    expect(inWorker.places).to.have.lengthOf(5936);
    expect(inWorker.rejected).to.have.lengthOf(64);
    expect(plain(inWorker)).to.deep.equal(plain(inPage));
    expect(inWorker.prepared).to.deep.equal({
      nameOrder: nameOrderOf(inPage.places),
      positions: positionsOf(inPage.places),
    });
    expect(warnings).to.deep.equal([
      `<local-shops-sample> No. The page itself reads ${URL_OF_FEED}, which may be slower.`,
    ]);
  });

  it('is unreadable in a worker for the same reason as in the page', async () => {
    const broken = new Uint8Array(LARGE_FEED).fill(0x20);
    broken.set(new TextEncoder().encode('{"type":"Feat'));
    const messageOf = (start: () => StartedWorker): Promise<unknown> =>
      readLarge({bytes: broken.slice(), url: URL_OF_FEED}, {host, signal}, undefined, {
        start,
      }).catch((error: unknown) => error);
    const one = (await messageOf(start)) as FeedError;
    const other = (await messageOf(() => {
      throw new WorkerRefusal('No.', WORKER);
    })) as FeedError;
    expect(one).to.be.instanceOf(FeedError);
    expect([one.code, one.message]).to.deep.equal([other.code, other.message]);
    expect(one.message).to.match(/large\.json cannot be read: not-json/);
    expect(running).to.equal(0);
  });

  it('ends the worker when nobody waits any more', async () => {
    const control = new AbortController();
    const reading = new WorkerReading(order, {signal: control.signal, start});
    reading.take([whole.slice()]);
    control.abort(new Error('gone'));
    const outcome: unknown = await reading.close().catch((error: unknown) => error);
    expect((outcome as Error).message).to.equal('gone');
    expect(running).to.equal(0);
  });

  it('starts no worker when nobody waits from the start', async () => {
    const signal = AbortSignal.abort(new Error('gone'));
    const reading = new WorkerReading(order, {signal, start: () => expect.fail('started')});
    const outcome: unknown = await reading.close().catch((error: unknown) => error);
    expect((outcome as Error).message).to.equal('gone');
  });
});

const order = {options: {}, center: undefined};

/** A feed that is handed over in pieces of that many bytes, as it arrives. */
async function arriving(
  bytes: Uint8Array<ArrayBuffer>,
  piece: number,
  onEarly?: SourceRequest['onEarly'],
  page: HTMLElement = host,
): Promise<LoadedPlaces> {
  const reading = new LargeReading(
    {host: page, signal, environment, onEarly},
    {start},
    () => 'Chambre',
  );
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < bytes.length; at += piece) {
    chunks.push(bytes.slice(at, at + piece));
    reading.take(chunks, URL_OF_FEED);
    // like a network: the worker is there before the last of it, and not before the first
    await new Promise(resolve => setTimeout(resolve));
  }
  return reading.read({bytes: await joined(chunks.splice(0)), url: URL_OF_FEED});
}

async function joined(chunks: Uint8Array<ArrayBuffer>[]): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

describe('a large feed that arrives', () => {
  it('gives the same as one that is there, in whatever pieces it comes', async () => {
    const expected = await read({start});
    for (const piece of [1 << 16, 100_003, 3_000_000]) {
      const places = await arriving(whole, piece);
      expect(plain(places)).to.deep.equal(plain(expected));
      expect(places.prepared).to.deep.equal(expected.prepared);
    }
    expect(again, 'nothing is loaded twice').to.equal(0);
    expect(running, 'the workers are gone').to.equal(0);
  }).timeout(60_000);

  it('is read at its end when it is no GeoJSON', async () => {
    const rows = Array.from({length: 20_000}, (_, at) => `Ferme ${at};${at / 1000};48;Maraîcher`);
    const csv = new TextEncoder().encode(
      [
        'nom;longitude;latitude;activité',
        ...rows,
        ';;;',
        ...rows.map(row => `${row} du marais`),
      ].join('\n'),
    );
    const {places, format, rejected} = await arriving(csv, 1 << 16);
    expect(format).to.equal('csv');
    expect(places).to.have.lengthOf(40_000);
    expect(rejected).to.have.lengthOf(0);
  });

  it('is read at its end when only that shows what it is', async () => {
    const text = new TextDecoder().decode(whole);
    const odd = new TextEncoder().encode(`${text.slice(0, -1)},"features":[]}`);
    const {places} = await arriving(odd, 1 << 16);
    expect(places).to.have.lengthOf(0);
  });

  it('tells where its places are before they are read', async () => {
    const early: EarlyPlaces[] = [];
    const {places} = await arriving(whole, 3_000_000, at => early.push(at));
    expect(early).to.have.lengthOf(1);
    const [{index, indices}] = early as [EarlyPlaces];
    expect(indices).to.have.lengthOf(5940);
    expect(index.extent?.north).to.be.above(48);
    expect(index.prepared.positions?.slice(0, 2)).to.deep.equal(positionsOf(places.slice(0, 1)));
  });

  it('tells the nearest first where there is a centre', async () => {
    const early: EarlyPlaces[] = [];
    const page = document.createElement('local-shops-sample');
    page.setAttribute('center', '0.3,48.03');
    await arriving(whole, 3_000_000, at => early.push(at), page);
    const nearest = {geo: {longitude: 0.3, latitude: 48.03}};
    const [{index}] = early as [EarlyPlaces];
    expect(index.prepared.positions?.slice(0, 2)).to.deep.equal(positionsOf([nearest]));
    expect(index.extent?.west).to.be.within(0.29, 0.3);
    expect(index.extent?.east).to.be.within(0.3, 0.31);
  });

  it('tells nothing early where some places may be left out', async () => {
    const page = document.createElement('local-shops-sample');
    page.setAttribute('radius-km', '15');
    await arriving(whole, 3_000_000, () => expect.fail('told'), page);
  });

  it('is loaded a second time when the worker dies with a part of it', async () => {
    const dies = pretend(worker => worker.dispatchEvent(new ErrorEvent('error', {message: 'no'})));
    const reading = new LargeReading({host, signal, environment}, {start: dies});
    const chunks = [whole.slice(0, 1000)];
    reading.take(chunks, URL_OF_FEED);
    while (chunks.length > 0) {
      await new Promise(resolve => setTimeout(resolve));
      reading.take(chunks, URL_OF_FEED);
    }
    const {places} = await reading.read({bytes: whole.slice(1000), url: URL_OF_FEED});
    expect(again).to.equal(1);
    expect(places).to.have.lengthOf(5936);
  });

  it('begins anew when another attempt sends it from its beginning', async () => {
    const reading = new LargeReading({host, signal, environment}, {start});
    reading.take([whole.slice(0, 100_000)], URL_OF_FEED);
    const chunks = [whole.slice(0, 1000)];
    reading.take(chunks, URL_OF_FEED);
    const rest = await joined([...chunks, whole.slice(1000)]);
    const {places} = await reading.read({bytes: rest, url: URL_OF_FEED});
    expect(places).to.have.lengthOf(5936);
  });
});

describe('a large feed without a worker', () => {
  it('is read by the page when the file of the worker is missing', async () => {
    const {places} = await read({start: () => start('/__feeds/404')});
    expect(places).to.have.lengthOf(5936);
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.match(
      /The worker \/__feeds\/404 could not be started\. The page itself/,
    );
  });

  it('is read by the page when the script comes from a site that lends it no worker', async () => {
    const foreign = await (await fetch('/__feeds/other-origin')).text();
    const {places} = await read({
      start: () => startPlacesWorker(new URL('/places-worker.js', foreign)),
    });
    expect(places).to.have.lengthOf(5936);
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.contain(`The worker ${foreign}/places-worker.js could not be started.`);
  });

  it('is read by the page, nothing twice, when the worker dies midway', async () => {
    const part = [{id: 'half', name: 'Half', geo: {longitude: 0, latitude: 0}, categories: []}];
    const {places} = await read({
      start: pretend(worker => {
        worker.dispatchEvent(says({kind: 'places', part}));
        worker.dispatchEvent(new ErrorEvent('error', {message: 'out of memory'}));
      }),
    });
    expect(places).to.have.lengthOf(5936);
    expect(again, 'the worker took the bytes with it').to.equal(1);
    expect(places.some(({id}) => id === 'half')).to.equal(false);
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.contain(
      'The worker https://cdn.example/worker.js stopped (out of memory).',
    );
  });

  it('is read by the page when the worker falls silent', async () => {
    const {places} = await read({start: pretend(() => undefined), patience: 20});
    expect(places).to.have.lengthOf(5936);
    expect(warnings[0]).to.contain(
      'The worker https://cdn.example/worker.js said nothing for 0.02 s.',
    );
  });

  it('names the policy that refuses the worker', async () => {
    await read({
      start: pretend(worker => {
        worker.dispatchEvent(new Event('error'));
        document.dispatchEvent(
          new SecurityPolicyViolationEvent('securitypolicyviolation', {
            blockedURI: 'blob',
            disposition: 'enforce',
            documentURI: location.href,
            effectiveDirective: 'worker-src',
            originalPolicy: "worker-src 'self'",
            statusCode: 200,
            violatedDirective: 'worker-src',
          }),
        );
      }),
    });
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.contain(
      'refuses the worker https://cdn.example/worker.js: add blob: and https://cdn.example to worker-src.',
    );
  });

  it('comes by way of loadPlaces, whatever the page allows', async () => {
    const {places} = await loadPlaces({src: '/__feeds/geojson?n=7000', host, signal});
    expect(places).to.have.lengthOf(7000);
  });
});
