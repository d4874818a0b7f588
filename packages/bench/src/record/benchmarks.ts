import {readdir, readFile} from 'node:fs/promises';
import {format, resolveConfig} from 'prettier';
import {historyText, readHistory, type HistoryEntry} from './history.js';
import {pageOf} from './page.js';
import {parseRecord, type BenchRecord} from './record.js';

/** What `docs/benchmarks` holds. */
export interface Benchmarks {
  /** By topic, in the order of the page. */
  readonly records: ReadonlyMap<string, BenchRecord>;
  /** Oldest first. */
  readonly history: readonly HistoryEntry[];
}

const HISTORY = 'history.jsonl';

/** Records in the order of the topics; those of others come last. */
export function sorted(
  records: ReadonlyMap<string, BenchRecord>,
  topics: readonly string[],
): Map<string, BenchRecord> {
  const place = (name: string): number =>
    topics.includes(name) ? topics.indexOf(name) : topics.length;
  return new Map([...records].sort(([a], [b]) => place(a) - place(b) || a.localeCompare(b)));
}

export async function readBenchmarks(
  folder: string,
  topics: readonly string[],
): Promise<Benchmarks> {
  const files = await readdir(folder);
  const names = files.filter(file => file.endsWith('.json')).map(file => file.slice(0, -5));
  const records = new Map<string, BenchRecord>();
  for (const name of names) {
    records.set(name, parseRecord(await readFile(`${folder}/${name}.json`, 'utf8')));
  }
  const history = files.includes(HISTORY)
    ? readHistory(await readFile(`${folder}/${HISTORY}`, 'utf8'))
    : [];
  return {records: sorted(records, topics), history};
}

/** The files of the folder as they are to be, by name, formatted as all files of the project. */
export async function benchmarkFiles(
  folder: string,
  {records, history}: Benchmarks,
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const put = async (name: string, text: string): Promise<void> => {
    const filepath = `${folder}/${name}`;
    files.set(name, await format(text, {...(await resolveConfig(filepath)), filepath}));
  };
  for (const [topic, record] of records) await put(`${topic}.json`, JSON.stringify(record));
  await put('README.md', pageOf([...records.values()], history));
  return files.set(HISTORY, historyText(history));
}
