import {existsSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/** Where npm puts the packages of the bench, nearest first. */
const FOLDERS = ['../../node_modules', '../../../../node_modules'].map(path =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/** The folder of an installed package, whose `exports` may not name what is measured of it. */
export function packageFolder(name: string): string {
  const folder = FOLDERS.map(folder => `${folder}/${name}`).find(existsSync);
  if (folder === undefined) throw new Error(`The package ${name} is not installed.`);
  return folder;
}

/** Installed versions by name. */
export function versionsOf(packages: readonly string[]): Record<string, string> {
  return Object.fromEntries(packages.map(name => [name, versionOf(name)]));
}

function versionOf(name: string): string {
  const text = readFileSync(`${packageFolder(name)}/package.json`, 'utf8');
  return (JSON.parse(text) as {version: string}).version;
}
