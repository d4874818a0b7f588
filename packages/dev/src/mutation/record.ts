import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {format, resolveConfig} from 'prettier';
import {scoreOf, type Measure} from './scores.js';

/** What was found in one folder, as it is kept. */
export interface MutationRecord extends Measure {
  /** Day of the measurement, `YYYY-MM-DD`. */
  readonly measured: string;
  /** One of how many lines was changed; 1 where all were. */
  readonly every: number;
}

const RECORDS = 'docs/evidence/mutation.json';
const PAGE = 'docs/decisions/0021-mutation-testing.md';
const START = '<!-- mutation:start -->';
const END = '<!-- mutation:end -->';

export function readRecords(root: string): MutationRecord[] {
  return JSON.parse(readFileSync(join(root, RECORDS), 'utf8')) as MutationRecord[];
}

/** Keeps what was found in a folder instead of what was known of it, and writes the table anew. */
export async function record(root: string, found: MutationRecord): Promise<void> {
  const others = readRecords(root).filter(({path}) => path !== found.path);
  const records = [...others, found].sort((a, b) => (a.path < b.path ? -1 : 1));
  writeFileSync(join(root, RECORDS), `${JSON.stringify(records, null, 2)}\n`);
  writeFileSync(join(root, PAGE), await pageWithTable(root, records));
}

/** The decision with the table of the records in its place. */
export async function pageWithTable(
  root: string,
  records: readonly MutationRecord[],
): Promise<string> {
  const file = join(root, PAGE);
  const text = readFileSync(file, 'utf8');
  const [before, rest] = text.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${PAGE} has no place for it`);
  const table = [
    '| folder | changes | killed | survived | no test | score | lines | measured |',
    '| --- | --: | --: | --: | --: | --: | --- | --- |',
    ...records.map(one => {
      const {path, killed, survived, uncovered, every, measured} = one;
      const all = killed + survived + uncovered;
      return `| ${path.replace('packages/', '').replace('/src/', '/')} | ${all} | ${killed} | ${survived} | ${uncovered} | ${scoreOf(one).toFixed(1)} % | ${every === 1 ? 'all' : `1 of ${every}`} | ${measured} |`;
    }),
  ].join('\n');
  const page = `${before}${START}\n\n${table}\n\n${END}${after}`;
  return format(page, {...(await resolveConfig(file)), parser: 'markdown'});
}
