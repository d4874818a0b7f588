/**
 * `npm run budgets:record`: counts the work of each widget and weighs its files, keeps both as a line of
 * `docs/evidence/work-and-sizes.jsonl`, and says what is not as it was in the line before.
 */
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {measureBundles} from '../../../dev/src/checks/sizes.js';
import {root} from '../../../dev/src/root.js';
import {COUNTED, countWork} from './count-work.js';
import {changes, parseHistory, withEntry, type HistoryEntry} from './history.js';
import {openWorkTown, withoutWork} from './work-town.js';

const FILE = join(root, 'docs/evidence/work-and-sizes.jsonl');

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function run(): Promise<void> {
  const missing = await withoutWork();
  if (missing !== undefined) throw new Error(missing);
  const work: Record<string, number> = {};
  const town = await openWorkTown();
  try {
    for (const name of COUNTED)
      Object.assign(work, Object.fromEntries(await countWork(town, name)));
  } finally {
    await town.close();
  }
  const sizes = Object.fromEntries(measureBundles().map(({name, sizes}) => [name, sizes.brotli]));
  const entry: HistoryEntry = {date: new Date().toISOString().slice(0, 10), sizes, work};
  const history = existsSync(FILE) ? parseHistory(readFileSync(FILE, 'utf8')) : [];
  mkdirSync(dirname(FILE), {recursive: true});
  writeFileSync(FILE, withEntry(history, entry));
  const lines = changes(history.at(-1), entry);
  lines.forEach(say);
  say(
    `${lines.length} of ${Object.keys(sizes).length + Object.keys(work).length} numbers changed.`,
  );
}

await run();
process.exit(0);
