import {readFileSync} from 'node:fs';

/** Percent of the changes that tests have to notice. */
export const LEAST = 80;

/** What became of the changes in one file or folder. */
export interface Measure {
  /** From the root. */
  readonly path: string;
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
  return Object.entries(files).map(([path, {mutants}]) => {
    const count = (...statuses: string[]): number =>
      mutants.filter(({status}) => statuses.includes(status)).length;
    return {
      path,
      killed: count('Killed', 'Timeout'),
      survived: count('Survived'),
      uncovered: count('NoCoverage'),
    };
  });
}

/** Percent of the changes that the tests notice. */
export function scoreOf({killed, survived, uncovered}: Omit<Measure, 'path'>): number {
  const all = killed + survived + uncovered;
  return all === 0 ? 100 : (100 * killed) / all;
}

export function sumOf(path: string, measures: readonly Measure[]): Measure {
  const sum = (key: 'killed' | 'survived' | 'uncovered'): number =>
    measures.reduce((before, one) => before + one[key], 0);
  return {path, killed: sum('killed'), survived: sum('survived'), uncovered: sum('uncovered')};
}

export function tableOf(measures: readonly Measure[]): string {
  return [
    '| file | killed | survived | no test | score |',
    '| --- | --: | --: | --: | --: |',
    ...measures.map(
      one =>
        `| ${one.path} | ${one.killed} | ${one.survived} | ${one.uncovered} | ${scoreOf(one).toFixed(1)} % |`,
    ),
  ].join('\n');
}
