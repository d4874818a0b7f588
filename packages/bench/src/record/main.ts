/** `npm run bench:record`: keeps what the last runs found in `docs/benchmarks`, and makes its page anew. */
import {execFileSync} from 'node:child_process';
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {isDeepStrictEqual} from 'node:util';
import {root} from '@local-widgets/dev/src/root.js';
import {TOPICS} from '../topics.js';
import {benchmarkFiles, readBenchmarks, sorted} from './benchmarks.js';
import {entryOf} from './history.js';
import {parseRecord, type BenchRecord} from './record.js';
import {RESULTS} from './save.js';

const FOLDER = `${root}/docs/benchmarks`;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  await mkdir(FOLDER, {recursive: true});
  const topics = TOPICS.map(({name}) => name);
  const {records, history} = await readBenchmarks(FOLDER, topics);
  const found = await lastRuns();
  const news = found.filter(record => !isDeepStrictEqual(record, records.get(record.topic)));
  const source = {version: await ownVersion(), commit: commit()};
  const all = [...records, ...news.map(record => [record.topic, record] as const)];
  const files = await benchmarkFiles(FOLDER, {
    records: sorted(new Map(all), topics),
    history: [...history, ...news.map(record => entryOf(record, source))],
  });
  for (const [name, text] of files) await writeFile(`${FOLDER}/${name}`, text);
  say(news.length > 0 ? `Kept: ${news.map(({topic}) => topic).join(', ')}` : 'Nothing new.');
}

/** What lies in the folder of results. */
async function lastRuns(): Promise<BenchRecord[]> {
  const files = await readdir(RESULTS).catch(() => []);
  const records = files.filter(file => file.endsWith('.record.json')).sort();
  return Promise.all(
    records.map(async file => parseRecord(await readFile(`${RESULTS}/${file}`, 'utf8'))),
  );
}

async function ownVersion(): Promise<string> {
  const text = await readFile(`${root}/packages/core/package.json`, 'utf8');
  return (JSON.parse(text) as {version: string}).version;
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: root,
      encoding: 'utf8',
    }).trim();
  } catch {
    return '';
  }
}

await main();
