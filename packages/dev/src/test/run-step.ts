import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {stripVTControlCharacters} from 'node:util';
import {countsVariable, noCounts, readCounts, type Counts, type Failure} from '../counts.js';
import {cacheFolder} from '../root.js';
import {runCommand, type CommandResult} from '../run-command.js';
import type {Step} from './steps.js';

export interface StepResult {
  counts: Counts;
  failures: Failure[];
  /** What failed first and passed when it was run again by itself. */
  unsteady: Failure[];
  output: string;
  /** Where the output is kept. */
  log: string;
}

const maxMilliseconds = 45 * 60_000;

/**
 * Runs one step, keeps its output in a log file and counts its tests. A step that should have
 * counted but left nothing, or ran no test, failed.
 */
export async function runStep(step: Step, folder = cacheFolder): Promise<StepResult> {
  const log = join(folder, 'logs', `${step.name}.log`);
  const countsFile = join(folder, 'counts', `${step.name}.json`);
  for (const file of [log, countsFile]) mkdirSync(dirname(file), {recursive: true});
  const first = await runOnce(step, countsFile);
  const again = first.failures.length === 0 ? undefined : step.again?.(first.failures);
  const second = again && (await runOnce({...step, ...again}, countsFile));
  const output = first.output + (second?.output ?? '');
  writeFileSync(log, output);
  const {counts} = first;
  counts.skipped += step.leftOut?.length ?? 0;
  // run again by itself, and nothing failed: told by name, and not a failure
  const isMended = second !== undefined && second.counts.failed === 0;
  if (!isMended) return {counts, failures: first.failures, unsteady: [], output, log};
  const mended = {...counts, passed: counts.passed + counts.failed, failed: 0};
  return {counts: mended, failures: [], unsteady: first.failures, output, log};
}

async function runOnce(
  step: Step,
  countsFile: string,
): Promise<Pick<StepResult, 'counts' | 'failures' | 'output'>> {
  rmSync(countsFile, {force: true});
  const {code, output: raw} = await runCommandOf(step, countsFile);
  const output = stripVTControlCharacters(raw);
  const left = readCounts(countsFile);
  const counts = countStep(step, code, left);
  const remark = counts.passed + counts.failed === 0 ? '\nNo test ran in this step.\n' : '';
  if (remark !== '') counts.failed = 1;
  const named = left?.failures ?? [];
  const failures = counts.failed > 0 && named.length === 0 ? [{name: 'see above'}] : named;
  return {counts, failures, output: output + remark};
}

/** A command that cannot even be put together is a failure of its step, not of the whole run. */
async function runCommandOf(step: Step, countsFile: string): Promise<CommandResult> {
  try {
    const env = {...step.env, [countsVariable]: countsFile};
    return await runCommand(step.command(), {env, timeout: maxMilliseconds});
  } catch (error) {
    return {code: undefined, output: `${String(error)}\n`};
  }
}

/** The counts of a finished command; a failed command has at least one failure. */
function countStep(
  step: Pick<Step, 'counts'>,
  code: number | undefined,
  left: Counts | undefined,
): Counts {
  if (step.counts !== true) return {...noCounts(), [code === 0 ? 'passed' : 'failed']: 1};
  const {passed, failed, skipped} = left ?? noCounts();
  const counts = {passed, failed, skipped};
  if (code !== 0) counts.failed = Math.max(1, counts.failed);
  return counts;
}
