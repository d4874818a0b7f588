import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {basename, join} from 'node:path';
import {sourcesOf} from '../../../dev/src/cms/plugins.js';

/** A site that shows what it is told to, with the script tag; files are those that were built. */
export interface PageServer {
  readonly address: string;
  show(html: string): void;
  close(): void;
}

export async function pageServer(): Promise<PageServer> {
  const {cdn, json} = sourcesOf();
  let body = '';
  const server = createServer((request, response) => {
    const name = basename(request.url ?? '');
    if (!name.endsWith('.js')) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      const script = `<script type="${json.loader.type}" src="/js/${json.loader.file}"></script>`;
      response.end(`<!doctype html><html lang="fr"><title>Page</title>${body}${script}</html>`);
      return;
    }
    response.setHeader('content-type', 'text/javascript');
    response.end(readFileSync(join(cdn, name)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    show: html => {
      body = html;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
