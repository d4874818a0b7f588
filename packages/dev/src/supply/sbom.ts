import {readFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {Enums, Models, Serialize, Spec} from '@cyclonedx/cyclonedx-library';
import type {WorkspacePackage} from '../packages.js';
import {root} from '../root.js';
import {bundledIn} from './bundled.js';
import {installedWith, nameIn, type LockedPackage, type LockedPackages} from './lock-file.js';

/** A package of others, or one of ours, in what somebody who takes a package of ours gets. */
export interface Part {
  name: string;
  version: string;
  license: string | undefined;
  /** Subresource integrity of the archive it came in; ours have none before they are released. */
  integrity: string | undefined;
  /** Its code is inside our built files, so that no `npm audit` of a user tells of it. */
  isBundled: boolean;
}

/** All parts of a published package, itself not included, sorted by name. */
export function partsOf(one: WorkspacePackage, locked: LockedPackages): Part[] {
  const folder = relative(root, one.folder);
  const bundled = bundledIn(one.folder);
  const folders = installedWith(locked, folder);
  folders.delete(folder);
  for (const name of bundled) folders.add(folderOf(name, folder, locked));
  return [...folders]
    .map(at => partIn(at, locked[at]!, bundled))
    .sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1));
}

function folderOf(name: string, folder: string, locked: LockedPackages): string {
  const at = [`${folder}/node_modules/${name}`, `node_modules/${name}`].find(path => locked[path]);
  if (at === undefined)
    throw new Error(`${name}, bundled in ${folder}, is not in package-lock.json.`);
  return locked[at]?.link ? locked[at].resolved! : at;
}

function partIn(
  at: string,
  {license, integrity, ...entry}: LockedPackage,
  bundled: Set<string>,
): Part {
  const name = nameIn(at, entry);
  return {name, version: entry.version!, license, integrity, isBundled: bundled.has(name)};
}

/** Addresses of packages; https://github.com/package-url/purl-spec */
const purlOf = ({name, version}: Pick<Part, 'name' | 'version'>) =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`;

/**
 * The list of parts of a published package, as CycloneDX 1.6 (ECMA-424).
 *
 * @param at when it is made
 * @returns JSON text, the same for the same package and time
 */
export function writeSbom(one: WorkspacePackage, locked: LockedPackages, at: Date): string {
  const {version, license} = JSON.parse(readFileSync(join(one.folder, 'package.json'), 'utf8')) as {
    version: string;
    license: string;
  };
  const about = {name: one.name, version, license, integrity: undefined, isBundled: false};
  const bom = new Models.Bom();
  bom.metadata.timestamp = at;
  bom.metadata.component = componentOf(about);
  for (const part of partsOf(one, locked)) bom.components.add(componentOf(part));
  const serializer = new Serialize.JsonSerializer(
    new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6),
  );
  return `${serializer.serialize(bom, {sortLists: true, space: 2})}\n`;
}

function componentOf(part: Part): Models.Component {
  const {name, version, license, integrity, isBundled} = part;
  const [group, short] = name.startsWith('@') ? name.split('/') : [undefined, name];
  const component = new Models.Component(Enums.ComponentType.Library, short, {
    ...(group !== undefined && {group}),
    version,
    purl: purlOf(part),
    bomRef: `${name}@${version}`,
  });
  if (license !== undefined) component.licenses.add(licenceOf(license));
  const [, sha512] = /^sha512-(\S+)/.exec(integrity ?? '') ?? [];
  if (sha512 !== undefined) {
    component.hashes.set(
      Enums.HashAlgorithm['SHA-512'],
      Buffer.from(sha512, 'base64').toString('hex'),
    );
  }
  if (isBundled) component.properties.add(new Models.Property('local-widgets:bundled', 'true'));
  return component;
}

const licenceOf = (text: string) =>
  / (?:OR|AND|WITH) /.test(text)
    ? new Models.LicenseExpression(text)
    : new Models.SpdxLicense(text);
