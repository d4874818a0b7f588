import {noCounts, type Counts} from '../counts.js';
import {runCommand, type CommandOptions} from '../run-command.js';

/** One thing that can be right or wrong, named by a sentence. */
export interface Check {
  name: string;
  /** Throws an Error whose message says what is wrong; may return a detail to print. */
  run: () => string | undefined | Promise<string | undefined>;
}

/** Runs the checks one after the other, and prints a line for each. */
export async function runChecks(
  checks: readonly Check[],
  print: (line: string) => void = line => void process.stdout.write(`${line}\n`),
): Promise<Counts> {
  const counts = noCounts();
  for (const {name, run} of checks) {
    try {
      const detail = await run();
      counts.passed++;
      print(`✓ ${name}${detail ? `: ${detail}` : ''}`);
    } catch (error) {
      counts.failed++;
      print(`✗ ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return counts;
}

/** A check that passes when the command exits with 0. */
export function commandCheck(
  name: string,
  command: () => [string, ...string[]],
  options?: CommandOptions,
): Check {
  return {
    name,
    run: async () => {
      const {code, output} = await runCommand(command(), options);
      if (code !== 0) throw new Error(`\n${output}`);
      return undefined;
    },
  };
}
