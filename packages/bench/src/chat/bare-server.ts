// The limit: a few lines of Node that tell a message to every stream of a room, and keep nothing.
import {createServer, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

const rooms = new Map<string, Set<ServerResponse>>();

const server = createServer((request, response) => {
  // whose secret it is is whose room it is
  const room = request.headers.authorization ?? '';
  if (request.method === 'GET') {
    const streams = rooms.get(room) ?? new Set();
    rooms.set(room, streams.add(response));
    response.on('close', () => streams.delete(response));
    response.writeHead(200, {'content-type': 'text/event-stream'}).write(':\n\n');
    return;
  }
  let body = '';
  request.setEncoding('utf8').on('data', (part: string) => (body += part));
  request.on('end', () => {
    for (const stream of rooms.get(room) ?? []) stream.write(`data: ${body}\n\n`);
    response.writeHead(201).end();
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(String((server.address() as AddressInfo).port));
});
