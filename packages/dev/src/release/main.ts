import {readFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {root} from '../root.js';
import {SentenceError} from '../sentence-error.js';
import {writeReleaseZip} from './release-zip.js';

try {
  const license = readFileSync(join(root, 'LICENSE'));
  const {path, bytes, files} = writeReleaseZip(join(root, 'packages/embed'), license);
  process.stdout.write(`${relative(root, path)}: ${files} files, ${bytes} bytes\n`);
} catch (error) {
  if (!(error instanceof SentenceError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
