import assert from 'node:assert/strict';
import {createServer, type RequestListener, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, describe, it} from 'node:test';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {feedUrlFault} from '../../../src/events/feeds/feed-url.js';
import {
  fetchFeed,
  type FeedAnswer,
  type FeedRequest,
  type FetchOptions,
} from '../../../src/events/feeds/fetch-feed.js';
import type {Resolve} from '../../../src/webhooks/guarded-lookup.js';
import {HOSTILE_ADDRESSES, HOSTILE_URLS} from './hostile-urls.js';

const servers: Server[] = [];
after(() => servers.forEach(server => server.close().closeAllConnections()));

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const onLoopback: FetchOptions = {allowLoopback: true};
const read = (url: string, options = onLoopback, request: Partial<FeedRequest> = {}) =>
  fetchFeed({url, accept: 'text/calendar', ...request}, options);
const textOf = (answer: FeedAnswer) => (answer.isSame ? undefined : answer.body.toString());
const refused = (problem: string) => ({name: 'FeedError', problem});

/** A name server that gives these addresses, one list after the other. */
function answering(...answers: string[][]): Resolve & {asked: () => number} {
  let asked = 0;
  const resolve: Resolve = (_host, callback) => {
    const addresses = answers[Math.min(asked++, answers.length - 1)]!;
    callback(
      null,
      addresses.map(address => ({address, family: address.includes(':') ? 6 : 4})),
    );
  };
  return Object.assign(resolve, {asked: () => asked});
}

describe('the address of a feed', () => {
  const all = Object.entries(HOSTILE_URLS);

  it('is on the public web', () => {
    for (const url of [
      'https://example.org/a.ics',
      'http://example.org:8080/a',
      'webcal://example.org/a.ics',
      'webcals://example.org/a.ics',
      'https://1.1.1.1/',
      'https://[2606:4700::1]/',
    ]) {
      assert.equal(feedUrlFault(url, {allowLoopback: false}), undefined, url);
    }
  });

  it('is refused for more than forty reasons', () => {
    let count = 0;
    for (const [fault, urls] of all) {
      for (const url of urls) {
        assert.equal(feedUrlFault(url, {allowLoopback: false}), fault, url);
        count++;
      }
    }
    assert.ok(count >= 40, String(count));
  });

  it('is never asked when it is refused, also where a redirect leads there', async () => {
    for (const url of all.flatMap(([, urls]) => urls)) {
      await assert.rejects(read(url, {allowLoopback: false}), refused('forbidden'), url);
    }
    let location = '';
    const from = await listen((_request, response) => response.writeHead(302, {location}).end());
    for (const url of [...HOSTILE_URLS['not-public']!, ...HOSTILE_URLS['not-web']!]) {
      const isOwnMachine = feedUrlFault(url, onLoopback) === undefined;
      if (isOwnMachine) continue;
      location = url.replace(/[^\x20-\x7e]/g, encodeURIComponent);
      await assert.rejects(read(from), {name: 'FeedError'}, url);
    }
  });
});

describe('a name that leads to a private network', () => {
  it('is not connected to, first or after a redirect', async () => {
    for (const address of HOSTILE_ADDRESSES) {
      const options = {allowLoopback: false, resolve: answering([address])};
      await assert.rejects(
        read('https://calendar.example/a.ics', options),
        refused('forbidden'),
        address,
      );
    }
  });

  it('is not connected to when one of several addresses is private', async () => {
    const options = {allowLoopback: false, resolve: answering(['1.1.1.1', '10.0.0.1'])};
    await assert.rejects(read('https://calendar.example/', options), refused('forbidden'));
  });

  it('is looked at again at each redirect (DNS rebinding)', async () => {
    let hits = 0;
    const url = await listen((_request, response) => {
      hits++;
      response.writeHead(302, {location: '/again'}).end();
    });
    const {port} = new URL(url);
    const resolve = answering(['127.0.0.1'], ['10.0.0.1']);
    await assert.rejects(
      read(`http://localhost:${port}/`, {allowLoopback: true, resolve}),
      refused('forbidden'),
    );
    assert.deepEqual([hits, resolve.asked()], [1, 2]);
  });
});

