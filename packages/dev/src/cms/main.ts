import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {root} from '../root.js';
import {SentenceError} from '../sentence-error.js';
import {PLUGINS, sourcesOf} from './plugins.js';
import {zip} from './zip.js';

const output = join(root, 'examples/cms/dist');

/** `npm run cms`: an archive for each system, ready to install. */
function main(): void {
  const sources = sourcesOf();
  rmSync(output, {recursive: true, force: true});
  for (const [path, make] of Object.entries(PLUGINS)) {
    const files = make(sources);
    const archive = zip(files);
    const target = join(output, path);
    mkdirSync(dirname(target), {recursive: true});
    writeFileSync(target, archive);
    process.stdout.write(
      `examples/cms/dist/${path}: ${files.size} files, ${Math.round(archive.length / 1024)} kB\n`,
    );
  }
}

try {
  main();
} catch (error) {
  if (!(error instanceof SentenceError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
