import assert from 'node:assert/strict';
import {connect, type AddressInfo, type Socket} from 'node:net';
import {after, before, describe, it} from 'node:test';
import type {HubServer} from '../../src/http/server.js';
import type {TestDatabase} from '../support/databases.js';
import {memoryDatabase} from '../support/memory.js';
import type {TestHub} from '../support/test-hub.js';
import {wholeHub} from './support/whole-hub.js';

/** As far as these tests set a server of Node. */
interface Patience {
  requestTimeout: number;
  headersTimeout: number;
  connectionsCheckingInterval: number;
}

/** Milliseconds, instead of half a minute. */
const PATIENCE: Patience = {
  requestTimeout: 300,
  headersTimeout: 300,
  connectionsCheckingInterval: 50,
};

const ORDER = [
  'POST /api/shops/fournil/orders HTTP/1.1',
  'host: hub.example',
  'content-type: application/json',
  'idempotency-key: key-of-a-slow-one',
];

describe('requests over a socket', () => {
  let hub: TestHub;
  let server: HubServer;
  let own: Patience;
  let database: TestDatabase;

  before(async () => {
    database = await memoryDatabase();
    hub = await wholeHub(database, {
      prepare: made => {
        server = made;
        const node = made.server as unknown as Patience;
        own = {...PATIENCE, requestTimeout: node.requestTimeout};
        Object.assign(node, PATIENCE);
      },
    });
    await server.listen({host: '127.0.0.1', port: 0});
  });
  after(async () => {
    await hub.close();
    await database.drop();
  });

  const open = (): Socket => connect((server.server.address() as AddressInfo).port, '127.0.0.1');

  /** All that comes back until the hub ends the connection. */
  function answered(socket: Socket): Promise<string> {
    return new Promise(resolve => {
      let text = '';
      socket.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      // one that is cut ends as well
      socket.on('error', () => undefined).on('close', () => resolve(text));
    });
  }

  const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1]);

  it('have half a minute outside of tests', () => {
    assert.equal(own.requestTimeout, 30_000);
  });

  it('are ended when their headers do not end (Slowloris)', async () => {
    const socket = open();
    socket.write('GET /api/shops HTTP/1.1\r\nhost: hub.example\r\nx-a: 1\r\n');
    assert.equal(statusOf(await answered(socket)), 408);
  });

  it('are ended when a byte of their body comes now and then', async () => {
    const socket = open();
    socket.write([...ORDER, 'content-length: 1000', '', '{'].join('\r\n'));
    const drip = setInterval(() => socket.write(' '), 60);
    try {
      assert.equal(statusOf(await answered(socket)), 408);
    } finally {
      clearInterval(drip);
    }
  });

  it('hold nobody else up', async () => {
    const slow = Array.from({length: 50}, () => {
      const socket = open();
      socket.write([...ORDER, 'content-length: 1000', '', '{'].join('\r\n'));
      return socket;
    });
    const ends = slow.map(answered);
    const {status} = await hub.order();
    assert.equal(status, 201);
    await Promise.all(ends);
  });

  it('are refused before their body is there when it would be too large', async () => {
    const socket = open();
    const ended = answered(socket);
    socket.write([...ORDER, 'content-length: 999999999', '', '{"a":"'].join('\r\n'));
    assert.equal(statusOf(await ended), 413);
  });

  it('are cut when a body of unknown length goes on and on', async () => {
    const socket = open();
    const ended = answered(socket);
    socket.write([...ORDER, 'transfer-encoding: chunked', '', ''].join('\r\n'));
    const piece = `2000\r\n${'x'.repeat(0x2000)}\r\n`;
    let sent = 0;
    const more = (): void => {
      if (socket.destroyed || sent > 50_000_000) return;
      sent += piece.length;
      if (socket.write(piece)) setImmediate(more);
      else socket.once('drain', more);
    };
    more();
    const answer = await ended;
    // who is cut off while sending may not see the answer
    assert.ok(answer === '' || statusOf(answer) === 413, answer.slice(0, 80));
    assert.ok(sent < 50_000_000, `${sent} bytes were taken`);
  });

  it('have headers of 16 kB at most', async () => {
    const socket = open();
    const ended = answered(socket);
    const many = Array.from({length: 3000}, (_, at) => `x-${at}: 1`);
    socket.write(['GET /api/shops HTTP/1.1', 'host: hub.example', ...many, '', ''].join('\r\n'));
    assert.equal(statusOf(await ended), 431);
  });

  it('are not two when a proxy would take them for one (request smuggling)', async () => {
    for (const disputed of [
      ['content-length: 5', 'transfer-encoding: chunked', '', '0', '', 'GET /x HTTP/1.1', '', ''],
      ['content-length: 5', 'content-length: 6', '', '{}'],
      ['transfer-encoding: chunked, identity', '', '0', '', ''],
      ['content-length: +5', '', '{}   '],
    ]) {
      const socket = open();
      const ended = answered(socket);
      socket.write([...ORDER, ...disputed].join('\r\n'));
      const answer = await ended;
      assert.equal(statusOf(answer), 400, disputed[0]);
      assert.equal(answer.split('HTTP/1.1 ').length, 2, 'one answer, and the end');
    }
  });
});
