import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {countsVariable, noCounts, readCounts, type Counts} from '../counts.js';
import {cacheFolder} from '../root.js';
import {runCommand, type CommandResult} from '../run-command.js';
import type {Step} from './steps.js';

export interface StepResult {
  counts: Counts;
  output: string;
  /** Where the output is kept. */
  log: string;
}

const maxMilliseconds = 30 * 60_000;

/** Runs one step, keeps its output in a log file and counts its tests. */
export async function runStep(step: Step, folder = cacheFolder): Promise<StepResult> {
  const log = join(folder, 'logs', `${step.name}.log`);
  const countsFile = join(folder, 'counts', `${step.name}.json`);
  rmSync(countsFile, {force: true});
  mkdirSync(dirname(log), {recursive: true});
  const result = await runCommandOf(step, countsFile);
  writeFileSync(log, result.output);
  const {counts, remark} = countStep(step, result, readCounts(countsFile));
  counts.skipped += step.leftOut?.length ?? 0;
  return {counts, output: remark === undefined ? result.output : result.output + remark, log};
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

/**
 * The counts of a finished command. A failed command has at least one failure, and so has a step
 * that should have counted but left nothing, or ran no test.
 */
export function countStep(
  step: Pick<Step, 'counts'>,
  {code}: Pick<CommandResult, 'code'>,
  left: Counts | undefined,
): {counts: Counts; remark?: string} {
  if (step.counts !== true) {
    return {counts: {...noCounts(), [code === 0 ? 'passed' : 'failed']: 1}};
  }
  const counts = left ?? noCounts();
  if (code !== 0) return {counts: {...counts, failed: Math.max(1, counts.failed)}};
  if (counts.passed + counts.failed === 0) {
    return {counts: {...counts, failed: 1}, remark: '\nNo test ran in this step.\n'};
  }
  return {counts};
}
