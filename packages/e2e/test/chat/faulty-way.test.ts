import assert from 'node:assert/strict';
import {createServer, get} from 'node:http';
import type {AddressInfo} from 'node:net';
import {describe, it} from 'node:test';
import {faultyWay} from '../../src/chat/faulty-way.js';

describe('a way with faults', () => {
  it('closes although a doubled stream is still open whose asker left long ago', async () => {
    const streams: string[] = [];
    let secondCame = (): void => undefined;
    const second = new Promise<void>(resolve => (secondCame = resolve));
    const hub = createServer((request, response) => {
      streams.push(request.url!);
      // a stream has no end of its own
      response.writeHead(200, {'content-type': 'text/event-stream'}).flushHeaders();
      if (streams.length === 2) secondCame();
    }).listen(0, '127.0.0.1');
    const {port} = await new Promise<AddressInfo>(resolve =>
      hub.on('listening', () => resolve(hub.address() as AddressInfo)),
    );
    const way = await faultyWay({
      targets: () => [`http://127.0.0.1:${port}`],
      // the last of all faults: the request comes a second time, later
      chance: () => 0.99,
      faultsInHundred: 100,
    });
    const asked = get(`${way.address}/stream`, answer => {
      answer.on('error', () => undefined);
      asked.destroy();
    });
    asked.on('error', () => undefined);
    await second;

    await way.close();

    assert.deepEqual(streams, ['/stream', '/stream']);
    hub.closeAllConnections();
    hub.close();
  });
});
