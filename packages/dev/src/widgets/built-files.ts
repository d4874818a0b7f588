import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';
import type {BuiltFile} from './types.js';

/** What belongs to `widgets.json` itself, or is for developers only. */
const LEFT_OUT = /\.map$|^widgets\.(?:schema\.)?json$/;

/** Names and contents of the files in the folder of the script tag. */
export function readBuilt(folder: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(folder, {withFileTypes: true})
    .filter(entry => entry.isFile() && !LEFT_OUT.test(entry.name))
    .map(({name}) => name)
    .sort();
  return new Map(names.map(name => [name, readFileSync(join(folder, name))]));
}

export function measure(content: Buffer): BuiltFile {
  const params = {[constants.BROTLI_PARAM_SIZE_HINT]: content.length};
  return {
    bytes: content.length,
    brotli: brotliCompressSync(content, {params}).length,
    integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
  };
}

/** The second half of the loader. */
const HASHES = 'parts.js';

export interface FilesOfWidget {
  /** Needed before it shows anything: its own file and what that imports. */
  readonly first: readonly string[];
  /** What it may load later. */
  readonly later: readonly string[];
}

/** Which files a widget can load, found by the names that its files mention. */
export function filesOf(entry: string, built: ReadonlyMap<string, Buffer>): FilesOfWidget {
  const first = reach([entry], built, importedBy);
  const all = reach(first, built, mentionedBy);
  const later = all.filter(name => !first.includes(name));
  // the loader asks it for the hashes of these
  if (later.length > 0 && built.has(HASHES)) later.push(HASHES);
  return {first: first.sort(), later: later.sort()};
}

function reach(
  from: readonly string[],
  built: ReadonlyMap<string, Buffer>,
  next: (text: string) => string[],
): string[] {
  const found = new Set(from);
  for (const name of found) {
    for (const other of next(String(built.get(name) ?? ''))) {
      if (built.has(other)) found.add(other);
    }
  }
  return [...found].filter(name => built.has(name));
}

const importedBy = (text: string): string[] =>
  [...text.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([\w-]+\.js)["']/g)].map(match => match[1]!);

/** As an address beside the file, or as a plain name that something else makes an address of. */
const mentionedBy = (text: string): string[] =>
  [...text.matchAll(/["'`](?:\.\/)?([\w-]+\.js)["'`]/g)].map(match => match[1]!);
