import assert from 'node:assert/strict';
import {createServer, type RequestListener, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, describe, it} from 'node:test';
import {ForbiddenAddressError, type Resolve} from '../../src/webhooks/guarded-lookup.js';
import {postWebhook, type PostOptions} from '../../src/webhooks/post-webhook.js';

const servers: Server[] = [];
after(() => servers.forEach(server => server.close().closeAllConnections()));

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const headers = {'webhook-id': 'a', 'webhook-timestamp': '1', 'webhook-signature': 'v1,x'};
const body = '{"name":"Crème"}';
const onLoopback: PostOptions = {allowLoopback: true};
const post = (url: string, options: PostOptions = onLoopback) =>
  postWebhook({url, headers, body}, options);

/** A name server that gives these answers, one after the other. */
function answering(...answers: string[][]): Resolve {
  let asked = 0;
  return (_host, callback) => {
    const addresses = answers[Math.min(asked++, answers.length - 1)]!;
    callback(
      null,
      addresses.map(address => ({address, family: address.includes(':') ? 6 : 4})),
    );
  };
}

describe('a webhook that is sent', () => {
  it('arrives with its headers and its very bytes', async () => {
    let seen = {};
    const url = await listen((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const {method, url, headers: got} = request;
        seen = {
          method,
          url,
          body: Buffer.concat(chunks).toString(),
          id: got['webhook-id'],
          type: got['content-type'],
        };
        response.writeHead(204).end();
      });
    });
    assert.deepEqual(await post(`${url}/hook?shop=1`), {status: 204});
    assert.deepEqual(seen, {
      method: 'POST',
      url: '/hook?shop=1',
      body,
      id: 'a',
      type: 'application/json',
    });
  });

  it('follows no redirect', async () => {
    let hits = 0;
    const target = await listen((_request, response) => {
      hits++;
      response.end();
    });
    const url = await listen((_request, response) =>
      response.writeHead(307, {location: target}).end(),
    );
    assert.deepEqual(await post(url), {status: 307});
    assert.equal(hits, 0);
  });

  it('tells what the receiver asks with Retry-After', async () => {
    const url = await listen((_request, response) =>
      response.writeHead(503, {'retry-after': '120'}).end('busy'),
    );
    assert.deepEqual(await post(url), {status: 503, retryAfter: '120'});
  });

  it('reads no more of an endless answer than it must', async () => {
    const url = await listen((_request, response) => {
      const more = () => {
        while (response.write(Buffer.alloc(4096))) if (response.destroyed) return;
        response.once('drain', more);
      };
      more();
    });
    assert.deepEqual(await post(url), {status: 200});
  });

  it('keeps an answer whose body breaks off', async () => {
    const url = await listen((_request, response) => {
      response.writeHead(200, {'content-length': 100});
      response.write('half', () => response.destroy());
    });
    assert.deepEqual(await post(url), {status: 200});
  });

  it('gives up when no answer comes in time, or when it is stopped', async () => {
    const url = await listen(() => undefined);
    await assert.rejects(post(url, {...onLoopback, timeout: 50}), {name: /Timeout|Abort/});
    await assert.rejects(post(url, {...onLoopback, signal: AbortSignal.abort()}), {
      name: 'AbortError',
    });
  });
});

describe('a webhook to an address that is not public', () => {
  const at = (name: string, resolve: Resolve, allowLoopback = false) =>
    post(`https://${name}/`, {allowLoopback, resolve});

  it('is not sent, whatever name or form leads there', async () => {
    for (const address of [
      '10.0.0.1',
      '127.0.0.1',
      '169.254.169.254',
      '::1',
      '::ffff:10.0.0.1',
      'fd00::1',
    ]) {
      await assert.rejects(
        at('shop.example', answering([address])),
        ForbiddenAddressError,
        address,
      );
    }
    for (const url of ['https://10.0.0.1/', 'https://[::1]/', 'http://shop.example/']) {
      await assert.rejects(post(url, {allowLoopback: false}), ForbiddenAddressError, url);
    }
  });

  it('is not sent when one of several addresses is not public', async () => {
    await assert.rejects(
      at('shop.example', answering(['1.1.1.1', '10.0.0.1'])),
      ForbiddenAddressError,
    );
  });

  it('is not sent when the name has no address, or cannot be looked up', async () => {
    await assert.rejects(at('shop.example', answering([])), ForbiddenAddressError);
    const failing: Resolve = (_host, callback) => callback(new Error('no such name'), []);
    await assert.rejects(at('shop.example', failing), /no such name/);
  });

  it('is not sent when a name that was public changes its mind (DNS rebinding)', async () => {
    let hits = 0;
    const url = await listen((_request, response) => {
      hits++;
      response.end();
    });
    const {port} = new URL(url);
    const resolve = answering(['127.0.0.1'], ['10.0.0.1']);
    const call = () => post(`https://rebind.example:${port}/`, {allowLoopback: false, resolve});
    await assert.rejects(call(), ForbiddenAddressError);
    await assert.rejects(call(), ForbiddenAddressError);
    assert.equal(hits, 0);
  });

  it('connects to the very address that was looked at, looking once', async () => {
    let asked = 0;
    const url = await listen((_request, response) => response.end());
    const resolve: Resolve = (_host, callback) =>
      callback(null, [{address: asked++ ? '10.0.0.1' : '127.0.0.1', family: 4}]);
    const {port} = new URL(url);
    // over http, which only this machine may have: `localhost` is looked up like any name
    assert.deepEqual(await post(`http://localhost:${port}/`, {...onLoopback, resolve}), {
      status: 200,
    });
    assert.equal(asked, 1);
  });

  it('is not sent to the neighbours where this machine is allowed', async () => {
    await assert.rejects(at('shop.example', answering(['10.0.0.1']), true), ForbiddenAddressError);
  });
});
