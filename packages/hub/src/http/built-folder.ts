import {readFile, stat} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** The built files of another package of ours, as pages load them. */
export interface BuiltFolder {
  /** Of the package. */
  version: string;
  /** The package's `dist`, with what a release adds. */
  dist: string;
  /** The files themselves. */
  cdn: string;
}

/**
 * Found by the package's name, so that the hub works from npm as in this repository.
 *
 * @returns undefined when the package is not there, or was not built
 */
export async function builtFolder(name: string): Promise<BuiltFolder | undefined> {
  try {
    const manifest = fileURLToPath(import.meta.resolve(`${name}/package.json`));
    const {version} = JSON.parse(await readFile(manifest, 'utf8')) as {version: string};
    const dist = join(dirname(manifest), 'dist');
    const cdn = join(dist, 'cdn');
    return (await stat(cdn)).isDirectory() ? {version, dist, cdn} : undefined;
  } catch {
    return undefined;
  }
}
