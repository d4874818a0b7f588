import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {parseRecord, verdictOf, type BenchRecord, type Promised} from './record.js';

/** Where runs leave what they found, out of git. */
export const RESULTS = fileURLToPath(new URL('../../results', import.meta.url));

/** Keeps a record beside the code, out of git, and tells what was promised and what holds. */
export async function saveRecord(record: BenchRecord, folder = RESULTS): Promise<void> {
  await mkdir(folder, {recursive: true});
  await writeFile(`${folder}/${record.topic}.record.json`, `${JSON.stringify(record, null, 2)}\n`);
}

/** The record of a topic's last run; rejects with ENOENT when there was none. */
export async function readRecord(topic: string, folder = RESULTS): Promise<BenchRecord> {
  const words = await readFile(`${folder}/${topic}.record.json`, 'utf8');
  return parseRecord(words);
}

/** What was promised, a line each. */
export function promiseLines(promises: readonly Promised[]): string[] {
  return promises.map(promised => {
    const {name, value, unit, atLeast, atMost} = promised;
    const bounds = [
      ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
      ...(atMost === undefined ? [] : [`at most ${atMost}`]),
    ].join(', ');
    const shown = Number.isNaN(value) ? '–' : `${Number(value.toPrecision(3))}`;
    const unitShown = unit === '' ? '' : ` ${unit}`;
    return `${verdictOf(promised).padEnd(12)}  ${name}: ${shown}${unitShown} (${bounds})`;
  });
}
