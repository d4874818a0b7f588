import {existsSync, globSync, readFileSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {root} from './root.js';

/** Nested conditions of an entry of `exports`; https://nodejs.org/api/packages.html#exports */
export type ExportTarget = string | null | {[condition: string]: ExportTarget};

export interface WorkspacePackage {
  /** Name of its folder, which is also the last part of its npm name. */
  folderName: string;
  folder: string;
  name: string;
  /** Whether it is meant for the registry. */
  isPublic: boolean;
  exports: Record<string, ExportTarget>;
}

/** Every package of the workspace, sorted by name. */
export function workspacePackages(): WorkspacePackage[] {
  return globSync('packages/*/package.json', {cwd: root})
    .sort()
    .map(path => {
      const folder = dirname(join(root, path));
      const json = JSON.parse(readFileSync(join(root, path), 'utf8')) as {
        name: string;
        private?: boolean;
        exports?: Record<string, ExportTarget>;
      };
      const {name, exports = {}} = json;
      return {folderName: basename(folder), folder, name, isPublic: json.private !== true, exports};
    });
}

export function publicPackages(): WorkspacePackage[] {
  return workspacePackages().filter(({isPublic}) => isPublic);
}

export function hasFile({folder}: WorkspacePackage, file: string): boolean {
  return existsSync(join(folder, file));
}
