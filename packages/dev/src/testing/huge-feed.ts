import {once} from 'node:events';
import type {ServerResponse} from 'node:http';
import {collection, generatePlaces} from './places.js';

/**
 * Streams a valid GeoJSON of at least `bytes` bytes without a Content-Length and without ever
 * holding more than a piece of it; stops when the client leaves.
 */
export async function sendHuge(response: ServerResponse, bytes: number): Promise<void> {
  response.writeHead(200, {'content-type': 'application/geo+json'});
  const text = collection(generatePlaces(1000, 1));
  const start = text.indexOf('[') + 1;
  const piece = Buffer.from(text.slice(start, -2) + ',');
  response.write(text.slice(0, start));
  const left = once(response, 'close');
  for (let sent = 0; sent < bytes && !response.destroyed; sent += piece.length) {
    if (!response.write(piece)) await Promise.race([once(response, 'drain'), left]);
  }
  const last = text.slice(start, -2);
  if (!response.destroyed) response.end(`${last}]}`);
}
