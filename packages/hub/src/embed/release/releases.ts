import {cp, mkdir, mkdtemp, readdir, rename, rm, stat} from 'node:fs/promises';
import {join} from 'node:path';
import type {HubContext} from '../../context.js';
import {builtFolder} from '../../http/built-folder.js';
import {readReleaseNote, RELEASE_NOTE} from './release-note.js';
import {Release} from './release.js';

/** Of semantic versioning; no slash, so that it can be the name of a folder. */
const VERSION = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;

/**
 * The versions of the script tag's files that this hub serves: the one it was installed with, and those
 * before it, kept in `releases/` of the data folder. A page that names a version, perhaps with hashes,
 * works on when the hub is brought up to date.
 */
export class Releases {
  readonly #kept = new Map<string, Release>();

  constructor(
    /** Undefined when the package of the files was not built. */
    readonly current: Release | undefined,
    readonly folder: string,
  ) {}

  async get(version: string): Promise<Release | undefined> {
    if (version === this.current?.version) return this.current;
    if (!VERSION.test(version)) return undefined;
    const known = this.#kept.get(version);
    if (known) return known;
    const folder = join(this.folder, version);
    const note = await readReleaseNote(join(folder, RELEASE_NOTE), version);
    if (!note) return undefined;
    const release = new Release({version, folder, beside: folder, note});
    this.#kept.set(version, release);
    return release;
  }
}

export async function openReleases({config, log}: HubContext): Promise<Releases> {
  const folder = join(config.dataFolder, 'releases');
  const built = await builtFolder('@local-widgets/embed');
  if (!built) return new Releases(undefined, folder);
  const {version, cdn, dist} = built;
  const note = await readReleaseNote(join(dist, RELEASE_NOTE), version);
  const current = new Release({version, folder: cdn, beside: dist, note});
  await keep(current, folder).catch((error: unknown) => {
    const {code} = error as {code?: unknown};
    log.warn({error: {code}}, 'the files of this release could not be kept for later');
  });
  return new Releases(current, folder);
}

/** Copies a release to where later versions of the hub look for it. Does nothing for what is none. */
export async function keep(release: Release, folder: string): Promise<void> {
  const goal = join(folder, release.version);
  if (!release.note || (await isThere(goal))) return;
  await mkdir(folder, {recursive: true});
  const begun = await mkdtemp(join(folder, '.begun-'));
  try {
    await cp(release.folder, begun, {recursive: true});
    const beside = new Set(await readdir(release.beside));
    for (const name of [RELEASE_NOTE, release.zipName]) {
      if (beside.has(name)) await cp(join(release.beside, name), join(begun, name));
    }
    // whole or not at all, also when two processes start at once
    await rename(begun, goal);
  } catch (error) {
    await rm(begun, {recursive: true, force: true});
    if (!(await isThere(goal))) throw error;
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