describe('a feed that is read', () => {
  it('comes with what makes the next reading short', async () => {
    const url = await listen((request, response) => {
      if (request.headers['if-none-match'] === '"1"') return response.writeHead(304).end();
      const headers = {
        'content-type': 'text/calendar; charset=utf-8',
        etag: '"1"',
        'last-modified': 'Sun, 01 Nov 2026 10:00:00 GMT',
      };
      return response.writeHead(200, headers).end('BEGIN:VCALENDAR');
    });
    const first = await read(url);
    assert.ok(!first.isSame);
    assert.deepEqual(
      [first.body.toString(), first.etag, first.lastModified],
      ['BEGIN:VCALENDAR', '"1"', 'Sun, 01 Nov 2026 10:00:00 GMT'],
    );
    assert.deepEqual(await read(url, onLoopback, {etag: '"1"'}), {isSame: true});
  });

  it('is unpacked', async () => {
    const packed = {gzip: gzipSync('Fête'), br: brotliCompressSync('Fête')};
    for (const [encoding, body] of Object.entries(packed)) {
      const url = await listen((_request, response) =>
        response.writeHead(200, {'content-encoding': encoding}).end(body),
      );
      assert.equal(textOf(await read(url)), 'Fête');
    }
  });

  it('is followed through five redirects and no more', async () => {
    const url = await listen((request, response) => {
      const left = Number(request.url!.slice(1));
      if (left === 0) return response.end('there');
      return response.writeHead(302, {location: `/${left - 1}`}).end();
    });
    assert.equal(textOf(await read(`${url}/5`)), 'there');
    await assert.rejects(read(`${url}/6`), refused('unreachable'));
  });

  it('sends a key to the source alone', async () => {
    const seen: unknown[] = [];
    const other = await listen((request, response) => {
      seen.push(request.headers['key']);
      response.end('there');
    });
    const url = await listen((request, response) => {
      seen.push(request.headers['key']);
      response.writeHead(307, {location: other}).end();
    });
    await read(url, onLoopback, {secretHeaders: {key: 'secret'}});
    assert.deepEqual(seen, ['secret', undefined]);
  });
});

describe('a feed that cannot be read', () => {
  it('is too large: told, streamed or packed', async () => {
    const options = {...onLoopback, limit: 1000};
    const plain = await listen((_request, response) => response.end(Buffer.alloc(2000)));
    await assert.rejects(read(plain, options), refused('too-large'));
    const endless = await listen((_request, response) => {
      const more = () => {
        while (response.write(Buffer.alloc(4096))) if (response.destroyed) return;
        response.once('drain', more);
      };
      more();
    });
    await assert.rejects(read(endless, options), refused('too-large'));
    const bomb = await listen((_request, response) =>
      response.writeHead(200, {'content-encoding': 'gzip'}).end(gzipSync(Buffer.alloc(5_000_000))),
    );
    await assert.rejects(read(bomb, {...options, limit: 100_000}), refused('too-large'));
  });

  it('takes too long, whole or drop by drop', async () => {
    const silent = await listen(() => undefined);
    await assert.rejects(read(silent, {...onLoopback, timeout: 50}), refused('too-slow'));
    const dripping = await listen((_request, response) => {
      response.write('BEGIN');
    });
    await assert.rejects(read(dripping, {...onLoopback, timeout: 200}), refused('too-slow'));
  });

  it('is refused, broken or gone', async () => {
    const answers = {401: 'refused', 404: 'refused', 500: 'unreachable', 204: 'unreachable'};
    for (const [status, problem] of Object.entries(answers)) {
      const url = await listen((_request, response) => response.writeHead(Number(status)).end());
      await assert.rejects(read(url), refused(problem), status);
    }
    const broken = await listen((_request, response) => {
      response.writeHead(200, {'content-length': 100});
      response.write('half', () => response.destroy());
    });
    await assert.rejects(read(broken), refused('unreachable'));
    const packed = await listen((_request, response) =>
      response.writeHead(200, {'content-encoding': 'zstd'}).end('?'),
    );
    await assert.rejects(read(packed), refused('unreadable'));
    const failing: Resolve = (_host, callback) => callback(new Error('no such name'), []);
    const options = {allowLoopback: false, resolve: failing};
    await assert.rejects(read('https://gone.example/', options), refused('unreachable'));
  });
});
