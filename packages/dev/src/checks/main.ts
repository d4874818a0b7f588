import {runChecks, type Check} from './check.js';
import {leaveCounts} from '../counts.js';
import {publishedChecks} from './published.js';
import {sizeChecks} from './sizes.js';
import {typeChecks} from './types.js';

const groups: Record<string, () => Check[]> = {
  types: typeChecks,
  packages: publishedChecks,
  sizes: () => sizeChecks(),
};

/** `bin/check.mjs GROUP`: runs one group of checks; returns the exit code. */
export async function main([group = '']: string[]): Promise<number> {
  if (!Object.hasOwn(groups, group)) {
    process.stderr.write(`Usage: check.mjs ${Object.keys(groups).join(' | ')}\n`);
    return 2;
  }
  const counts = await runChecks(groups[group]?.() ?? []);
  leaveCounts(counts);
  return counts.failed > 0 ? 1 : 0;
}
