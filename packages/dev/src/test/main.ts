import {relative} from 'node:path';
import {addCounts, noCounts, type Counts, type Failure} from '../counts.js';
import {root} from '../root.js';
import {readOnly, usage} from './options.js';
import {runStep} from './run-step.js';
import {schedule} from './schedule.js';
import {allSteps, type Step} from './steps.js';

/** As many steps at once as the smallest machine we know has cores. */
const lanes = 2;

/** `npm test [-- --only=STEP,STEP]`: runs the steps and returns the exit code. */
export async function main(args: string[]): Promise<number> {
  let steps: Step[];
  try {
    steps = readOnly(args, await allSteps());
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}\n`);
    return 2;
  }
  const total = noCounts();
  const failed: string[] = [];
  const unsteady: string[] = [];
  await schedule(
    steps,
    lanes,
    async step => {
      const started = performance.now();
      const result = await runStep(step);
      const {counts, output, log} = result;
      addCounts(total, counts);
      failed.push(...result.failures.map(failure => lineOf(step, failure)));
      unsteady.push(...result.unsteady.map(failure => lineOf(step, failure)));
      const passed = counts.failed === 0;
      printStep(step, counts, (performance.now() - started) / 1000);
      if (passed && step.shown) print(`${output.trimEnd()}\n`);
      if (!passed) print(`${output.trimEnd()}\n(kept in ${relative(root, log)})\n`);
      return passed;
    },
    (step, need) => {
      total.skipped++;
      print(`skip  ${step.name.padEnd(9)} it needs ${need}, which did not pass`);
    },
  );
  // at the end, where it is read also when only the end of an output is kept
  printList('Passed only when run again, by itself; a defect to be mended:', unsteady);
  printList('Failed:', failed);
  print(totalLine(total));
  return total.failed > 0 ? 1 : 0;
}

/** The last line, which machines read. */
export function totalLine({passed, failed, skipped}: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function printStep(step: Step, counts: Counts, seconds: number): void {
  const word = counts.failed > 0 ? 'FAIL' : 'ok  ';
  const time = `${seconds.toFixed(1)} s`.padStart(8);
  print(`${word}  ${step.name.padEnd(9)}${time}  ${totalLine(counts)}`);
  for (const sentence of step.leftOut ?? []) print(`      left out: ${sentence}`);
}

function lineOf(step: Step, {name, file, engine}: Failure): string {
  return [step.name, engine, file, name].filter(word => word !== undefined).join(': ');
}

function printList(title: string, lines: readonly string[]): void {
  if (lines.length > 0) print(`\n${title}\n${lines.map(line => `- ${line}`).join('\n')}\n`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
