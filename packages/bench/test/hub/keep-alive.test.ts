import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {describe, it} from 'node:test';
import {keepConnections, readAnswer} from '../../src/hub/keep-alive.js';

describe('readAnswer', () => {
  const whole = 'HTTP/1.1 201 Created\r\nContent-Length: 5\r\nx: y\r\n\r\nn\xc3\xa9e!';

  it('knows the status and the text', () => {
    assert.deepEqual(readAnswer(whole), {status: 201, text: 'née!'});
  });

  it('waits for the rest', () => {
    for (let length = 0; length < whole.length; length++) {
      assert.equal(readAnswer(whole.slice(0, length)), undefined);
    }
  });

  it('refuses what has no length', () => {
    assert.throws(() => readAnswer('HTTP/1.1 200 OK\r\n\r\n'), /without its length/);
  });
});

describe('kept connections', () => {
  it('carry more requests than there are of them, each with its own answer', async () => {
    const sockets = new Set<unknown>();
    const server = createServer((request, response) => {
      sockets.add(request.socket);
      void request.toArray().then(parts => {
        const body = Buffer.concat(parts as Buffer[]).toString();
        const text = `${request.url} ${String(request.headers['a'])} ${body}`;
        response.writeHead(201, {'content-length': Buffer.byteLength(text)}).end(text);
      });
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const {port} = server.address() as AddressInfo;
    const {post, close} = await keepConnections(`http://127.0.0.1:${port}`, 2);
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(number => post('/path', 'a: b\r\n', `é${number}`)),
    );
    assert.deepEqual(
      answers,
      [1, 2, 3, 4, 5].map(number => ({status: 201, text: `/path b é${number}`})),
    );
    assert.equal(sockets.size, 2);
    close();
    server.close();
  });

  it('tell when the server hangs up', async () => {
    const server = createServer(request => void request.socket.destroy());
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const {port} = server.address() as AddressInfo;
    const {post, close} = await keepConnections(`http://127.0.0.1:${port}`, 1);
    await assert.rejects(post('/', '', ''), /closed the connection|ECONNRESET/);
    close();
    server.close();
  });
});
