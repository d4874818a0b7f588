import {mkdirSync, writeFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {publicPackages} from '../packages.js';
import {root} from '../root.js';
import {readLockFile} from './lock-file.js';
import {writeSbom} from './sbom.js';

// one list of parts for each published package, to be attached to the release
const folder = join(root, 'dist/sbom');
const locked = readLockFile();
mkdirSync(folder, {recursive: true});
for (const one of publicPackages()) {
  const path = join(folder, `${one.folderName}.cdx.json`);
  writeFileSync(path, writeSbom(one, locked, new Date()));
  process.stdout.write(`${relative(root, path)}\n`);
}
