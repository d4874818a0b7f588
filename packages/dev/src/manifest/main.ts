import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {generatedFiles} from '../frameworks/generated-files.js';
import {root} from '../root.js';
import {describePackage, elementPackages} from './describe-package.js';

const usage = `Usage: npm run manifest [-- --write]
Writes packages/*/custom-elements.json, and fails where the documentation of an element does not say
what its sources do, or when the tables in its README or the files for frameworks are stale.
--write brings both up to date.
`;

async function main(args: readonly string[]): Promise<number> {
  if (args.some(arg => arg !== '--write')) {
    process.stderr.write(usage);
    return 2;
  }
  const write = args.includes('--write');
  let problems = 0;
  for (const folder of elementPackages(root)) {
    const path = join(root, folder);
    const result = await describePackage(path, join(root, 'packages/core'));
    writeFileSync(join(path, 'custom-elements.json'), result.manifest);
    const readme = join(path, 'README.md');
    if (result.readme !== undefined && result.readme !== readFileSync(readme, 'utf8')) {
      if (write) writeFileSync(readme, result.readme);
      else
        result.problems.push('README.md: the tables are stale; run npm run manifest -- --write.');
    }
    problems += result.problems.length;
    for (const problem of result.problems) process.stderr.write(`${folder}/${problem}\n`);
    process.stdout.write(
      `${folder}: ${result.tags.join(', ')}, ${result.problems.length} problems\n`,
    );
  }
  problems += await checkFrameworks(write);
  return problems > 0 ? 1 : 0;
}

/** The files for frameworks are what the manifests say; returns how many are not. */
async function checkFrameworks(write: boolean): Promise<number> {
  let stale = 0;
  for (const [path, text] of await generatedFiles(root)) {
    const file = join(root, path);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    if (write) {
      writeFileSync(file, text);
      continue;
    }
    stale++;
    process.stderr.write(`${path}: stale; run npm run manifest -- --write.\n`);
  }
  return stale;
}

process.exitCode = await main(process.argv.slice(2));
