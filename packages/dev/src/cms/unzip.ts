import {inflateRawSync} from 'node:zlib';
import type {Files} from './files.js';

/** The files of an archive, from its directory at the end; nothing is checked but the shape. */
export function unzip(archive: Buffer): Files {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('This is no zip archive.');
  const files: Files = new Map();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const method = archive.readUInt16LE(at + 10);
    const packed = archive.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map(offset => archive.readUInt16LE(at + offset));
    const path = archive.toString('utf8', at + 46, at + 46 + name!);
    const start = archive.readUInt32LE(at + 42);
    const skip = 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
    const bytes = archive.subarray(start + skip, start + skip + packed);
    if (!path.endsWith('/')) files.set(path, method === 0 ? bytes : inflateRawSync(bytes));
    at += 46 + name! + extra! + comment!;
  }
  return files;
}
