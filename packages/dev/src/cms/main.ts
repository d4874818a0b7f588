import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {root} from '../root.js';
import {SentenceError} from '../sentence-error.js';
import {PLUGINS, sourcesOf} from './plugins.js';
import {PAGES, withTables} from './tables.js';
import {zip} from './zip.js';

const output = join(root, 'examples/cms/dist');

/** `npm run cms`: an archive for each system, ready to install, and the tables in the pages about them. */
async function main(): Promise<void> {
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
  for (const [page, tables] of Object.entries(PAGES)) {
    const file = join(root, page);
    const text = await withTables(file, readFileSync(file, 'utf8'), tables(sources.json));
    writeFileSync(file, text);
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof SentenceError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
