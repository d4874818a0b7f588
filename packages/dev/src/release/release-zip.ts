import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {SentenceError} from '../sentence-error.js';
import {readme} from './readme.js';
import {zip, type ZipEntry} from './zip.js';

export interface ReleaseZip {
  version: string;
  /** Of the archive. */
  path: string;
  bytes: number;
  files: number;
}

/**
 * Writes what a release of the script tag has beside its files: the archive for self-hosting, and the note
 * (`release.json`) that tells servers which bytes will never change under this version.
 *
 * @param folder The built package of the script tag
 * @param license Text of the project's licence
 * @throws SentenceError when nothing was built
 */
export function writeReleaseZip(folder: string, license: Buffer): ReleaseZip {
  const {version} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const cdn = join(folder, 'dist/cdn');
  if (!existsSync(join(cdn, 'local-widgets.js'))) {
    throw new SentenceError(`${cdn} has no script files: run npm run build.`);
  }
  const built = readdirSync(cdn, {withFileTypes: true})
    .filter(each => each.isFile())
    .map(({name}) => ({name, bytes: readFileSync(join(cdn, name))}))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const note = noteOf(version, built);
  const all = [
    ...built,
    {name: 'LICENSE', bytes: license},
    {name: 'release.json', bytes: note},
    ...(['fr', 'en'] as const).map(language => readme(language, version)),
  ];
  // below its version, as on a hub: unpacked in a folder "v", it has the same addresses
  const archive = zip(all.map(({name, bytes}) => ({name: `${version}/${name}`, bytes})));
  const path = join(folder, 'dist', `local-widgets-${version}.zip`);
  writeFileSync(path, archive);
  writeFileSync(join(folder, 'dist/release.json'), note);
  return {version, path, bytes: archive.length, files: all.length};
}

function noteOf(version: string, files: readonly ZipEntry[]): Buffer {
  const hashes = files.map(({name, bytes}) => [
    name,
    `sha384-${createHash('sha384').update(bytes).digest('base64')}`,
  ]);
  const note = {version, files: Object.fromEntries(hashes) as Record<string, string>};
  return Buffer.from(`${JSON.stringify(note, undefined, 2)}\n`);
}
