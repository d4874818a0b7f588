import {readFileSync} from 'node:fs';

/** What became of the changes in one file. */
export interface Measure {
  readonly file: string;
  readonly killed: number;
  readonly survived: number;
  readonly uncovered: number;
}

interface Report {
  readonly files: Readonly<
    Record<string, {readonly mutants: readonly {readonly status: string}[]}>
  >;
}

/** From Stryker's report (mutation-testing-report-schema). */
export function measuresOf(path: string): Measure[] {
  const {files} = JSON.parse(readFileSync(path, 'utf8')) as Report;
  return Object.entries(files).map(([file, {mutants}]) => {
    const count = (...statuses: string[]): number =>
      mutants.filter(({status}) => statuses.includes(status)).length;
    return {
      file,
      killed: count('Killed', 'Timeout'),
      survived: count('Survived'),
      uncovered: count('NoCoverage'),
    };
  });
}

/** Percent of the changes that the tests notice. */
function scoreOf({killed, survived, uncovered}: Omit<Measure, 'file'>): number {
  const all = killed + survived + uncovered;
  return all === 0 ? 100 : (100 * killed) / all;
}

export function tableOf(measures: readonly Measure[]): string {
  const all = measures.reduce(
    (sum, one) => ({
      file: 'all',
      killed: sum.killed + one.killed,
      survived: sum.survived + one.survived,
      uncovered: sum.uncovered + one.uncovered,
    }),
    {file: 'all', killed: 0, survived: 0, uncovered: 0},
  );
  const rows = [...measures, all].map(
    one =>
      `| ${one.file} | ${one.killed} | ${one.survived} | ${one.uncovered} | ${scoreOf(one).toFixed(1)} % |`,
  );
  return [
    '| file | killed | survived | no test | score |',
    '| --- | --: | --: | --: | --: |',
    ...rows,
  ].join('\n');
}
