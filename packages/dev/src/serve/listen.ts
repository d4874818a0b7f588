import {once} from 'node:events';
import {createServer, type RequestListener, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';

/** Starts a server on 127.0.0.1; port 0 takes a free one. Rejects with EADDRINUSE and the like. */
export async function listen(
  handle: RequestListener,
  port: number,
): Promise<{server: Server; origin: string}> {
  const server = createServer(handle).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`};
}
