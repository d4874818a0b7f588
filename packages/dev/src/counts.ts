import {readFileSync, writeFileSync} from 'node:fs';

/** How many tests went how. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** One thing that failed. */
export interface Failure {
  /** The test, and what it said. */
  name: string;
  /** Path of its file from the root. */
  file?: string;
  /** Of a browser test: the engine, as BROWSERS names it. */
  engine?: string;
}

/** What a step leaves behind. */
export interface Tally extends Counts {
  /** May be fewer than `failed`. */
  failures?: Failure[];
}

/** The variable that tells a step of `npm test` the file where it leaves its counts. */
export const countsVariable = 'LOCAL_WIDGETS_COUNTS';

export function noCounts(): Counts {
  return {passed: 0, failed: 0, skipped: 0};
}

/** Adds `more` to `sum`, which changes. */
export function addCounts(sum: Counts, more: Counts): void {
  sum.passed += more.passed;
  sum.failed += more.failed;
  sum.skipped += more.skipped;
}

/** Writes the counts where `npm test` looks for them; does nothing outside it. */
export function leaveCounts(counts: Tally): void {
  const file = process.env[countsVariable];
  if (file !== undefined) writeFileSync(file, JSON.stringify(counts));
}

/** The counts a step left in `file`; undefined when there are none or they make no sense. */
export function readCounts(file: string): Tally | undefined {
  try {
    const {passed, failed, skipped, failures} = JSON.parse(readFileSync(file, 'utf8')) as Tally;
    const right = [passed, failed, skipped].every(n => Number.isInteger(n) && n >= 0);
    return right ? {passed, failed, skipped, ...(failures && {failures})} : undefined;
  } catch {
    return undefined;
  }
}
