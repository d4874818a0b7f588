import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../root.js';

/** One installed package, as the lock file knows it; https://docs.npmjs.com/cli/configuring-npm/package-lock-json */
export interface LockedPackage {
  name?: string;
  version?: string;
  license?: string;
  /** Subresource integrity of the archive. */
  integrity?: string;
  /** Where a workspace's link leads. */
  resolved?: string;
  link?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, {optional?: boolean}>;
}

/** By folder, relative to the root. */
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

export const readLockFile = (): LockedPackages =>
  (JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {packages: LockedPackages})
    .packages;

const FOLDER = 'node_modules/';

/** The npm name of a package in a folder. */
export const nameIn = (folder: string, {name}: LockedPackage): string =>
  name ?? folder.slice(folder.lastIndexOf(FOLDER) + FOLDER.length);

/**
 * The folders of all packages that are installed with one, itself included: what Node finds for each name, from
 * the nearest `node_modules` upwards. npm's own list (`npm sbom --omit dev`) leaves out what another package of the
 * repository needs for development.
 */
export function installedWith(locked: LockedPackages, folder: string): Set<string> {
  const found = new Set<string>();
  const queue = [folder];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    for (const name of wantedBy(locked[next]!)) {
      const at = find(locked, next, name);
      if (at !== undefined) queue.push(at);
      else if (locked[next]!.dependencies?.[name] !== undefined) {
        throw new Error(`${name}, which ${next} needs, is not in package-lock.json.`);
      }
    }
  }
  return found;
}

/** What is bundled by a page's own bundler, or found at run time, when it is there. */
function wantedBy({dependencies, optionalDependencies, peerDependencies}: LockedPackage): string[] {
  return Object.keys({...dependencies, ...optionalDependencies, ...peerDependencies});
}

function find(locked: LockedPackages, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    if (!folder.endsWith('node_modules')) {
      const at = `${folder}${folder && '/'}${FOLDER}${name}`;
      const entry = locked[at];
      if (entry?.link) return entry.resolved;
      if (entry) return at;
    }
    if (folder === '') return undefined;
  }
}
