import type {Encoding} from './release-file.js';

/** The better of ours that `Accept-Encoding` allows (RFC 9110, 12.5.3); undefined for the bytes as they are. */
export function acceptedEncoding(header: string | undefined): Encoding | undefined {
  const accepted = new Set(
    (header ?? '')
      .toLowerCase()
      .split(',')
      .map(each => each.split(';').map(part => part.trim()))
      .filter(([, weight = '']) => !/^q=0(?:\.0*)?$/.test(weight))
      .map(([name]) => name),
  );
  return (['br', 'gzip'] as const).find(name => accepted.has(name));
}
