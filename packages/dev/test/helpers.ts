import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {request, type IncomingHttpHeaders} from 'node:http';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import type {TestContext} from 'node:test';
import {listener, type Handler} from '../src/serve/handler.js';
import {listen} from '../src/serve/listen.js';

/** Serves the handlers until the test ends; returns the origin. */
export async function serve(test: TestContext, ...handlers: Handler[]): Promise<string> {
  const {server, origin} = await listen(listener(handlers), 0);
  test.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return origin;
}

/** A temporary folder with these files, removed when the test ends. */
export function folderWith(test: TestContext, files: Record<string, string | Buffer>): string {
  const folder = mkdtempSync(join(tmpdir(), 'local-widgets-test-'));
  test.after(() => {
    rmSync(folder, {recursive: true, force: true});
  });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A request whose path and headers are sent to the letter, which `fetch` would tidy up. */
export function rawRequest(
  origin: string,
  path: string,
  {method = 'GET', headers = {}}: {method?: string; headers?: Record<string, string>} = {},
): Promise<RawAnswer> {
  const {hostname, port} = new URL(origin);
  return new Promise((resolve, reject) => {
    const call = request({hostname, port, path, method, headers, agent: false}, response => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const {statusCode: status = 0, headers: received} = response;
        resolve({status, headers: received, body: Buffer.concat(chunks)});
      });
    });
    call.on('error', reject);
    call.end();
  });
}
