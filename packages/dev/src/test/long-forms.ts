/**
 * `npm run test:long [-- NAME …]`: the tests that `npm test` runs in a shorter form, at the size that a release is held
 * against; how many and how long stands in `packages/dev/long-forms.env`. Ends red on a finding.
 */
import {spawnSync} from 'node:child_process';
import {globSync} from 'node:fs';
import {root} from '../root.js';

/** Globs of files by the name under which they can be asked for. */
const LONG_FORMS: Readonly<Record<string, readonly string[]>> = {
  feeds: ['packages/{model,hub}/test/hostile/*.test.ts'],
  requests: ['packages/hub/test/security/injection.test.ts'],
  kills: ['packages/hub/test/reliability/*.test.ts', 'packages/hub/test/events/kill.test.ts'],
  chat: ['packages/chat/test/client/faults.test.ts', 'packages/e2e/test/chat/faults.test.ts'],
  leaks: ['packages/e2e/test/work/leaks.test.ts'],
};

const names = process.argv.slice(2);
const unknown = names.find(name => !Object.hasOwn(LONG_FORMS, name));
if (unknown !== undefined) {
  process.stderr.write(
    `There is no "${unknown}"; there are ${Object.keys(LONG_FORMS).join(', ')}.\n`,
  );
  process.exit(1);
}
const asked = names.length === 0 ? Object.keys(LONG_FORMS) : names;
const files = asked.flatMap(name => globSync([...LONG_FORMS[name]!], {cwd: root}));
const args = ['--import=tsx', '--test', '--test-concurrency=1', ...files];
process.exitCode = spawnSync(process.execPath, args, {cwd: root, stdio: 'inherit'}).status ?? 1;
