import assert from 'node:assert/strict';
import {connect} from 'node:net';
import {after, before, describe, it} from 'node:test';
import type {Hub} from '../../src/hub.js';
import {listening} from '../chat/support/chat-hub.js';
import {memoryDatabase} from '../support/memory.js';
import type {TestDatabase} from '../support/databases.js';

/** Folders that files are served from. */
const FOLDERS = ['/assets/embed/', '/assets/console/', '/v/latest/', '/v/0.0.0/', '/embed/', '/'];

/** Ways out of a folder, as they stand in the request line. */
const WAYS = [
  '../package.json',
  '..%2fpackage.json',
  '%2e%2e/package.json',
  '%2e%2e%2fpackage.json',
  '.%2e/package.json',
  '%252e%252e%252fpackage.json',
  '..%5cpackage.json',
  '..\\package.json',
  '....//package.json',
  '..;/package.json',
  '%c0%ae%c0%ae/package.json',
  '..%00/package.json',
  'local-widgets.js%00.css',
  '../../../../../../../../etc/passwd',
  '%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '/etc/passwd',
  '%2fetc%2fpasswd',
  'file:///etc/passwd',
  '.env',
  '.git/config',
  '%',
  '%zz',
  'x'.repeat(5000),
];

describe('files that a hub serves', () => {
  let database: TestDatabase;
  let hub: Hub;
  before(async () => {
    database = await memoryDatabase();
    hub = await listening(database);
  });
  after(async () => {
    await hub.stop();
    await database.drop();
  });

  it('are those of their folder, whatever the address says', async () => {
    const wrong: string[] = [];
    for (const folder of FOLDERS) {
      for (const way of WAYS) {
        const {status, body} = await askRaw(hub, folder + way);
        // as a browser would resolve it, some of them are other routes of the hub
        const isFile = /"version"|"dependencies"|root:|\[core\]/.test(body);
        if (isFile || !(status >= 300 && status < 500))
          wrong.push(`${folder}${way.slice(0, 90)}: ${status}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('are no folder', async () => {
    for (const folder of ['/assets/embed/', '/assets/console/', '/assets/', '/v/', '/v/latest/']) {
      const {status} = await askRaw(hub, folder);
      assert.ok(status === 400 || status === 404, `${folder}: ${status}`);
    }
  });
});

/** Sends the address as it is: clients would make it a tidy one first. */
async function askRaw({address}: Hub, path: string): Promise<{status: number; body: string}> {
  const {hostname, port} = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
  const text = Buffer.concat((await socket.toArray()) as Buffer[]).toString('latin1');
  return {status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]), body: text};
}
