import {extname} from 'node:path';

const utf8 = '; charset=utf-8';
/** CSV carries no charset: French exports are often Windows-1252 and the reader finds out itself. */
const types: Record<string, string> = {
  '.css': `text/css${utf8}`,
  '.csv': 'text/csv',
  '.geojson': 'application/geo+json',
  '.html': `text/html${utf8}`,
  '.ico': 'image/x-icon',
  '.ics': `text/calendar${utf8}`,
  '.js': `text/javascript${utf8}`,
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
  '.map': 'application/json',
  '.mjs': `text/javascript${utf8}`,
  '.png': 'image/png',
  '.svg': `image/svg+xml${utf8}`,
  '.txt': `text/plain${utf8}`,
  '.webp': 'image/webp',
  '.xml': 'application/xml',
};

/** The Content-Type for a file name; octets when its extension is unknown. */
export function contentType(path: string): string {
  return types[extname(path).toLowerCase()] ?? 'application/octet-stream';
}

/** Whether a body of this type gains from compression. */
export function isCompressible(type: string): boolean {
  return /^text\/|json|javascript|xml/.test(type);
}
