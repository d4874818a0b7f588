import {mkdir, writeFile} from 'node:fs/promises';
import {versionsOf} from '../measuring/packages.js';
import {machine} from './machine.js';
import type {BenchRecord} from './record.js';
import {promiseLines, RESULTS, saveRecord} from './save.js';
import {tableLines} from './table-text.js';

/** What a run of a topic found; date, machine and versions are looked up here. */
export interface Finding extends Pick<
  BenchRecord,
  'topic' | 'title' | 'rounds' | 'promises' | 'tables' | 'notes'
> {
  /** What the topic was run with. */
  readonly args: readonly string[];
  /** Packages from npm that were measured. */
  readonly packages: readonly string[];
  /** Of what is not from npm. */
  readonly versions?: Readonly<Record<string, string>>;
  /** Version of the browser, where one took part. */
  readonly browser?: string;
  /** Every round, kept beside the record for who wants to look closer. */
  readonly all: unknown;
}

/** Tells what was found, and keeps it for `npm run bench:record`. */
export async function report(finding: Finding): Promise<void> {
  const {topic, title, rounds, promises, tables, notes, args, browser, all} = finding;
  await saveRecord({
    topic,
    title,
    date: new Date().toISOString().slice(0, 10),
    command: ['npm run bench --', topic, ...args].join(' '),
    machine: machine(browser),
    versions: {...versionsOf(finding.packages), ...finding.versions},
    rounds,
    promises,
    tables,
    notes,
  });
  await mkdir(RESULTS, {recursive: true});
  await writeFile(`${RESULTS}/${topic}.rounds.json`, `${JSON.stringify(all, null, 2)}\n`);
  const lines = tables.flatMap(table => ['', ...tableLines(table)]);
  if (promises.length > 0) lines.push('', ...promiseLines(promises));
  lines.push('', ...notes, `Kept in packages/bench/results/${topic}.*.json`);
  process.stdout.write(`${lines.join('\n')}\n`);
}
